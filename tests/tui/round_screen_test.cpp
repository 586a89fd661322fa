// A round at the full screen, key by key and second by second.
#include "tui/round_at_screen.hpp"
#include "tui/screen_bank.hpp"

using namespace viva;
using namespace viva::sample;
using namespace viva::test;

namespace {

// Three questions of three minutes each: "what-is-quantization" has five points and a follow-up.
std::vector<Item> questions() { return {ordinary(), item("second", 2), item("third")}; }

// The keys that answer one aloud and foretell a Hire.
const std::string with_follow_up = " Tab Enter Tab Enter 3", without = " Tab Enter 3";
const std::string to_scoring = "Enter" + with_follow_up + without + without;

std::string answer_of(const RoundAtScreen& at, std::size_t question) {
  return at.round.state().questions[question].answer;
}

std::string heading(RoundAtScreen& at) { return row_text(at.frame(), 0); }
std::string message(RoundAtScreen& at) { return row_text(at.frame(), 22); }

}  // namespace

TEST_CASE("a round begins when it is told to", "[round_screen]") {
  RoundAtScreen at{questions()};
  CHECK(at.shows("3 questions in 9 min"));
  CHECK(at.press("a x 1") == "");
  CHECK(at.press("Enter") == "Begin");
  CHECK(heading(at).starts_with(" 1/3  Beginner · Quantization  "));
  CHECK(heading(at).ends_with("  3:00 of 3:00 · round 9:00"));
  CHECK(at.frame().cursor());
}

TEST_CASE("a round that is not begun can be left", "[round_screen]") {
  RoundAtScreen at{questions()};
  CHECK(at.press("q") == "Leave");
}

TEST_CASE("what is typed reaches the round at once", "[round_screen]") {
  RoundAtScreen at{questions(), "Enter"};
  CHECK(at.press("h") == "Type 'h'");
  CHECK(at.press("i") == "Type 'hi'");
  CHECK(at.press("Space") == "Type 'hi '");
  CHECK(at.press("Enter") == "Type 'hi \n'");
  CHECK(at.press("Backspace") == "Type 'hi '");
  CHECK(at.press("Left") == "");
  CHECK(at.press("Ctrl-Y") == "");
  CHECK(answer_of(at, 0) == "hi ");
}

TEST_CASE("Tab leads from the text to the commands, where Enter ends the answer", "[round_screen]") {
  RoundAtScreen at{questions(), "Enter"};
  at.type("Fewer bits.  ");
  CHECK(at.press("Tab") == "");
  CHECK(!at.frame().cursor());
  CHECK(message(at) == " Answer aloud, or press t to type. Enter when you are done.");
  CHECK(at.press("Enter") == "Submit 'Fewer bits.  '");
  CHECK(at.shows("Interviewer: "));
  CHECK(at.shows(ordinary().follow_ups[0].substr(0, 10)) != at.shows(ordinary().follow_ups[1].substr(0, 10)));
}

TEST_CASE("the reply to a follow-up begins empty, and goes with the next key", "[round_screen]") {
  RoundAtScreen at{questions(), "Enter"};
  at.type("answer");
  at.press("Tab Enter");
  CHECK(at.screen.text().empty());
  at.type("reply");
  CHECK(at.press("Esc Enter") == "Next 'reply'");
  CHECK(answer_of(at, 0) == "answer");
  CHECK(at.round.state().questions[0].reply == "reply");
}

TEST_CASE("how it went is foretold by a digit, or by arrows and Enter", "[round_screen]") {
  RoundAtScreen at{questions(), "Enter Tab Enter Tab Enter"};
  CHECK(at.shows("How did that go?"));
  CHECK(at.press("Enter") == "");
  CHECK(message(at) == " Press 1 No, 2 Lean no, 3 Hire or 4 Strong hire.");
  CHECK(at.press("Left") == "");
  CHECK(at.shows("▸4 Strong hire"));
  CHECK(at.press("Left Enter") == "Predict 3");
  CHECK(at.press("Tab Enter") == "Submit");
  CHECK(!at.shows("▸"));
  CHECK(at.press("1") == "Predict 1");
}

TEST_CASE("before it is scored a round shows no hint, point, pitfall or model answer", "[round_screen]") {
  RoundAtScreen at{questions(), "", true};
  const auto hidden = [&](const std::string& keys) {
    at.press(keys);
    for (const auto& format : {usual, wide, small}) {
      const auto frame = at.frame(format);
      for (const auto* secret : {"Name the precisions", "Hint", "lower precision", "Promising", "Pitfalls",
                                 "measured on real data", "Point 1", "[ ]"}) {
        INFO(text_of(frame));
        CHECK(!shows(frame, secret));
      }
    }
  };
  for (const auto* keys :
       {"", "Enter", "b i t s", "F1", "Esc", "Tab", "a", "e", "?", "Enter", "p", "?", "Enter", "Enter"})
    hidden(keys);
  REQUIRE(at.round.view().phase == RoundPhase::answering);
  for (const auto* keys : {"Enter", "n o", "Tab Enter", "a", "e", "f", "?", "Esc", "Space", "x"})
    hidden(keys);
  REQUIRE(at.round.view().phase == RoundPhase::predicting);
}

TEST_CASE("the clock of a round stops only where that was agreed", "[round_screen]") {
  RoundAtScreen strict{questions(), "Enter Tab"};
  CHECK(strict.press("p") == "");
  CHECK(strict.shows("viva mock --relaxed"));

  RoundAtScreen relaxed{questions(), "Enter", true};
  relaxed.type("so");
  CHECK(relaxed.press("Tab p") == "Pause");
  CHECK(message(relaxed) == " Paused; the clock stands still.");
  const auto stopped = heading(relaxed);
  relaxed.wait(90s);
  CHECK(heading(relaxed) == stopped);
  CHECK(relaxed.press("t") == "");
  CHECK(relaxed.take(Paste{"x"}) == "");
  CHECK(relaxed.press("Enter") == "Resume");
  CHECK(relaxed.shows("│ so"));
}

TEST_CASE("the clock goes on while typing, and what it says stays for some seconds", "[round_screen]") {
  RoundAtScreen at{questions(), "Enter"};
  at.wait(90s);
  CHECK(message(at) == " half of 3:00 gone");
  at.type("still ");
  at.wait(5s);
  CHECK(message(at) == " half of 3:00 gone");
  at.wait(4s);
  CHECK(message(at).empty());
  CHECK(heading(at).ends_with("1:21 of 3:00 · round 7:21"));
  at.wait(81s + 12s);
  CHECK(heading(at).ends_with("0:12 over 3:00 · round 5:48"));
  at.type("typing");
  CHECK(answer_of(at, 0) == "still typing");
}

TEST_CASE("what was not understood is said before what the clock said", "[round_screen]") {
  RoundAtScreen at{questions(), "Enter Tab"};
  at.wait(90s);
  at.press("p");
  CHECK(at.shows("viva mock --relaxed"));
  at.press("Up");
  CHECK(message(at) == " half of 3:00 gone");
}

TEST_CASE("when the round's time is over while typing, what was typed is kept", "[round_screen]") {
  RoundAtScreen at{questions(), "Enter"};
  at.wait(9min - 1s);
  at.type("nearly don");
  at.wait(1s);
  CHECK(at.round.view().phase == RoundPhase::scoring);
  CHECK(at.shows("Time. The round is over; your answer is kept."));
  CHECK(at.shows("| nearly don"));
  CHECK(!at.shows("Hint"));
}

TEST_CASE("keys typed on when the time is over command nothing, until one that types no text",
          "[round_screen]") {
  RoundAtScreen at{questions(), "Enter"};
  at.type("so");
  at.wait(9min);
  const auto before = at.round.state();
  for (const auto* key :
       {"e", "Space", "q", "u", "i", "t", "Enter", "n", "1", "?", "Backspace", "Left", "Tab"}) {
    INFO(key);
    CHECK(at.press(key) == "");
  }
  CHECK(at.take(Paste{"x\n"}) == "");
  CHECK(at.round.state() == before);
  CHECK(at.press("Esc") == "");
  CHECK(at.shows("[ ] 1  weights stored"));
  CHECK(at.press("1") == "Tick 1");
}

TEST_CASE("a prediction that comes too late is no tick", "[round_screen]") {
  RoundAtScreen at{questions(), "Enter Tab Enter Tab Enter"};
  at.wait(9min);
  CHECK(at.press("3 Enter") == "");
  at.press("Esc");
  CHECK(at.shows("[ ] 1  weights stored"));
}

TEST_CASE("what the clock had to say is not told while the round is scored", "[round_screen]") {
  RoundAtScreen at{questions(), "Enter" + with_follow_up + without};
  at.wait(91s);
  REQUIRE(at.shows("half of 3:00 gone"));
  at.press(without);
  REQUIRE(at.shows("[ ] 1  weights stored"));
  CHECK(!at.shows("half of 3:00 gone"));
}

TEST_CASE("a round that asked all of its questions leads to the scoring at once", "[round_screen]") {
  RoundAtScreen at{questions(), to_scoring};
  CHECK(at.shows("[ ] 1  weights stored"));
}

TEST_CASE("a round resumed while it is scored asks nobody to stop typing", "[round_screen]") {
  RoundAtScreen at{questions(), to_scoring};
  RoundScreen fresh{RoundSetting{at.bank, at.past, at.reviews}};
  CHECK(shows(fresh.draw(at.round, at.now(), usual), "Hint"));
}

TEST_CASE("a paste into an answer is text, whatever it says", "[round_screen]") {
  RoundAtScreen at{questions(), "Enter"};
  CHECK(at.take(Paste{"q\t1\r\nx"}) == "Type 'q\t1\nx'");
  at.press("Tab");
  CHECK(at.take(Paste{"p"}) == "Type 'q\t1\nxp'");
  CHECK(at.frame().cursor());
}

TEST_CASE("where a round takes no text a paste does nothing, and that is said", "[round_screen]") {
  const std::vector<std::string> places{"", "Enter F1", "Enter Tab Enter Tab Enter", to_scoring,
                                        to_scoring + " Enter"};
  for (const auto& keys : places) {
    RoundAtScreen at{questions(), keys};
    const auto before = at.round.state();
    CHECK(at.take(Paste{"q\n1\t"}) == "");
    CHECK(at.round.state() == before);
    CHECK(at.shows("What was pasted is no command: nothing was done."));
  }
}

TEST_CASE("points are ticked, and the mark follows", "[round_screen]") {
  RoundAtScreen at{questions(), to_scoring};
  REQUIRE(at.round.view().phase == RoundPhase::scoring);
  CHECK(at.shows("Tick only what you really said."));
  CHECK(at.press("Space") == "Tick 1");  // and so it is saved
  CHECK(at.press("2") == "Tick 1 2");
  CHECK(at.press("Down Down Space") == "Tick 1 2 4");
  CHECK(at.press("Enter") == "");
  CHECK(at.shows("3 of 5 points: Lean no."));
  CHECK(at.shows("▸2 Lean no"));
  CHECK(at.press("Down Space") == "Tick 1 2 4 5");
  CHECK(at.shows("▸3 Hire"));
  CHECK(at.press("Enter") == "Mark 3");
}

TEST_CASE("the mark proposed can be overruled", "[round_screen]") {
  RoundAtScreen at{questions(), to_scoring + " Enter"};
  CHECK(at.shows("▸1 No"));
  CHECK(at.press("Right Right Right Enter") == "Mark 4");
  CHECK(at.press("Enter") == "Tick none");
  CHECK(at.press("2") == "Mark 2");
}

TEST_CASE("a question without points is marked at once, by choice", "[round_screen]") {
  RoundAtScreen at{{item("open")}, "Enter Tab Enter 3"};
  CHECK(at.shows("How did it go?"));
  CHECK(at.press("Space") == "");
  CHECK(at.press("Enter") == "");
  CHECK(at.press("3") == "Mark 3");
}

TEST_CASE("undo takes back one thing: the mark, the ticks, and then the mark before", "[round_screen]") {
  RoundAtScreen at{questions(), to_scoring + " 1 2 Enter Enter 1 Enter"};
  REQUIRE(at.round.view().number == 2);
  CHECK(at.press("u") == "");
  CHECK(at.shows("[x]"));
  CHECK(at.press("u") == "Undo");
  CHECK(at.round.view().number == 2);
  CHECK(!at.shows("[x]"));
  CHECK(at.press("u") == "Undo");
  CHECK(at.round.view().number == 1);
  CHECK(!at.shows("[x]"));
  CHECK(at.press("u") == "");
  CHECK(message(at) == " There is nothing to take back.");
}

TEST_CASE("the scorecard is read, and the last mark can still be taken back", "[round_screen]") {
  RoundAtScreen at{questions(), to_scoring + " Enter 3 Enter 3"};
  CHECK(at.press("3") == "Mark 3");
  CHECK(at.shows("All is scored."));
  CHECK(at.shows("HIRE"));
  CHECK(at.press("u") == "Undo");
  CHECK(at.round.view().phase == RoundPhase::scoring);
  CHECK(at.press("4") == "Mark 4");
  CHECK(at.press("q") == "close");
  CHECK(at.press("Enter") == "close");
}

TEST_CASE("while scoring, what there is to read is a key away", "[round_screen]") {
  RoundAtScreen at{questions(), to_scoring};
  at.press("a");
  CHECK(at.shows("measured on real data"));
  at.press("Esc e");
  CHECK(at.shows("No answer to this question was typed in an earlier round."));
  at.press("Esc ?");
  CHECK(at.shows("these are all: go on to the mark"));
}

TEST_CASE("earlier answers are those to this question, newest first", "[round_screen]") {
  RoundAtScreen at{questions(), to_scoring};
  for (const auto& [days, text] : {std::pair{40, "long ago"}, std::pair{3, "of late"}}) {
    Review review;
    review.bank = "sample";
    review.item = "what-is-quantization";
    review.mode = Mode::round;
    review.answer = text;
    review.rating = Rating::hard;
    review.day = monday - std::chrono::days{days};
    review.at = start - std::chrono::days{days};
    at.reviews.push_back(review);
  }
  at.press("e");
  const auto text = text_of(at.frame());
  CHECK(text.find("of late") < text.find("long ago"));
  CHECK(text.find("long ago") != text.npos);
}

TEST_CASE("points, marks, keys and the answer can be clicked", "[round_screen]") {
  RoundAtScreen at{questions(), "Enter"};
  at.type("alpha beta");
  CHECK(at.click("alpha") == "");
  CHECK(at.press("X") == "Type 'Xalpha beta'");
  at.click("Tab done");
  CHECK(at.click("Enter done") == "Submit 'Xalpha beta'");
  at.press("Tab Enter");
  CHECK(at.click("Lean no") == "Predict 2");
  at.press("Tab Enter 1 Tab Enter 1");
  CHECK(at.click("memory falls") == "Tick 2");
  CHECK(at.click("mark") == "");
  CHECK(at.click("faster") == "Tick 2 3");
  CHECK(at.click("4 Strong") == "Mark 4");
}

TEST_CASE("pitfalls are in reach on every screen, below the points or with the answer", "[round_screen]") {
  for (const auto& format : {usual, small, wide}) {
    RoundAtScreen at{{worldly()}};
    at.format = format;
    at.press("Enter Tab Enter Tab Enter 3 a");
    CHECK(at.shows("只看第一分钟"));
  }
}

TEST_CASE("the cursor is in sight when the ticks are given and marks are shown", "[round_screen]") {
  for (const auto& format : {usual, small, wide}) {
    RoundAtScreen at{{worldly()}};
    at.format = format;
    at.press("Enter Tab Enter Tab Enter 3 1 2 3");
    CHECK(at.shows("> [x]  3"));
    at.press("Enter");
    CHECK(at.shows("> [x]  3"));
  }
}

TEST_CASE("the scoring of a round shows four points or more, however long its texts are", "[round_screen]") {
  auto wordy = ordinary();
  for (int i = 0; i < 3; ++i) {
    wordy.prompt += " " + wordy.prompt;
    wordy.hint += " " + wordy.hint;
  }
  for (const auto& item : {structured(), wordy, worldly()}) {
    RoundAtScreen at{{item}, "Enter"};
    at.take(Paste{long_answer()});
    at.press("Tab Enter Tab Enter 3");
    INFO(text_of(at.frame()));
    const auto points = [&] {
      int shown = 0;
      for (int row = 0; row < usual.size.rows; ++row) {
        const auto text = row_text(at.frame(), row);
        shown += text.find("[ ] ") != std::string::npos || text.find("[x] ") != std::string::npos ? 1 : 0;
      }
      return shown;
    };
    CHECK(points() >= 4);
    at.press("1 2 Enter");
    CHECK(points() >= 4);
  }
}

TEST_CASE("a follow-up is shown with its structure", "[round_screen]") {
  RoundAtScreen at{{structured()}, "Enter Tab Enter"};
  CHECK(at.shows("Interviewer: And with shared_ptr?"));
  CHECK(text_of(at.frame()).find("• who counts\n") != std::string::npos);
}

TEST_CASE("points can be clicked on a small screen, below one's answer", "[round_screen]") {
  RoundAtScreen at{questions()};
  at.format = small;
  at.press(to_scoring);
  at.press("Down Down");
  CHECK(at.click("faster") == "Tick 3");
  CHECK(at.press("Enter") == "");
}

TEST_CASE("a round that is resumed goes on with what was typed", "[round_screen]") {
  RoundAtScreen before{questions(), "Enter"};
  before.type("half an ans");
  RoundScreen resumed{RoundSetting{before.bank, before.past, before.reviews}};
  const auto frame = resumed.draw(before.round, before.now(), usual);
  CHECK(shows(frame, "│ half an ans"));
  CHECK(frame.cursor());
  CHECK(request_words(resumed.take(KeyPress{"w"}, before.round)) == "Type 'half an answ'");
}

TEST_CASE("what only the terminal can do is asked of it", "[round_screen]") {
  RoundAtScreen at{questions(), "Enter"};
  CHECK(at.press("Ctrl-E") == "editor");
  CHECK(at.press("Tab Ctrl-E") == "editor");
  CHECK(at.press("? Ctrl-C") == "interrupt");
  CHECK(at.press("Esc Ctrl-Z") == "suspend");
  CHECK(at.press("q") == "Leave");
}
