// Drills at a full screen, typed by keys and clicked, on a pseudo-terminal.
#include <signal.h>

#include "catch.hpp"
#include "cli/full_screen.hpp"

using namespace viva::test;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

// Opens a drill of the small bank: three questions, with four points, three and none.
struct Drilled {
  Drilled() { terminal.wait_for_screen("1/3  Shore"); }

  const Home home;
  Pty terminal{home, drill(home)};
};

// Rates the first question Good, and stands before the second.
void rate_one(Pty& terminal) {
  press(terminal, key::enter, "Tick the points");
  press(terminal, "123" + key::enter, "3 of 4 points: Hard.");
  press(terminal, "3", "2/4  Shore");  // what was missed comes once more
}

std::string kept(const Home& home) { return home.run({"history", "export"}).out; }

}  // namespace

TEST_CASE("full screen: a drill from the first question to the summary") {
  const Home home;
  Pty terminal{home, drill(home)};
  terminal.wait_for_screen("1/3  Shore");
  press(terminal, key::enter, "Hint   Name two kinds of cloud");
  press(terminal, key::space, "> [x] 1");
  press(terminal, "j" + key::down + "k" + key::space, "> [x] 2");
  press(terminal, "4", "> [x] 4");
  press(terminal, key::up + "x", "> [x] 3");
  press(terminal, "x", "> [ ] 3");
  press(terminal, key::enter, "3 of 4 points: Hard.");
  check_screen(terminal, "full-drill-rating.txt");
  press(terminal, key::enter, "2/4  Shore");
  terminal.wait_for_screen("Saved. What you missed comes once more before the end; back tomorrow.");
  press(terminal, "n", "> [ ] 1  gasping");
  press(terminal, key::enter, "0 of 3 points: Again.");
  press(terminal, key::right + "ll" + key::left, "▸3 Good");
  press(terminal, key::enter, "3/5  Open Water");
  press(terminal, key::enter, "How did it go?");
  press(terminal, "4", "4/5  once more · Shore · Weather");
  terminal.wait_for_screen("Say the point you missed.");
  press(terminal, key::enter + "1", "> [x] 1  the plan changes on land");
  press(terminal, key::enter + key::enter, "5/5  once more · Shore · Rescue");
  press(terminal, key::enter + "13", "> [x] 3  core temperature");
  press(terminal, key::enter, "2 of 3 points: Hard.");
  terminal.send(key::enter);
  CHECK(leave(terminal) == 0);
  check_screen(terminal, "full-drill-summary.txt");
  CHECK(count(kept(home), "\"rating\"") == 5);
  CHECK(kept(home).find(
            R"("item":"read-the-sky","at":"2026-11-22T18:30:00.000Z","day":"2026-11-22","rating":2,)"
            R"("ticked":[1,2,4],"points":4)") != std::string::npos);
}

TEST_CASE("full screen: the same drill leaves the history that line mode leaves") {
  const Home full, line;
  const Args args = drill(line);
  const auto run = line.type(args,
                             "towers before noon\nveils\n\n1 2\n\n"  // typed, Again is proposed
                             "\nnone\nu\n2\n1\n"                     // ticks taken back
                             "s\nu\n\n3\n"                           // a skip taken back
                             "u\n4\ns\ns\n");                        // a rating taken back; the repetitions
  REQUIRE(run.code == 0);

  Pty terminal{full, drill(full)};
  terminal.wait_for_screen("1/3");
  press(terminal, "ttowers before noon" + key::enter + "veils", "veils");
  press(terminal, key::tab + key::enter + "12" + key::enter, "2 of 4 points: Hard.");
  press(terminal, key::enter, "2/4");
  press(terminal, key::enter + key::enter, "0 of 3 points: Again.");
  press(terminal, "u", "Tick the points");
  press(terminal, "2" + key::enter + "1", "3/5");
  press(terminal, "s", "once more");
  press(terminal, "u", "3/5  Open Water");
  press(terminal, key::enter + "3", "once more");
  press(terminal, "u", "Taken back: tow-or-wait.");
  press(terminal, "4", "4/5  once more");
  press(terminal, "s", "5/5  once more");
  terminal.send("s");
  CHECK(leave(terminal) == 0);
  CHECK(lasting_history(full) == lasting_history(line));
  CHECK(count(lasting_history(full), "retracted") == 1);
}

TEST_CASE("full screen: ticks changed after the rating was proposed change the proposal") {
  Drilled of;
  press(of.terminal, key::enter + key::enter, "0 of 4 points: Again.");
  press(of.terminal, key::space + "j" + key::space, "2 of 4 points: Hard.");
  press(of.terminal, "j" + key::space + "j" + key::space, "4 of 4 points: Good.");
  press(of.terminal, key::enter + "q", "Covered 4 of 4 points");
  CHECK(leave(of.terminal) == 0);
}

TEST_CASE("full screen: nothing to take back, and no rating to accept, are told") {
  Drilled of;
  press(of.terminal, "u", "There is nothing to take back yet");
  press(of.terminal, "ss" + key::enter, "How did it go?");
  press(of.terminal, key::enter, "Press 1 Again, 2 Hard, 3 Good or 4 Easy");
}

TEST_CASE("full screen: pages lie over the question and are closed again") {
  Drilled of;
  auto& terminal = of.terminal;
  press(terminal, key::enter + "a", "Reciting the ten genera of cloud.");
  terminal.wait_for_screen("https://example.com/clouds");
  terminal.wait_for_screen("Enter close");
  press(terminal, key::enter, "Tick the points");
  press(terminal, "f", "What if the group disagrees?");
  press(terminal, "q", "Tick the points");
  press(terminal, "?", "tick the point, or take the tick away");
  wait_for_keys(terminal, "Enter close");
  press_escape(terminal, "Tick the points");
  press(terminal, key::f1, "on without a rating");
  press(terminal, "n", "Tick the points");
}

TEST_CASE("full screen: an answer is typed, left for the commands and gone on with") {
  Drilled of;
  auto& terminal = of.terminal;
  press(terminal, "t", "Tab done typing");
  press(terminal, "quit? no: s, q and u are lettrs" + key::left + key::left + "e", "letters");
  press(terminal, key::end + "." + key::enter + "日本 é👩‍💻", "日本 é");
  press_escape(terminal, "t type");
  press(terminal, "i" + key::backspace + "!", "日本 é!");
  press(terminal, key::tab + key::enter, "Tick the points");
  terminal.wait_for_screen("| quit? no: s, q and u are letters.");
  press(terminal, key::enter + "1", "2/");
  CHECK(kept(of.home).find(R"("answer":"quit? no: s, q and u are letters.\n日本 é!")") != std::string::npos);
}

TEST_CASE("full screen: what is pasted is text, also where it looks like commands") {
  Drilled of;
  auto& terminal = of.terminal;
  press(terminal, paste("one\ttab\rq\r\ns\nu 1 2 3\r\x1b[31mend"), "[31mend");
  press(terminal, key::tab + key::enter, "Tick the points");
  press(terminal, paste("q1 \r"), "What was pasted is no command: nothing was done.");
  CHECK(count(terminal.screen().text(), "[ ]") == 4);
  press(terminal, key::enter + "3", "2/4");
  const auto answer = kept(of.home);
  INFO(answer);
  CHECK(answer.find(R"("answer":"one\ttab\nq\ns\nu 1 2 3\n)") != std::string::npos);
  CHECK(answer.find("[31mend\"") != std::string::npos);
}

TEST_CASE("full screen: a long paste arrives whole") {
  Drilled of;
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "日本語 é";
  press(of.terminal, paste(text + " fin"), "fin");
  press(of.terminal, key::tab + key::enter, "Tick the points");
  press(of.terminal, key::enter + "3", "2/4");
  CHECK(count(kept(of.home), "日本語 é") == 3000);
}

TEST_CASE("full screen: a character that comes in pieces is one") {
  Drilled of;
  press(of.terminal, "tcaf", "caf");
  of.terminal.send("\xc3");
  of.terminal.settle();
  press(of.terminal, "\xa9!", "café!");
}

TEST_CASE("full screen: a paste may come slowly, and in many pieces") {
  Drilled of;
  of.terminal.send("\x1b[200~");
  for (int i = 0; i < 250; ++i) {
    of.terminal.send("x");
    of.terminal.settle(2ms);
  }
  press(of.terminal, "fin\x1b[201~", "fin");
}

TEST_CASE("full screen: what was typed and not rated is printed at the end") {
  Drilled of;
  press(of.terminal, "thalf a thought" + key::tab, "t type");
  press(of.terminal, "s", "2/3");
  press(of.terminal, "tand another", "and another");
  of.terminal.send({"\x03", 1});
  CHECK(leave(of.terminal) == 130);
  of.terminal.wait_for_screen("half a thought");
  of.terminal.wait_for_screen("and another");
}

TEST_CASE("full screen: an answer is on disk when the next question shows") {
  Drilled of;
  rate_one(of.terminal);
  of.terminal.signal(SIGKILL);
  CHECK(of.terminal.wait() == 128 + SIGKILL);
  CHECK(count(kept(of.home), "\"rating\":3") == 1);
}

TEST_CASE("full screen: clicks tick, rate, press keys and place the cursor") {
  Drilled of;
  auto& terminal = of.terminal;
  terminal.wait_until([](const auto& screen) { return screen.mouse(); }, "the mouse");
  press(terminal, "tone three", "one three");
  click(terminal, "three");
  press(terminal, "two ", "one two three");
  press(terminal, key::tab, "t type");
  click(terminal, "Enter hint", "Tick the points");
  click(terminal, "[ ] 2", "> [x] 2");
  click(terminal, "cirrus", "> [ ] 2");
  click(terminal, "group", "> [x] 4");
  click(terminal, "Enter rate", "1 of 4 points: Again.");
  click(terminal, "f follow-ups", "What if the group disagrees?");
  click(terminal, "Enter close", "1 of 4 points: Again.");
  click(terminal, "2 Hard", "2/4");
  CHECK(kept(of.home).find("\"rating\":2") != std::string::npos);
  click(terminal, "s skip", "3/4");
  click(terminal, "q stop");
  CHECK(leave(terminal) == 0);
}

TEST_CASE("full screen: a resized terminal loses nothing") {
  Drilled of;
  auto& terminal = of.terminal;
  press(terminal, "tkept while it shrinks", "kept while it shrinks");
  terminal.resize(12, 40);
  wait_for_keys(terminal, "F1 help");
  terminal.wait_for_screen("kept while it shrinks");
  terminal.resize(8, 30);
  terminal.wait_for_screen("Too small: viva needs");
  terminal.send(", and after");
  terminal.resize(40, 120);
  terminal.wait_for_screen("kept while it shrinks, and after");
  press(terminal, key::tab + key::enter + "1" + key::enter + "4", "2/4");
  CHECK(kept(of.home).find(R"("answer":"kept while it shrinks, and after")") != std::string::npos);
  CHECK(terminal.screen().unknown().empty());
}

TEST_CASE("full screen: a history that cannot be written any more is told, and the drill goes on") {
  const Home home;
  Pty terminal{home, drill(home, {"--history", "answers/history.db"})};
  terminal.wait_for_screen("1/3");
  rate_one(terminal);
  fs::remove_all(home / "answers");
  home.write("answers", "a file where the folder was");
  press(terminal, key::enter + "1" + key::enter + "2", "NOT SAVED, but kept; 1 answer waits.");
  terminal.wait_for_screen("3/5  Open Water");
  terminal.send("q");
  CHECK(leave(terminal) == 1);
  CHECK(terminal.transcript().find("viva history import viva-unsaved-1795372200.jsonl") != std::string::npos);
  fs::remove(home / "answers");
  CHECK(home.run({"history", "import", "viva-unsaved-1795372200.jsonl"}).out ==
        "1 answer added, 0 taken back; 0 known already\n");
}

TEST_CASE("full screen: what was typed to a question that was skipped is printed, however the drill ends") {
  const Home home;
  Pty terminal{home, drill(home, {"--count", "2"})};
  terminal.wait_for_screen("1/2  Shore");
  press(terminal, "tprecious words" + key::tab, "precious words");
  press(terminal, "s", "2/2  Shore");
  press(terminal, key::enter + key::enter, "0 of 3 points: Again.");
  press(terminal, "3", "3/3  once more");
  terminal.send("s");
  CHECK(leave(terminal) == 0);
  CHECK(terminal.screen().text().find("| precious words") != std::string::npos);
}

TEST_CASE("full screen: ticks come back with a question that was skipped") {
  Drilled of;
  auto& terminal = of.terminal;
  press(terminal, key::enter, "Tick the points");
  press(terminal, "24", "> [x] 4");
  press(terminal, "s", "2/3  Shore");
  press(terminal, "u", "> [ ] 1");
  terminal.wait_for_screen("[x] 2");
  terminal.wait_for_screen("[x] 4");
}

TEST_CASE("full screen: an impatient second Ctrl-C loses no answer that waits to be saved") {
  const Home home;
  Pty terminal{home, drill(home, {"--history", "answers/history.db"})};
  terminal.wait_for_screen("1/3  Shore");
  rate_one(terminal);
  terminal.wait_for_screen("Saved");
  fs::remove_all(home / "answers");
  home.write("answers", "a file where the folder was");
  press(terminal, key::enter + key::enter + "3", "NOT SAVED");
  terminal.send("\x03\x03\x03");
  terminal.signal(SIGINT);
  terminal.wait();
  CHECK(fs::exists(home / "viva-unsaved-1795372200.jsonl"));
}
