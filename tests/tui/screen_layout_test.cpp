// What every screen has: heading, message and keys, and what is left between them.
#include "tui/screen_layout.hpp"

#include "catch.hpp"
#include "tui/choice_bar.hpp"
#include "tui/snapshot.hpp"

using namespace viva;
using namespace viva::test;

namespace {

bool all(KeyAction) { return true; }
bool none(KeyAction) { return false; }

const Line left{{"2/9 Beginner · Quantization · about 3 min"}};
const std::vector<Line> rights{{{"question 2:10 of 3:00 · round 21:10"}}, {{"2:10 · 21:10"}}, {{"2:10"}}};

ScreenLayout layout(ScreenFormat format, const Message& message = {}, const Allows& allows = all) {
  return {format, {left, rights, message, InputMode::question, allows}};
}

std::string heading(int columns) { return row_text(layout({{12, columns}}).frame(), 0); }

// Those rows of the body that are not the message's.
int body_rows(const std::string& message, int columns = 40) {
  return layout({{12, columns}}, {message}).body().rows;
}

}  // namespace

TEST_CASE("a screen has a heading, a rule, a message and the keys", "[screen_layout]") {
  auto made = layout({{12, 80}}, {"Answer aloud.", Style::dim});
  CHECK("\n" + text_of(made.frame()) == R"(
 2/9 Beginner · Quantization · about 3 min  question 2:10 of 3:00 · round 21:10
────────────────────────────────────────────────────────────────────────────────








 Answer aloud.
 Enter hint  t type  Ctrl-E editor  u undo  s skip  q stop  ? help
)");
  CHECK(made.body().row == 2);
  CHECK(made.body().rows == 8);
  CHECK(made.body().column == 1);
  CHECK(made.body().columns == 78);
}

TEST_CASE("of the right side of a heading the longest is shown that leaves room for the left",
          "[screen_layout]") {
  CHECK(heading(120).ends_with("question 2:10 of 3:00 · round 21:10"));
  CHECK(heading(70).ends_with("question 2:10 of 3:00 · round 21:10"));
  CHECK(heading(50).ends_with("…  2:10 · 21:10"));
  CHECK(heading(40).starts_with(" 2/9 Beginner"));
  CHECK(heading(20).ends_with("…  2:10"));
}

TEST_CASE("a message takes up to three rows from the body", "[screen_layout]") {
  CHECK(body_rows("") == 8);
  CHECK(body_rows("Short.") == 8);
  CHECK(body_rows("A message that is longer than forty columns are.") == 7);
  const std::string endless(400, 'x');
  CHECK(body_rows(endless) == 6);
  auto made = layout({{12, 40}}, {"A message that is longer than forty columns are."});
  CHECK(row_text(made.frame(), 9) == " A message that is longer than forty");
  CHECK(row_text(made.frame(), 10) == " columns are.");
}

TEST_CASE("a message of more rows ends in an ellipsis", "[screen_layout]") {
  auto made = layout({{12, 40}}, {"NOT SAVED, but kept; it is tried again all the time. The file "
                                  "/home/me/.local/share/viva/history.db is on a disk that is full."});
  CHECK(row_text(made.frame(), 8) == " NOT SAVED, but kept; it is tried again");
  CHECK(row_text(made.frame(), 10).ends_with("…"));
}

TEST_CASE("a message of several lines keeps them", "[screen_layout]") {
  auto made = layout({{12, 80}}, {"Saved.\nBack in 2 days."});
  CHECK(row_text(made.frame(), 9) == " Saved.");
  CHECK(row_text(made.frame(), 10) == " Back in 2 days.");
}

TEST_CASE("keys on the last line can be clicked with their labels", "[screen_layout]") {
  auto made = layout({{12, 80}});
  const auto& frame = made.frame();
  CHECK(frame.clicked(11, 1) == InputEvent{KeyPress{"Enter"}});
  CHECK(frame.clicked(11, 10) == InputEvent{KeyPress{"Enter"}});
  CHECK(!frame.clicked(11, 11));
  CHECK(frame.clicked(11, 13) == InputEvent{KeyPress{"t"}});
  CHECK(frame.clicked(11, where(frame, "? help")[1]) == InputEvent{KeyPress{"?"}});
}

TEST_CASE("what cannot be done now is not among the keys", "[screen_layout]") {
  CHECK(last_row(layout({{12, 80}}, {}, none).frame()) == " ? help");
  const auto no_undo = [](KeyAction act) { return act != KeyAction::undo; };
  CHECK(last_row(layout({{12, 80}}, {}, no_undo).frame()) ==
        " Enter hint  t type  Ctrl-E editor  s skip  q stop  ? help");
}

TEST_CASE("rows are taken from the body's ends, and one is always left", "[screen_layout]") {
  auto made = layout({{12, 40}});
  const auto top = made.take_top(2), bottom = made.take_bottom(3);
  CHECK(top.row == 2);
  CHECK(top.rows == 2);
  CHECK(bottom.row == 7);
  CHECK(bottom.rows == 3);
  CHECK(made.body().row == 4);
  CHECK(made.body().rows == 3);
  CHECK(made.take_bottom(9).rows == 2);
  CHECK(made.take_top(9).rows == 0);
  CHECK(made.body().rows == 1);
}

TEST_CASE("a screen that is too small says what it needs", "[screen_layout]") {
  CHECK(!is_too_small({smallest}));
  CHECK(is_too_small({{11, 40}}));
  CHECK("\n" + text_of(too_small_frame({{11, 40}})) == R"(
Too small: viva needs 40 columns and 12
rows, and this has 40 and 11. Nothing is
lost. Ctrl-C leaves.








)");
  CHECK(is_too_small({{40, 39}}));
  CHECK(is_too_small({{1, 1}}));
}

namespace {

const std::vector<Choice> ratings{{"Again", "soon"}, {"Hard", "1 d"}, {"Good", "2 d"}, {"Easy", "8 d"}};

ScreenLayout with_choices(ScreenFormat format, std::optional<int> chosen) {
  auto made = layout(format);
  draw_choices(made, {{"3 of 5 points: Hard."}}, ratings, chosen);
  return made;
}

}  // namespace

TEST_CASE("choices stand side by side, where there is room", "[choice_bar]") {
  auto made = with_choices({{12, 80}}, 2);
  auto& frame = made.frame();
  CHECK(row_text(frame, 8) == " 3 of 5 points: Hard.");
  CHECK(row_text(frame, 9) == "  1 Again (soon)  ▸2 Hard (1 d)   3 Good (2 d)   4 Easy (8 d)");
  CHECK(made.body().rows == 6);
  CHECK(styles(frame).find("  AAssss") == std::string::npos);
  const auto column = where(frame, "2 Hard")[1];
  CHECK(frame.row(9)[static_cast<std::size_t>(column)].reversed);
  CHECK(!frame.row(9)[static_cast<std::size_t>(where(frame, "1 Again")[1])].reversed);
  CHECK(frame.clicked(9, column + 8) == InputEvent{KeyPress{"2"}});
}

TEST_CASE("choices take a second row where the first is full", "[choice_bar]") {
  auto made = with_choices({{12, 40}}, std::nullopt);
  CHECK(row_text(made.frame(), 7) == " 3 of 5 points: Hard.");
  CHECK(row_text(made.frame(), 8) == "  1 Again (soon)   2 Hard (1 d)");
  CHECK(row_text(made.frame(), 9) == "  3 Good (2 d)   4 Easy (8 d)");
  CHECK(made.body().rows == 5);
  CHECK(made.frame().clicked(9, 3) == InputEvent{KeyPress{"3"}});
}

TEST_CASE("arrows move a choice, and begin at an end where none is made", "[choice_bar]") {
  CHECK(moved_choice(2, 1, 4) == 3);
  CHECK(moved_choice(2, -1, 4) == 1);
  CHECK(moved_choice(1, -1, 4) == 1);
  CHECK(moved_choice(4, 1, 4) == 4);
  CHECK(moved_choice(std::nullopt, 1, 4) == 1);
  CHECK(moved_choice(std::nullopt, -1, 4) == 4);
}
