// The harness itself, on ordinary programs: what it says of viva is only worth what it says of these.
#include <signal.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "catch.hpp"
#include "cli/pty.hpp"

using namespace viva::test;

namespace {

Setup shell(std::string input = {}) { return {.input = std::move(input), .program = "/bin/sh"}; }

Run run_shell(const std::string& script, std::string input = {}) {
  return Home{}.run({"-c", script}, shell(std::move(input)));
}

}  // namespace

TEST_CASE("a piped run keeps output, errors and exit code apart") {
  const auto run = run_shell("read word; echo got $word; echo bad >&2; exit 3", "one\n");
  CHECK(run.out == "got one\n");
  CHECK(run.err == "bad\n");
  CHECK(run.code == 3);
}

TEST_CASE("a piped run is no terminal and its input ends") {
  CHECK(run_shell("cat; test -t 0 || test -t 1 || test -t 2 || echo none").out == "none\n");
}

TEST_CASE("a piped run carries more than a pipe holds, both ways at once") {
  const std::string much(1'000'000, 'x');
  CHECK(Home{}.run({}, {.input = much, .program = "/bin/cat"}).out == much);
}

TEST_CASE("a program may leave its input unread") {
  CHECK(run_shell("exit 0", std::string(1'000'000, 'x')).code == 0);
}

TEST_CASE("a signal and a missing program have their codes") {
  CHECK(run_shell("kill -TERM $$").code == 128 + SIGTERM);
  CHECK(Home{}.run({}, {.program = "/no/such/program"}).code == 127);
}

TEST_CASE("a program sees its home and nothing of ours") {
  ::setenv("VIVA_BANK", "ours.json", 1);
  const Home home;
  const auto run = home.run({"-c", "echo $HOME; pwd; echo $VIVA_BANK$NO_COLOR$COLUMNS; echo $TZ; echo $MORE"},
                            {.env = {{"MORE", "and this"}}, .program = "/bin/sh"});
  ::unsetenv("VIVA_BANK");
  CHECK(run.out == home.path().string() + "\n" + home.path().string() + "\n\nUTC0\nand this\n");
}

TEST_CASE("a home is new, empty and gone at the end") {
  std::filesystem::path path;
  {
    const Home home, other;
    path = home.path();
    CHECK(path != other.path());
    CHECK(std::filesystem::is_empty(path));
    home.write("sub/file", "text");
    CHECK(home.read("sub/file") == "text");
  }
  CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("a pseudo-terminal is a terminal of the size asked for, and shows what is typed") {
  const Home home;
  Pty terminal{home,
               {"-c", "test -t 0 && test -t 1 && stty size; read word; echo got $word"},
               {.rows = 12, .columns = 40, .program = "/bin/sh"}};
  terminal.wait_for("12 40\r\n");
  terminal.send("one\n");
  CHECK(terminal.wait() == 0);
  CHECK(terminal.transcript() == "12 40\none\ngot one\n");
}

TEST_CASE("a program is told of a new size") {
  const Home home;
  Pty terminal{
      home, {"-c", "trap 'stty size; exit' WINCH; echo ready; while :; do sleep 0.01; done"}, shell()};
  terminal.wait_for("ready");
  terminal.resize(30, 100);
  terminal.wait_for("30 100");
  CHECK(terminal.wait() == 0);
}

TEST_CASE("signals, Ctrl-C and a closed terminal reach the program") {
  const Home home;
  const Args loop{"-c", "trap 'exit 7' USR1; echo ready; while :; do sleep 0.01; done"};

  Pty signalled{home, loop, shell()};
  signalled.wait_for("ready");
  signalled.signal(SIGUSR1);
  CHECK(signalled.wait() == 7);

  Pty interrupted{home, loop, shell()};
  interrupted.wait_for("ready");
  interrupted.send("\x03");
  CHECK(interrupted.wait() == 128 + SIGINT);

  Pty abandoned{home, loop, shell()};
  abandoned.wait_for("ready");
  abandoned.hang_up();
  CHECK(abandoned.wait() == 128 + SIGHUP);
}

TEST_CASE("waiting goes on from where it stopped, and says what was printed instead") {
  const Home home;
  Pty terminal{home, {"-c", "echo one two one"}, shell()};
  terminal.wait_for("one");
  terminal.wait_for("one");
  CHECK_THROWS_WITH(terminal.wait_for("one"), "viva ended before \"one\"; it printed:\none two one\n");
}

TEST_CASE("a program does not outlive its terminal's test") {
  const Home home;
  {
    Pty terminal{
        home, {"-c", "trap '' HUP; echo $$ > pid; echo ready; while :; do sleep 0.01; done"}, shell()};
    terminal.wait_for("ready");
  }
  CHECK(::kill(std::stoi(home.read("pid")), 0) == -1);
  CHECK(errno == ESRCH);
}
