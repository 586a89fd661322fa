// A drill at the full screen, key by key.
#include "tui/drill_at_screen.hpp"
#include "tui/screen_bank.hpp"

using namespace viva;
using namespace viva::sample;
using namespace viva::test;

namespace {

using Texts = std::vector<std::string>;

std::vector<Item> two() { return {item("first", 3), item("second", 2)}; }

std::vector<int> ticked_boxes(const Frame& frame) {
  std::vector<int> numbers;
  for (int row = 0; row < frame.size().rows; ++row) {
    const auto text = row_text(frame, row);
    if (const auto box = text.find("[x] "); box != text.npos) numbers.push_back(text[box + 4] - '0');
  }
  return numbers;
}

using Numbers = std::vector<int>;

// What would be told if the drill ended now.
Texts unrated(const DrillAtScreen& at) {
  auto drill = at.session.drill;
  drill.step(Drill::Quit{}, at.session.now);
  return drill.view().summary.value().unrated;
}

}  // namespace

TEST_CASE("a question is answered aloud, ticked and rated", "[drill_screen]") {
  DrillAtScreen drill{two()};
  CHECK(drill.shows("What about first?"));
  CHECK(!drill.shows("Hint"));
  CHECK(drill.press("Enter") == "Reveal");
  CHECK(drill.shows("[ ] 1  Point 1"));
  CHECK(drill.press("Space") == "");
  CHECK(drill.press("Down Down Space") == "");
  CHECK(drill.press("Enter") == "Tick 1 3");
  CHECK(drill.shows("2 of 3 points: Hard."));
  CHECK(drill.press("Enter") == "Rate Hard");
  CHECK(drill.session.place() == "second? 2/3");  // what was missed comes once more
  CHECK(drill.session.log.reviews.front().ticked == Numbers{1, 3});
}

TEST_CASE("what was missed comes once more, numbered anew, and nothing of it is ticked yet",
          "[drill_screen]") {
  DrillAtScreen drill{{item("first", 5), item("second", 2)}, "Enter 1 3 5 Enter Enter s"};
  REQUIRE(drill.session.place() == "first? 3/3");
  CHECK(drill.shows("3/3  once more · Beginner · Quantization"));
  CHECK(drill.shows("Say the 2 points you missed."));
  CHECK(drill.press("Enter") == "Reveal");
  CHECK(drill.shows("[ ] 1  Point 2"));
  CHECK(drill.shows("[ ] 2  Point 4"));
  CHECK(!drill.shows("Point 1"));
  CHECK(!drill.shows("Point 5"));
  CHECK(ticked_boxes(drill.frame()).empty());
  CHECK(drill.press("3") == "");
  CHECK(drill.press("2 Enter") == "Tick 2");
  CHECK(drill.shows("1 of 2 points: Hard."));
  CHECK(drill.press("u Enter") == "Tick 2");
  CHECK(drill.press("Enter") == "Rate Hard");
  CHECK(drill.session.view().phase == Drill::Phase::finished);
  CHECK(drill.session.log.reviews.back().asked == PointKeys{"Point 2", "Point 4"});
  CHECK(drill.session.log.reviews.back().ticked == Numbers{2});
}

TEST_CASE("undo leads from what is asked once more to the ticks of the first time", "[drill_screen]") {
  DrillAtScreen drill{{item("first", 5)}, "Enter 1 3 5 Enter Enter Enter 1"};
  CHECK(ticked_boxes(drill.frame()) == Numbers{1});
  CHECK(drill.press("u u") == "Undo");
  CHECK(drill.session.place() == "first. 1/1");
  CHECK(ticked_boxes(drill.frame()) == Numbers{1, 3, 5});
}

TEST_CASE("digits tick points, and then rate", "[drill_screen]") {
  DrillAtScreen drill{two(), "Enter"};
  CHECK(drill.press("3") == "");
  CHECK(drill.press("1") == "");
  CHECK(drill.press("9") == "");
  CHECK(ticked_boxes(drill.frame()) == Numbers{1, 3});
  CHECK(drill.press("3 Enter") == "Tick 1");
  CHECK(drill.press("4") == "Rate Easy");
}

TEST_CASE("arrows choose a rating, beginning at the one proposed", "[drill_screen]") {
  DrillAtScreen drill{two(), "Enter 1 2 3 Enter"};
  CHECK(drill.shows("▸3 Good"));
  drill.press("Right Right Right");
  CHECK(drill.shows("▸4 Easy"));
  drill.press("h h h h h");
  CHECK(drill.shows("▸1 Again"));
  CHECK(drill.press("l Enter") == "Rate Hard");
}

TEST_CASE("a question without points has no proposal: Enter needs a choice", "[drill_screen]") {
  DrillAtScreen drill{{item("open"), item("next")}, "Enter"};
  CHECK(drill.shows("How did it go?"));
  CHECK(drill.press("Enter") == "");
  CHECK(drill.shows("Press 1 Again, 2 Hard, 3 Good or 4 Easy."));
  CHECK(drill.press("Right Enter") == "Rate Again");
  CHECK(!drill.frame().clicked(22, 1));
}

TEST_CASE("a choice does not stay for the next question", "[drill_screen]") {
  DrillAtScreen drill{{item("a"), item("b")}, "Enter Left Enter"};
  CHECK(drill.session.place() == "b? 2/2");
  CHECK(drill.press("Enter") == "Reveal");
  CHECK(drill.press("Enter") == "");
}

TEST_CASE("while it is rated each tick is told to the drill, and the proposal follows", "[drill_screen]") {
  DrillAtScreen drill{two(), "Enter Enter"};
  CHECK(drill.shows("0 of 3 points: Again."));
  CHECK(drill.press("Space") == "Tick 1");
  CHECK(drill.press("j x") == "Tick 1 2");
  CHECK(drill.shows("2 of 3 points: Hard."));
  CHECK(drill.shows("▸2 Hard"));
}

TEST_CASE("undo while rating leads back to the ticks, and the next undo takes them back", "[drill_screen]") {
  DrillAtScreen drill{two(), "Enter 1 2 Enter"};
  CHECK(drill.press("u") == "Undo");
  CHECK(drill.session.place() == "first. 1/2");
  CHECK(ticked_boxes(drill.frame()).size() == 2);
  CHECK(drill.press("u") == "");
  CHECK(drill.shows("The ticks are taken back."));
  CHECK(ticked_boxes(drill.frame()).empty());
  CHECK(drill.press("2 Enter") == "Tick 2");
}

TEST_CASE("undo takes a rating back, and the ticks are as they were", "[drill_screen]") {
  DrillAtScreen drill{two(), "Enter 1 2 Enter 2"};
  REQUIRE(drill.session.place() == "second? 2/3");
  CHECK(drill.press("u") == "Undo");
  CHECK(drill.session.place() == "first. 1/2");
  CHECK(ticked_boxes(drill.frame()).size() == 2);
  CHECK(drill.session.log.reviews.empty());
}

TEST_CASE("all points are ticked at once, or none", "[drill_screen]") {
  DrillAtScreen drill{two(), "Enter 2 *"};
  CHECK(ticked_boxes(drill.frame()).size() == 3);
  drill.press("*");
  CHECK(ticked_boxes(drill.frame()).empty());
}

TEST_CASE("where there is nothing to undo it is said, until the next key", "[drill_screen]") {
  DrillAtScreen drill{two()};
  CHECK(drill.press("u") == "");
  CHECK(drill.shows("There is nothing to take back yet."));
  drill.press("F5");
  CHECK(!drill.shows("There is nothing to take back yet."));
  CHECK(!drill.shows("u undo"));
}

TEST_CASE("an answer is typed and goes with the reveal", "[drill_screen]") {
  DrillAtScreen drill{two(), "t"};
  drill.type("Fewer bits? s, q & ü");
  drill.press("Enter");
  drill.type("  1 2 3  ");
  CHECK(drill.session.place() == "first? 1/2");
  CHECK(drill.frame().cursor());
  CHECK(drill.press("Tab") == "");
  CHECK(!drill.frame().cursor());
  CHECK(drill.shows("│ Fewer bits? s, q & ü"));
  CHECK(drill.press("Enter") == "Reveal 'Fewer bits? s, q & ü\n  1 2 3  '");
  CHECK(drill.shows("| Fewer bits? s, q & ü"));
  drill.press("Enter 2");
  CHECK(drill.session.log.reviews.front().answer == "Fewer bits? s, q & ü\n  1 2 3");
}

TEST_CASE("what was typed to a skipped question comes back with it", "[drill_screen]") {
  DrillAtScreen drill{two(), "t"};
  drill.type("half an ans");
  CHECK(drill.press("Esc s") == "Skip");
  CHECK(!drill.shows("half an ans"));
  drill.press("t");
  drill.type("other");
  CHECK(drill.press("Tab u") == "Undo");
  CHECK(drill.shows("half an ans"));
  CHECK(drill.press("s") == "Skip");
  CHECK(drill.shows("other"));
}

TEST_CASE("what is typed and never rated is known to the end", "[drill_screen]") {
  DrillAtScreen drill{two()};
  CHECK(unrated(drill).empty());
  drill.press("t");
  drill.type("one");
  CHECK(unrated(drill) == Texts{"one"});
  drill.press("Tab s t");
  CHECK(unrated(drill) == Texts{"one"});
  drill.type("two");
  CHECK(unrated(drill) == Texts{"one", "two"});
  drill.press("Tab Enter");
  CHECK(unrated(drill) == Texts{"one", "two"});
}

TEST_CASE("what is rated is not unrated", "[drill_screen]") {
  DrillAtScreen drill{two(), "t"};
  drill.type("one");
  drill.press("Tab Enter Enter 3");
  CHECK(unrated(drill).empty());
}

TEST_CASE("an answer that was revealed and then skipped is unrated, too", "[drill_screen]") {
  DrillAtScreen drill{two(), "t"};
  drill.type("one");
  CHECK(drill.press("Tab Enter s") == "Skip");
  CHECK(unrated(drill) == Texts{"one"});
}

TEST_CASE("what is typed to a question asked once more is kept apart", "[drill_screen]") {
  DrillAtScreen drill{{item("only", 1)}, "t"};
  drill.type("first");
  drill.press("Tab Enter Enter 1");
  REQUIRE(drill.session.place() == "only? 2/2");
  CHECK(!drill.shows("first"));
  drill.press("t");
  drill.type("again");
  CHECK(drill.press("Tab u") == "Undo");
  REQUIRE(drill.session.place() == "only. 1/1");
  CHECK(drill.shows("| first"));
  CHECK(unrated(drill) == Texts{"first", "again"});
  drill.press("Enter 1");
  CHECK(drill.shows("│ again"));
}

TEST_CASE("a paste is text, whatever it says", "[drill_screen]") {
  DrillAtScreen drill{two()};
  CHECK(drill.take(Paste{"q\ts\n\x1b[2J1"}) == "Type 'q\ts\n\x1b[2J1'");
  CHECK(drill.session.place() == "first? 1/2");
  CHECK(drill.screen.answer() == "q\ts\n\x1b[2J1");
  CHECK(drill.shows("│ q s"));
  CHECK(drill.shows("│ ␛[2J1"));
  CHECK(drill.frame().cursor());
  CHECK(drill.press("Tab Enter") == "Reveal 'q\ts\n\x1b[2J1'");
}

TEST_CASE("where nothing is typed a paste does nothing, and that is said", "[drill_screen]") {
  for (const auto* keys : {"Enter", "Enter Enter", "?", "Enter a"}) {
    DrillAtScreen drill{{ordinary()}, keys};
    const auto before = drill.session.view();
    CHECK(drill.take(Paste{"q\n1\t"}) == "");
    CHECK(drill.session.view() == before);
    CHECK(drill.shows("What was pasted is no command: nothing was done."));
  }
}

TEST_CASE("pages are read over the screen and closed", "[drill_screen]") {
  DrillAtScreen drill{{ordinary()}, "Enter 2"};
  CHECK(drill.press("a") == "");
  CHECK(drill.shows("Weights and activations at fewer bits"));
  CHECK(drill.shows("Promising a fourfold speed-up"));
  CHECK(drill.shows("https://example.org/a-survey"));
  CHECK(drill.press("u") == "");
  CHECK(drill.press("q") == "");
  CHECK(ticked_boxes(drill.frame()) == Numbers{2});
  drill.press("f");
  CHECK(drill.shows("Which layers would you leave in floating point?"));
  drill.press("Enter");
  drill.press("?");
  CHECK(drill.shows("these are all: go on to the rating"));
  CHECK(drill.press("Esc q") == "Quit");
}

TEST_CASE("what the bank does not have is said", "[drill_screen]") {
  DrillAtScreen drill{two(), "Enter"};
  drill.press("a");
  CHECK(drill.shows("The bank has no model answer to this question."));
  drill.press("f");
  CHECK(drill.shows("The bank has no follow-ups to this question."));
  CHECK(!drill.shows("f follow-ups"));
}

TEST_CASE("help while typing is a key that types nothing, and typing goes on", "[drill_screen]") {
  DrillAtScreen drill{two(), "t"};
  drill.type("so?");
  drill.press("F1");
  CHECK(drill.shows("Within the text"));
  drill.press("Esc");
  drill.type("!");
  CHECK(drill.screen.answer() == "so?!");
}

TEST_CASE("what only the terminal can do is asked of it, also over a page that is read", "[drill_screen]") {
  DrillAtScreen drill{two()};
  CHECK(drill.press("Ctrl-E") == "editor");
  CHECK(drill.press("Ctrl-L") == "redraw");
  CHECK(drill.press("t Ctrl-Z") == "suspend");
  CHECK(drill.press("F1 Ctrl-C") == "interrupt");
}

TEST_CASE("what another editor gave is the answer, and can be undone", "[drill_screen]") {
  DrillAtScreen drill{two(), "t"};
  drill.type("short");
  drill.screen.set_answer("written at length\n");
  CHECK(drill.shows("written at length"));
  drill.press("Ctrl-_");
  CHECK(drill.screen.answer() == "short");
}

TEST_CASE("boxes, ratings, keys and the answer can be clicked", "[drill_screen]") {
  DrillAtScreen drill{two(), "t"};
  drill.type("one two");
  drill.click("one");
  drill.type("X");
  CHECK(drill.screen.answer() == "Xone two");
  drill.click("Tab done");
  CHECK(drill.click("Enter hint") == "Reveal 'Xone two'");
  CHECK(drill.click("Point 2") == "");
  CHECK(ticked_boxes(drill.frame()) == Numbers{2});
  CHECK(drill.click("rate") == "Tick 2");
  CHECK(drill.click("Point 3") == "Tick 2 3");
  CHECK(drill.click("Easy") == "Rate Easy");
}

TEST_CASE("a click on an answer goes on with it", "[drill_screen]") {
  DrillAtScreen drill{two(), "t"};
  drill.type("one two");
  drill.press("Tab");
  drill.click("two");
  drill.type("X");
  CHECK(drill.screen.answer() == "one Xtwo");
}

TEST_CASE("the cursor is in sight on a small screen, and comes back there with the next tick",
          "[drill_screen]") {
  DrillAtScreen drill{{worldly()}, "Enter", small};
  CHECK(drill.shows("> [ ]  1"));
  drill.press("Down Down Down Down Down Down");
  CHECK(drill.shows("> [ ]  7"));
  drill.press("PageUp PageUp PageUp PageUp");
  CHECK(!drill.shows("> [ ]  7"));
  drill.press("Space");
  CHECK(drill.shows("> [x]  7"));
}

TEST_CASE("the cursor stays in sight when the window gets smaller", "[drill_screen]") {
  DrillAtScreen drill{{worldly()}, "Enter Down Down Down Down Down Down"};
  CHECK(shows(drill.frame(usual), "> [ ]  7"));
  CHECK(shows(drill.frame(small), "> [ ]  7"));
}

TEST_CASE("the cursor stays in sight however the window changes", "[drill_screen]") {
  DrillAtScreen drill{{structured()}, "t"};
  drill.take(Paste{long_answer()});
  drill.press("Tab Enter Down Down Down");
  for (const auto& format : {usual, small, roomy, usual, wide, small_ascii, usual_ascii, small, wide}) {
    INFO(text_of(drill.frame(format)));
    CHECK(shows(drill.frame(format), "> [ ] 4"));
  }
}

TEST_CASE("a long answer stays in view with four points below it or beside it", "[drill_screen]") {
  for (const auto& format : {usual, roomy, wide, usual_ascii}) {
    DrillAtScreen drill{{structured()}, "t", format};
    drill.take(Paste{long_answer()});
    drill.press("Tab Enter");
    INFO(text_of(drill.frame()));
    for (const auto* text : {"Your answer", "> [ ] 1", "[ ] 2", "[ ] 3", "[ ] 4"}) CHECK(drill.shows(text));
  }
}

TEST_CASE("the page keys lead through the answer and then through the points", "[drill_screen]") {
  DrillAtScreen drill{{structured()}, "t"};
  drill.take(Paste{long_answer()});
  drill.press("Tab Enter");
  CHECK(drill.shows("step_1()"));
  drill.press("PageDown");
  CHECK(!drill.shows("step_1()"));
  CHECK(drill.shows("> [ ] 1"));
  for (int i = 0; i < 40; ++i) drill.press("PageDown");
  CHECK(drill.shows("That is all."));
  CHECK(drill.shows("[ ] 5"));
  CHECK(!drill.shows("Say in order"));
  drill.press("Home");
  CHECK(drill.shows("Who owns what"));
  CHECK(drill.shows("Say in order"));
}

TEST_CASE("beside the answer, a click ticks the point on that row", "[drill_screen]") {
  for (const auto& format : {usual, roomy, wide, small}) {
    DrillAtScreen drill{{structured()}, "t", format};
    drill.take(Paste{short_answer});
    drill.press("Tab Enter Down Down");
    drill.click("valid");
    CHECK(ticked_boxes(drill.frame(wide)) == Numbers{3});
  }
}

TEST_CASE("while an answer is ticked and rated, its clock stands", "[drill_screen]") {
  DrillAtScreen drill{two()};
  drill.session.now.at += 45s;
  drill.press("Enter");
  const auto clock = row_text(drill.frame(), 0);
  CHECK(clock.find("0:55 of 3 min") != std::string::npos);
  drill.press("1 Enter");
  drill.session.now.at += 100s;
  CHECK(row_text(drill.frame(), 0) == clock);
}

TEST_CASE("a long prompt scrolls", "[drill_screen]") {
  DrillAtScreen drill{{lengthy()}};
  CHECK(!shows(drill.frame(), "Sentence 30"));
  drill.press("End");
  CHECK(shows(drill.frame(), "Sentence 30"));
  drill.press("g");
  CHECK(shows(drill.frame(), "Sentence 1 "));
  drill.press("PageDown PageDown PageDown");
  CHECK(shows(drill.frame(), "Sentence 30"));
}

TEST_CASE("beside a long prompt there is room to write", "[drill_screen]") {
  DrillAtScreen drill{{lengthy()}, "t"};
  drill.type("mine");
  for (const auto& format : {usual, small, wide}) {
    CHECK(shows(drill.frame(format), "Sentence 1 "));
    CHECK(shows(drill.frame(format), "│ mine"));
  }
  drill.press("WheelDown");
  CHECK(!shows(drill.frame(small), "Sentence 1 "));
}

TEST_CASE("on a screen that is too small text is text, and nothing a command", "[drill_screen]") {
  DrillAtScreen drill{two(), "t"};
  drill.type("one");
  drill.format = {{5, 30}};
  CHECK(drill.shows("Nothing is lost"));
  drill.type(" two");
  CHECK(drill.press("Tab") == "");
  drill.format = usual;
  CHECK(drill.shows("│ one two"));
  CHECK(drill.frame().cursor());

  DrillAtScreen asked{two()};
  asked.format = {{11, 80}};
  asked.frame();
  for (const auto* key : {"Enter", "s", "q", "t", "?"}) CHECK(asked.press(key) == "");
  CHECK(asked.press("Ctrl-C") == "interrupt");
}

TEST_CASE("the time a question takes is told, and in another style when it is too long", "[drill_screen]") {
  DrillAtScreen drill{two()};
  const auto view = drill.session.view();
  const auto heading = [&](int seconds) { return drill.screen.draw(view, seconds, wednesday, usual); };
  CHECK(row_text(heading(0), 0).ends_with("0:00 of 3 min"));
  CHECK(row_text(heading(180), 0).ends_with("3:00 of 3 min"));
  CHECK(styles(heading(180)).find('w') == std::string::npos);
  CHECK(styles(heading(181)).find('w') != std::string::npos);
  CHECK(row_text(heading(181), 0).ends_with("██████████  3:01 of 3 min"));
}
