// Rounds at a full screen, typed by keys, on a pseudo-terminal; and what becomes of them whatever happens.
#include <signal.h>

#include <nlohmann/json.hpp>
#include <thread>

#include "catch.hpp"
#include "cli/full_screen.hpp"

using namespace viva::test;

namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

Args begin(const Home& home, Args more = {}) {
  Args args{"mock", "short", "--seed", "7", "--bank", home.bank("rounds")};
  args.insert(args.end(), more.begin(), more.end());
  return args;
}

Args resume(const Home& home) { return {"mock", "--resume", "--bank", home.bank("rounds")}; }

// Time as it passes.
Setup true_time() { return {.env = {{"VIVA_NOW", ""}}}; }

const std::string done = key::tab + key::enter;  // from the text to the commands, and on

// Begins, and stands before the empty answer to the first question.
void begin_round(Pty& terminal) {
  terminal.wait_for_screen("Enter begin");
  press(terminal, key::enter, "Tab done typing");
}

// Answers the three questions of seed 7, and stands before the last prediction.
void answer_all(Pty& terminal) {
  begin_round(terminal);
  press(terminal, "I look" + key::enter + "at the edge.", "at the edge.");
  press(terminal, done, "Interviewer: Whom do you tell first?");
  press(terminal, "warm it first" + done, "How did that go?");
  press(terminal, key::right + key::right + key::right + key::enter, "2/3  Watch");
  press(terminal, done, "How did that go?");
  press(terminal, "4", "3/3  Storm");
  press(terminal, "bell" + key::enter + "telegraph" + done, "Interviewer: How long can one keeper ring?");
  press(terminal, done, "How did that go?");
}

// And predicts, and stands before the scoring.
void speak_to_the_end(Pty& terminal) {
  answer_all(terminal);
  press(terminal, "2", "The clock has stopped.");
}

std::string kept(const Home& home) { return home.run({"history", "export"}).out; }

Json last_round(const Home& home) { return Json::parse(home.run({"rounds", "last", "--json"}).out); }

// A round that is typed into, killed or left, and shows on resuming what had been typed.
void check_resumed(const Home& home, std::string_view text) {
  Pty again{home, resume(home)};
  again.wait_for_screen("Tab done typing");
  again.wait_for_screen(text);
}

}  // namespace

TEST_CASE("full screen: a round from the briefing to the scorecard") {
  const Home home;
  Pty terminal{home, begin(home)};
  speak_to_the_end(terminal);
  press(terminal, "a", "The bank has no model answer to this question");
  press(terminal, "12" + key::enter, "2 of 4 points: Lean no.");
  check_screen(terminal, "full-round-marking.txt");
  press(terminal, key::enter, "2/3  Watch");
  press(terminal, key::space + "j" + key::space + key::enter, "2 of 2 points: Strong hire.");
  press(terminal, "2", "3/3  Storm");
  press(terminal, "e", "No answer to this question was typed in an earlier round.");
  press(terminal, key::enter + "1234" + key::enter, "4 of 5 points: Hire.");
  press(terminal, key::left + key::right + key::enter, "All is scored.");
  check_screen(terminal, "full-round-scorecard.txt");
  press(terminal, "u", "The clock has stopped.");
  press(terminal, "12345" + key::enter, "5 of 5 points: Strong hire.");
  press(terminal, "4", "All is scored.");
  terminal.send(key::enter);
  CHECK(leave(terminal) == 0);
  CHECK(terminal.transcript().find("LEAN NO") != std::string::npos);
  terminal.wait_for_screen("viva rounds ");
  const auto round = last_round(home);
  CHECK(round["questions"][0]["answer"] == "I look\nat the edge.");
  CHECK(round["questions"][2]["mark"] == 4);
  CHECK(home.run({"history", "verify"}).out.find(": sound: ") != std::string::npos);
}

TEST_CASE("full screen: the same round leaves the history that line mode leaves") {
  const Home full, line;
  const auto run = line.type(begin(line),
                             "\nI look\nat the edge.\n.\nwarm it first\n.\n3\n"
                             ".\n4\nbell\ntelegraph\n.\n.\n2\n"
                             "1 2\n\nall\nu\n1\n2\n1-4\n\nu\nall\n\n\n");
  REQUIRE(run.code == 0);
  Pty terminal{full, begin(full)};
  speak_to_the_end(terminal);
  press(terminal, "12" + key::enter + key::enter, "2/3  Watch");
  press(terminal, "12" + key::enter, "2 of 2 points");
  press(terminal, "uu1" + key::enter, "1 of 2 points");  // back to the ticks, and they are taken back
  press(terminal, "2", "3/3  Storm");
  press(terminal, "1234" + key::enter + key::enter, "All is scored.");
  press(terminal, "u", "3/3  Storm");
  press(terminal, "12345" + key::enter + key::enter, "All is scored.");
  terminal.send("q");
  CHECK(leave(terminal) == 0);
  CHECK(lasting_history(full) == lasting_history(line));
}

TEST_CASE("full screen: no hint, no point and no pitfall shows before the scoring") {
  const Home home;
  Pty terminal{home, begin(home)};
  answer_all(terminal);
  terminal.settle();
  for (const auto* secret : {"Hint", "bearing", "linen", "interval", "lit early", "ships come closer"})
    CHECK(terminal.transcript().find(secret) == std::string::npos);
}

TEST_CASE("full screen: what is pasted into an answer is text") {
  const Home home;
  Pty terminal{home, begin(home)};
  terminal.wait_for_screen("Enter begin");
  press(terminal, paste("\rq"), "What was pasted is no command");
  press(terminal, key::enter, "Tab done typing");
  press(terminal, paste("one\t1\r.\r\rq\rtwo"), "two");
  press(terminal, done, "Interviewer");
  CHECK(kept(home).find(R"("answer":"one\t1\n.\n\nq\ntwo")") != std::string::npos);
}

TEST_CASE("full screen: both clocks run while an answer is typed") {
  const Home home;
  Pty terminal{home, begin(home), true_time()};
  begin_round(terminal);
  terminal.send("half");
  terminal.wait_for_screen("2:28 of 2:30 · round 9:58");
  press(terminal, " a thought", "half a thought");
  terminal.wait_for_screen("2:27 of 2:30 · round 9:57");
  terminal.wait_for_screen("half a thought");
  CHECK(terminal.screen().cursor_column() == 17);
  CHECK(terminal.screen().cursor_visible());
}

TEST_CASE("full screen: a round's end keeps the half line that is being typed") {
  const Home home;
  Pty terminal{home, begin(home, {"--minutes", "0.05"}), true_time()};
  begin_round(terminal);
  press(terminal, "a whole line" + key::enter + "and half a li", "half a li");
  terminal.wait_for_screen("Time. The round is over; your answer is kept.");
  terminal.send("ne q" + key::enter + "12 " + key::tab);  // typed on: no commands
  terminal.settle();
  press_escape(terminal, "> [ ] 1  time");
  press(terminal, "q", "Left, and saved");
  CHECK(leave(terminal) == 0);
  const auto round = last_round(home);
  CHECK(round["questions"][0]["answer"] == "a whole line\nand half a li");
  CHECK(round["counts"]["not_reached"] == 2);
}

TEST_CASE("full screen: a relaxed round stands still while it is paused") {
  const Home home;
  Pty terminal{home, begin(home, {"--minutes", "0.05", "--relaxed"}), true_time()};
  begin_round(terminal);
  press(terminal, "kept" + key::tab + "p", "Paused; the clock stands still.");
  std::this_thread::sleep_for(3500ms);
  press(terminal, key::enter, "t type");
  terminal.wait_for_screen("kept");
  press(terminal, key::enter, "Interviewer");
}

TEST_CASE("full screen: a strict round is not paused") {
  const Home home;
  Pty terminal{home, begin(home)};
  begin_round(terminal);
  press(terminal, key::tab + "p", "The clock of this round does not stop");
}

TEST_CASE("full screen: a round is left for another time and resumed") {
  const Home home;
  {
    Pty terminal{home, begin(home)};
    begin_round(terminal);
    press(terminal, "half a thought" + key::tab + "q", "Left, and saved: Short watch, question 1 of 3");
    CHECK(leave(terminal) == 0);
    terminal.wait_for_screen("viva mock --resume --bank rounds.json");
  }
  check_resumed(home, "half a thought");
}

TEST_CASE("full screen: Ctrl-C, a request to terminate and a terminal that goes away keep what is typed") {
  const auto typed_into = [](Pty& terminal) {
    begin_round(terminal);
    press(terminal, "half a thought", "half a thought");
  };
  const Home interrupted, terminated, abandoned;
  {
    Pty terminal{interrupted, begin(interrupted)};
    typed_into(terminal);
    terminal.send("\x03");
    CHECK(leave(terminal) == 130);
    terminal.wait_for_screen("Left, and saved");
  }
  {
    Pty terminal{terminated, begin(terminated)};
    typed_into(terminal);
    terminal.signal(SIGTERM);
    CHECK(leave(terminal) == 130);
    terminal.wait_for_screen("Left, and saved");
  }
  {
    Pty terminal{abandoned, begin(abandoned)};
    typed_into(terminal);
    terminal.hang_up();
    terminal.wait();
  }
  for (const auto* home : {&interrupted, &terminated, &abandoned}) check_resumed(*home, "half a thought");
}

TEST_CASE("full screen: killed, a round has all but the last three seconds of typing") {
  const Home home;
  {
    Pty terminal{home, begin(home), true_time()};
    begin_round(terminal);
    press(terminal, "half a thought", "half a thought");
    const auto enough = std::chrono::steady_clock::now() + 4s;
    terminal.wait_until([&](const auto&) { return std::chrono::steady_clock::now() > enough; }, "4 seconds");
    terminal.signal(SIGKILL);
    CHECK(terminal.wait() == 128 + SIGKILL);
  }
  check_resumed(home, "half a thought");
}

TEST_CASE("full screen: killed between marks, a round goes on with the next") {
  const Home home;
  {
    Pty terminal{home, begin(home)};
    speak_to_the_end(terminal);
    press(terminal, "12" + key::enter + key::enter, "2/3  Watch");
    terminal.signal(SIGKILL);
    CHECK(terminal.wait() == 128 + SIGKILL);
  }
  CHECK(last_round(home)["questions"][0]["mark"] == 2);
  Pty terminal{home, resume(home)};
  terminal.wait_for_screen("2/3  Watch");
  press(terminal, "12" + key::enter + key::enter, "3/3  Storm");
  press(terminal, "1" + key::enter + key::enter, "All is scored.");
  terminal.send("q");
  CHECK(leave(terminal) == 0);
}

TEST_CASE("full screen: the text of an answer is clicked, and so are the marks") {
  const Home home;
  Pty terminal{home, begin(home)};
  begin_round(terminal);
  press(terminal, "one three", "one three");
  click(terminal, "three");
  press(terminal, "two ", "one two three");
  click(terminal, "Tab done", "t type");
  click(terminal, "Enter done", "Interviewer");
  press(terminal, done, "How did that go?");
  click(terminal, "3 Hire", "2/3  Watch");
  CHECK(last_round(home)["questions"][0]["predicted"] == 3);
}

TEST_CASE("full screen: a resized terminal loses nothing of an answer") {
  const Home home;
  Pty terminal{home, begin(home)};
  begin_round(terminal);
  press(terminal, "kept while it shrinks", "kept while it shrinks");
  terminal.resize(12, 40);
  wait_for_keys(terminal, "F1 help");
  terminal.wait_for_screen("kept while it shrinks");
  terminal.resize(8, 30);
  terminal.wait_for_screen("Too small: viva needs");
  press(terminal, ", too", "Too small: viva needs");
  terminal.resize(40, 120);
  terminal.wait_for_screen("kept while it shrinks, too");
  press(terminal, done, "Interviewer");
  CHECK(last_round(home)["questions"][0]["answer"] == "kept while it shrinks, too");
}

TEST_CASE("full screen: a round that cannot be saved goes on, and is left in a file to import") {
  const Home home;
  Pty terminal{home, begin(home, {"--history", "answers/history.db"})};
  begin_round(terminal);
  std::filesystem::remove_all(home / "answers");
  home.write("answers", "a file where the folder was");
  press(terminal, "bearing" + done, "NOT SAVED, but kept; it is tried again all the time.");
  press(terminal, key::tab + "q", "The round is not in the history.");
  CHECK(leave(terminal) == 1);
  CHECK(terminal.transcript().find("viva history import viva-unsaved-1795372200.jsonl") != std::string::npos);
  CHECK(home.run({"history", "import", "viva-unsaved-1795372200.jsonl"}).code == 0);
  CHECK(last_round(home)["questions"][0]["answer"] == "bearing");
}

TEST_CASE("full screen: that a round is not saved stays to be read while it is typed on") {
  const Home home;
  home.write("folder/readme", "");
  fs::create_directories(home / "folder/history.db");
  auto args = begin(home);
  args.insert(args.end(), {"--history", "folder/history.db"});
  Pty terminal{home, args};
  terminal.wait_for_screen("nothing is being saved");
  press(terminal, key::enter, "Tab done typing");
  press(terminal, "one" + key::enter, "NOT SAVED, but kept");
  press(terminal, "two", "two");
  CHECK(terminal.screen().text().find("NOT SAVED, but kept") != std::string::npos);
  terminal.send("\x03");
  terminal.wait();
}
