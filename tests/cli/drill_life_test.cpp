// Whatever ends a drill, the answers that were rated are kept.
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "catch.hpp"
#include "cli/pty.hpp"

using namespace viva::test;
namespace fs = std::filesystem;

namespace {

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
    ++found;
  return found;
}

std::size_t answers_kept(const Home& home) {
  return count(home.run({"history", "export"}).out, "\"rating\"");
}

// Rates the first question, and stands before the second.
void rate_one(Pty& terminal) {
  terminal.wait_for_prompt();
  terminal.send("\n");
  terminal.wait_for_prompt();
  terminal.send("all\n");
  terminal.wait_for_prompt();
  terminal.send("\n");
  terminal.wait_for("Saved,");
}

Args drill(const Home& home) { return {"drill", "--plain", "--bank", home.bank("small")}; }

}  // namespace

TEST_CASE("Ctrl-C ends a drill properly") {
  const Home home;
  Pty terminal{home, drill(home)};
  rate_one(terminal);
  terminal.wait_for_prompt();
  terminal.send("\x03");
  CHECK(terminal.wait() == 130);
  CHECK(terminal.transcript().find("1 question in under a minute: 1 Good") != std::string::npos);
  CHECK(answers_kept(home) == 1);
}

TEST_CASE("Ctrl-D ends a drill properly") {
  const Home home;
  Pty terminal{home, drill(home)};
  rate_one(terminal);
  terminal.wait_for_prompt();
  terminal.send("\x04");
  CHECK(terminal.wait() == 0);
  CHECK(terminal.transcript().find("1 question in under a minute: 1 Good") != std::string::npos);
  CHECK(answers_kept(home) == 1);
}

TEST_CASE("what was typed but not rated is shown once more") {
  const Home home;
  for (const auto* keys : {"one thought\n", "one thought\n\n", "one thought\n\nall\n"}) {
    Pty terminal{home, drill(home)};
    terminal.wait_for_prompt();
    terminal.send(keys);
    terminal.wait_for("one thought");
    terminal.wait_for_prompt();
    terminal.send("\x03");
    CHECK(terminal.wait() == 130);
    terminal.wait_for("Typed, but not rated, and so not in your history:");
    terminal.wait_for("| one thought");
  }
}

TEST_CASE("an answer in a drill may be written in the editor") {
  const Home home;
  Pty terminal{home, drill(home), {.env = {{"VISUAL", "printf 'from the editor' >>"}}}};
  terminal.wait_for_prompt();
  terminal.send("e\n");
  terminal.wait_for("| from the editor");
  terminal.wait_for_prompt();
  terminal.send("e\n\nall\n3\n");  // no command within an answer
  terminal.wait_for("Saved,");
  CHECK(home.run({"history", "export"}).out.find(R"("answer":"from the editor\ne")") != std::string::npos);
}

TEST_CASE("a request to terminate keeps what was rated, and a summary is still printed") {
  const Home home;
  Pty terminal{home, drill(home)};
  rate_one(terminal);
  terminal.wait_for_prompt();
  terminal.signal(SIGTERM);
  CHECK(terminal.wait() == 130);
  CHECK(terminal.transcript().find("Next   viva drill") != std::string::npos);
  CHECK(answers_kept(home) == 1);
}

TEST_CASE("a terminal that goes away keeps what was rated") {
  const Home home;
  Pty terminal{home, drill(home)};
  rate_one(terminal);
  terminal.wait_for_prompt();
  terminal.hang_up();
  terminal.wait();
  CHECK(answers_kept(home) == 1);
}

TEST_CASE("an answer is on disk when it says Saved") {
  const Home home;
  Pty terminal{home, drill(home)};
  rate_one(terminal);
  terminal.signal(SIGKILL);
  CHECK(terminal.wait() == 128 + SIGKILL);
  CHECK(answers_kept(home) == 1);
}

// By SIGSTOP: the group of a terminal's first process has no shell to go on with it, and ignores Ctrl-Z.
TEST_CASE("a drill can be stopped and taken up again") {
  const Home home;
  Pty terminal{home, drill(home)};
  rate_one(terminal);
  terminal.wait_for_prompt();
  terminal.signal(SIGSTOP);
  terminal.wait_until_stopped();
  terminal.signal(SIGCONT);
  terminal.send("s\nq\n");
  CHECK(terminal.wait() == 0);
  CHECK(answers_kept(home) == 1);
}

TEST_CASE("a resized terminal does not end a drill") {
  const Home home;
  Pty terminal{home, drill(home)};
  rate_one(terminal);
  terminal.wait_for_prompt();
  terminal.resize(12, 40);
  terminal.send("q\n");
  CHECK(terminal.wait() == 0);
}

TEST_CASE("an answer taken back does not count, and a skip keeps none") {
  const Home home;
  REQUIRE(home.type(drill(home), "s\n\nall\n\nu\nq\n").code == 0);
  CHECK(home.run({"history", "verify"}).out.find(": sound: 1 answer to 1 question, 1 taken back;") !=
        std::string::npos);
  CHECK(home.run({"list", "--bank", "small.json"}).out.ends_with(": 3 new, 0 due\n"));
}

TEST_CASE("a history that cannot be written any more leaves its answers in a file") {
  const Home home;
  const auto bank = home.bank("small");
  Pty terminal{home, {"drill", "--plain", "--bank", bank, "--history", "answers/history.db"}};
  rate_one(terminal);
  terminal.wait_for_prompt();
  fs::remove_all(home / "answers");
  home.write("answers", "a file where the folder was");
  terminal.send("\nall\n\n");
  terminal.wait_for("NOT SAVED, but kept; 1 answer waits.");
  terminal.send("q\n");
  CHECK(terminal.wait() == 1);
  const std::string file = "viva-unsaved-1795372200.jsonl";
  CHECK(terminal.transcript().find("viva history import " + file + " --bank small.json --history") !=
        std::string::npos);
  fs::remove(home / "answers");
  const auto import = home.run({"history", "import", file, "--history", "answers/history.db"});
  CHECK(import.out == "1 answer added, 0 taken back; 0 known already\n");
  CHECK(import.code == 0);
}

TEST_CASE("a history that can be written again takes what waited") {
  const Home home;
  const auto bank = home.bank("small");
  home.write("answers", "a file where the folder will be");
  Pty terminal{home, {"drill", "--plain", "--bank", bank, "--history", "answers/history.db"}};
  terminal.wait_for("answers are NOT being saved.");
  terminal.send("\nall\n\n");
  terminal.wait_for("NOT SAVED, but kept; 1 answer waits.");
  fs::remove(home / "answers");
  terminal.send("\nall\n\n");
  terminal.wait_for("Saved,");
  terminal.send("q\n");
  CHECK(terminal.wait() == 0);
  CHECK(count(home.run({"history", "export", "--history", "answers/history.db"}).out, "\"rating\"") == 2);
}

TEST_CASE("on a full disk the drill goes on, and says where the answers are not") {
  const Home home;
  const auto bank = home.bank("second");
  const auto full_disk = [] {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_FSIZE, &none);
  };
  const auto run = home.run({"drill", "--bank", bank}, {.input = "\n3\n", .before = full_disk});
  CHECK(run.code == 1);
  CHECK(run.out.find("NOT SAVED, but kept") != std::string::npos);
  const auto begin = run.err.find("\n{");
  REQUIRE(begin != std::string::npos);  // no file could be written: the lines themselves are printed
  const auto lines = run.err.substr(begin + 1);
  CHECK(home.type({"history", "import", "-"}, lines).out ==
        "1 answer added, 0 taken back; 0 known already\n");
}

TEST_CASE("a history that only may be read") {
  const Home home;
  const auto bank = home.bank("second");
  REQUIRE(home.type({"drill", "--bank", bank}, "\n3\n").code == 0);
  fs::copy_file(VIVA_BINARY, home / "viva");  // where every user may run it
  for (const auto& entry : fs::recursive_directory_iterator{home.path()})
    fs::permissions(entry, entry.is_regular_file() && entry.path().filename() != "viva" ? fs::perms{0444}
                                                                                        : fs::perms{0555});
  fs::permissions(home.path(), fs::perms{0777});  // a file beside may be written
  const auto as_plain_user = [] {
    if (::getuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(125);
  };
  Setup setup{.before = as_plain_user, .program = (home / "viva").native()};
  const auto list = home.run({"list", "--bank", bank}, setup);
  CHECK(list.out.find("0 new, 0 due") != std::string::npos);
  CHECK(list.err.empty());
  setup.input = "\n\n3\n";
  const auto run = home.run({"drill", "--count", "1", "--bank", bank}, setup);
  CHECK(run.code == 1);
  CHECK(run.err.find("Going on, but answers are NOT being saved.") != std::string::npos);
  CHECK(fs::exists(home / "viva-unsaved-1795372200.jsonl"));
  setup.input.clear();
  CHECK(home.run({"history", "undo"}, setup).code == 1);
}

TEST_CASE("a history that is none, or from a newer viva") {
  const Home home;
  const auto bank = home.bank("second");
  home.write("notes.txt", "Not a database at all, but long enough to be read as one by anyone in a hurry.\n");
  for (const Args& args : {Args{"history", "verify"}, Args{"history", "undo"}, Args{"history", "export"}}) {
    auto full = args;
    full.insert(full.end(), {"--history", "notes.txt"});
    const auto run = home.run(full);
    CHECK(run.code == 1);
    CHECK(run.err.find("notes.txt") != std::string::npos);
    CHECK(count(run.err, "\n") <= 2);
  }
  const auto run = home.type({"drill", "--bank", bank, "--history", "notes.txt"}, "\n3\n");
  CHECK(run.code == 1);
  CHECK(run.err.find("Going on, but answers are NOT being saved.") != std::string::npos);
  CHECK(home.read("notes.txt").starts_with("Not a database"));

  REQUIRE(home.type({"drill", "--bank", bank}, "\n3\n").code == 0);
  auto bytes = home.read("data/viva/history.db");
  bytes[63] = 99;  // user_version, the last of four bytes
  home.write("newer.db", bytes);
  const auto newer = home.run({"history", "verify", "--history", "newer.db"});
  CHECK(newer.code == 1);
  CHECK(newer.err.find("newer viva") != std::string::npos);
}
