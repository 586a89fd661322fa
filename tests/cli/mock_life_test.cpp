// Whatever happens to a round, nothing of it is lost.
#include <signal.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <thread>

#include "catch.hpp"
#include "cli/full_screen.hpp"
#include "cli/pty.hpp"
#include "store/scratch.hpp"

using namespace viva::test;
namespace fs = std::filesystem;

namespace {

using Json = nlohmann::json;

Args mock(const Home& home, Args more) {
  Args args{"mock", "--bank", home.bank("rounds"), "--plain"};
  args.insert(args.end(), more.begin(), more.end());
  return args;
}

Args begin(const Home& home) { return mock(home, {"short", "--seed", "7"}); }
Args resume(const Home& home) { return mock(home, {"--resume"}); }

// The newest round in the history, without what differs from run to run.
Json last_round(const Home& home) {
  auto round = Json::parse(home.run({"rounds", "last", "--json"}).out);
  round.erase("id");
  for (auto& question : round["questions"]) question.erase("review");
  return round;
}

std::size_t reviews(const Home& home) {
  std::size_t found = 0;
  const auto text = home.run({"history", "export"}).out;
  for (auto at = text.find("\"rating\""); at != std::string::npos; at = text.find("\"rating\"", at + 1))
    ++found;
  return found;
}

void enter(Pty& terminal, std::string_view line) {
  terminal.wait_for_prompt();
  terminal.send(line);
  terminal.send("\r");
}

const std::vector<std::string> lines{"",    "first line", "second line", ".",    "reply", ".", "3",
                                     ".",   ".",          "4",           "bell", ".",     ".", "2",
                                     "1 2", "",           "1 2",         "2",    "all",   "",  ""};

// Time as it passes, in a round of a few seconds.
const Setup true_time{.env = {{"VIVA_NOW", ""}}};
Args of_seconds(const Home& home, Args more = {}) {
  auto args = mock(home, {"short", "--seed", "7", "--minutes", "0.05"});
  args.insert(args.end(), more.begin(), more.end());
  return args;
}

}  // namespace

TEST_CASE("killed at any moment, a round goes on where it stood") {
  const Home whole;
  {
    Pty terminal{whole, begin(whole)};
    for (const auto& line : lines) enter(terminal, line);
    REQUIRE(terminal.wait() == 0);
  }
  const auto expected = last_round(whole);
  for (std::size_t killed = 1; killed < lines.size(); ++killed) {
    CAPTURE(killed);
    const Home home;
    {
      Pty terminal{home, begin(home)};
      for (std::size_t i = 0; i < killed; ++i) enter(terminal, lines[i]);
      terminal.wait_for_prompt();
      terminal.signal(SIGKILL);
      terminal.wait();
    }
    if (killed + 1 < lines.size()) {
      Pty terminal{home, resume(home)};
      for (std::size_t i = killed; i < lines.size(); ++i) enter(terminal, lines[i]);
      REQUIRE(terminal.wait() == 0);
    }
    CHECK(last_round(home) == expected);
    CHECK(reviews(home) == 3);
  }
}

TEST_CASE("the round's time runs out while a line is half typed") {
  const Home home;
  Pty terminal{home, of_seconds(home), true_time};
  enter(terminal, "");
  enter(terminal, "a whole line");
  terminal.wait_for_prompt();
  terminal.send("and half a li");
  terminal.wait_for("Time.");
  terminal.wait_for("Now score yourself");
  enter(terminal, "none");
  terminal.wait_for_prompt();
  const auto round = last_round(home);
  CHECK(round["questions"][0]["answer"] == "a whole line\nand half a li");
  CHECK(round["counts"]["not_reached"] == 2);
}

TEST_CASE("what is typed is saved every few seconds, and the clock's notes do not disturb it") {
  const Home home;
  Pty terminal{home, mock(home, {"short", "--seed", "7", "--minutes", "0.25"}), true_time};
  enter(terminal, "");
  terminal.wait_for_prompt();
  terminal.send("half a thou");
  terminal.wait_for("half a thou");
  terminal.wait_for("> half a thou");  // its share of the time is up: the line is written again
  terminal.send("ght");
  terminal.wait_for("ght");
  std::this_thread::sleep_for(std::chrono::seconds{4});
  terminal.signal(SIGKILL);
  terminal.wait();
  CHECK(home.run({"history", "export"}).out.find("half a thought") != std::string::npos);
}

TEST_CASE("a paused round stands still") {
  const Home home;
  Pty terminal{home, of_seconds(home, {"--relaxed"}), true_time};
  enter(terminal, "");
  enter(terminal, "p");
  terminal.wait_for("Paused");
  std::this_thread::sleep_for(std::chrono::seconds{4});
  enter(terminal, "");
  enter(terminal, "still time");
  enter(terminal, ".");
  terminal.wait_for("Interviewer");
}

TEST_CASE("Ctrl-C leaves a round, with the half line that was typed") {
  const Home home;
  Pty terminal{home, begin(home)};
  enter(terminal, "");
  enter(terminal, "kept");
  terminal.wait_for_prompt();
  terminal.send("also kept");
  terminal.wait_for("also kept");
  terminal.send("\x03");
  CHECK(terminal.wait() == 130);
  CHECK(terminal.transcript().find("viva mock --resume --bank rounds.json") != std::string::npos);
  Pty again{home, resume(home)};
  again.wait_for("| also kept");
}

TEST_CASE("Ctrl-D and a request to terminate leave a round, too") {
  const Home home;
  {
    Pty terminal{home, begin(home)};
    enter(terminal, "");
    terminal.wait_for_prompt();
    terminal.send("\x04");
    CHECK(terminal.wait() == 0);
  }
  Pty terminal{home, resume(home)};
  terminal.wait_for_prompt();
  terminal.signal(SIGTERM);
  CHECK(terminal.wait() == 130);
  CHECK(home.run(resume(home)).out.find("Going on: Short watch, question 1 of 3") != std::string::npos);
}

TEST_CASE("a terminal that goes away leaves a round to be resumed") {
  const Home home;
  Pty terminal{home, begin(home)};
  enter(terminal, "");
  enter(terminal, "kept");
  terminal.wait_for_prompt();
  terminal.hang_up();
  terminal.wait();
  CHECK(home.run({"history", "export"}).out.find("kept") != std::string::npos);
}

TEST_CASE("after Ctrl-Z and fg the line goes on where it was") {
  const Home home;
  Pty terminal{home, under_job_control(begin(home)), with_job_control()};
  enter(terminal, "");
  terminal.wait_for_prompt();
  terminal.send("half");
  terminal.wait_for("half");
  terminal.send("\x1a");
  terminal.wait_for("STOPPED");
  terminal.send("\r");
  terminal.wait_for("> half");
  terminal.send(" and half\r");
  enter(terminal, ".");
  terminal.wait_for("Interviewer");
  CHECK(home.run({"history", "export"}).out.find("half and half") != std::string::npos);
}

TEST_CASE("what is pasted is text, also where it looks like a command") {
  const Home home;
  Pty terminal{home, mock(home, {"short", "--seed", "7"})};
  terminal.wait_for("Press Enter to begin");
  terminal.send("\r");
  terminal.wait_for("1/3");
  terminal.send("\x1b[200~one\r.\r\r\r\rq\rtwo\x1b[201~\r.\r");
  terminal.wait_for("Interviewer");
  CHECK(home.run({"history", "export"}).out.find(R"("answer":"one\n.\n\n\n\nq\ntwo")") != std::string::npos);
}

TEST_CASE("a pipe that pauses hears the clock, too") {
  const Home home;
  home.bank("rounds");
  const auto command =
      "(printf '\\nhalf'; sleep 4) | '" VIVA_BINARY "' mock short --bank rounds.json --seed 7 --minutes 0.05";
  const auto run = home.run({"-c", command}, {.env = {{"VIVA_NOW", ""}}, .program = "/bin/sh"});
  CHECK(run.out.find("Time.") != std::string::npos);
  CHECK(run.code == 0);
  CHECK(last_round(home)["questions"][0]["answer"] == "half");
}

TEST_CASE("an unfinished round is mentioned, and can be closed") {
  const Home home;
  REQUIRE(home.type(begin(home), "\nkept\n.\n.\n3\n").code == 0);
  CHECK(home.run({"--bank", "rounds.json"}).out.find("viva mock --resume --bank rounds.json") !=
        std::string::npos);
  CHECK(home.type(begin(home), "q\n").out.find("Unfinished: Short watch, question 2 of 3") !=
        std::string::npos);
  const auto closed = home.run(mock(home, {"--abandon"}));
  CHECK(closed.out.find("Closed: Short watch, question 2 of 3") != std::string::npos);
  CHECK(last_round(home)["standing"] == "abandoned");
  CHECK(home.run(resume(home)).err == "viva mock: no round is unfinished. `viva mock` begins one.\n");
  CHECK(home.run(mock(home, {"--abandon"})).code == 1);
}

TEST_CASE("a round of another bank is not taken up, but can be closed") {
  const Home home;
  REQUIRE(home.type(begin(home), "\n").code == 0);
  const auto run = home.run({"mock", "--resume", "--bank", home.bank("small")});
  CHECK(run.code == 1);
  CHECK(run.err.find("asks from the bank \"lighthouse\"") != std::string::npos);
  CHECK(home.run({"mock", "--abandon", "--bank", "small.json"}).code == 0);
  CHECK(last_round(home)["questions"][0]["reach"] == "reached");
}

TEST_CASE("a round that never began, as an import may bring one, is not unfinished for any command") {
  const Home home;
  auto ready = round_state(1);
  ready.phase = viva::RoundPhase::ready;
  viva::History{home / "history.db", viva::History::Access::write}.merge({.rounds = {ready}});
  const auto run = [&](Args args) {
    args.insert(args.end(), {"--history", "history.db", "--bank", home.bank("rounds")});
    return home.run(args);
  };
  CHECK(run({"mock", "--resume"}).err == "viva mock: no round is unfinished. `viva mock` begins one.\n");
  CHECK(run({"mock", "--abandon"}).err == "viva mock: no round is unfinished, so there is none to close.\n");
  CHECK(run({}).out.find("--resume") == std::string::npos);
}

TEST_CASE("a round that cannot be saved goes on, and is left in a file to import") {
  const Home home;
  home.write("folder/readme", "");
  fs::create_directories(home / "folder/history.db");
  std::string input;
  for (const auto& line : lines) input += line + "\n";
  auto args = begin(home);
  args.insert(args.end(), {"--history", "folder/history.db"});
  const auto run = home.type(args, input);
  CHECK(run.code == 1);
  CHECK(run.out.find("Short watch") != std::string::npos);
  CHECK(run.err.find("nothing is being saved") != std::string::npos);
  std::string file;
  for (const auto& entry : fs::directory_iterator{home.path()})
    if (entry.path().extension() == ".jsonl") file = entry.path().filename();
  REQUIRE_FALSE(file.empty());
  CHECK(home.run({"history", "import", file}).code == 0);
  CHECK(reviews(home) == 3);
  CHECK(last_round(home)["questions"][0]["answer"] == "first line\nsecond line");
}
