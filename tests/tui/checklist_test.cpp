// Points to tick.
#include "tui/checklist.hpp"

#include "catch.hpp"
#include "tui/snapshot.hpp"

using namespace viva;
using namespace viva::test;

namespace {

using Numbers = std::vector<int>;

const std::vector<std::string> points{
    "fewer bits a weight", "a quarter of the memory, which is what a phone has least of", "faster"};

std::string text(const Checklist& list, const std::vector<std::string>& of, int columns) {
  ScreenRows rows;
  list.add_rows(rows, of, columns);
  Frame frame{{static_cast<int>(rows.size()), columns}};
  Scroll{}.draw(frame, {0, 0, static_cast<int>(rows.size()), columns}, rows);
  return "\n" + text_of(frame);
}

}  // namespace

TEST_CASE("points are ticked at the cursor or by their place", "[checklist]") {
  Checklist list{3};
  CHECK(list.ticked().empty());
  list.toggle();
  CHECK(list.ticked() == Numbers{1});
  list.move(1);
  list.toggle();
  list.toggle(2);
  CHECK(list.ticked() == Numbers{1, 2, 3});
  list.toggle();  // the cursor went there
  CHECK(list.ticked() == Numbers{1, 2});
  list.toggle(3);
  CHECK(list.ticked() == Numbers{1, 2});
}

TEST_CASE("the cursor stays within the list", "[checklist]") {
  Checklist list{3};
  list.move(-5);
  list.toggle();
  list.move(99);
  list.toggle();
  CHECK(list.ticked() == Numbers{1, 3});
  list.move(77);
  list.toggle();
  CHECK(list.ticked() == Numbers{1});

  Checklist none;
  CHECK(none.empty());
  none.move(1);
  none.toggle();
  none.move(4);
  CHECK(none.ticked().empty());
}

TEST_CASE("the keys up and down move the cursor where there are points", "[checklist]") {
  Checklist list{3};
  CHECK(list.take(KeyAction::down));
  CHECK(list.take(KeyAction::down));
  CHECK(list.take(KeyAction::up));
  CHECK(!list.take(KeyAction::page_down));
  list.toggle();
  CHECK(list.ticked() == Numbers{2});
  CHECK(!Checklist{}.take(KeyAction::down));
}

TEST_CASE("a list may begin with ticks; what is no point is none", "[checklist]") {
  CHECK(Checklist{3, {3, 1, 0, 4, -1}}.ticked() == Numbers{1, 3});
}

TEST_CASE("the list is drawn with its boxes and cursor, wrapped beside them", "[checklist]") {
  Checklist list{3, {2}};
  list.move(1);
  CHECK(text(list, points, 40) == R"(
  [ ] 1  fewer bits a weight
> [x] 2  a quarter of the memory, which
         is what a phone has least of
  [ ] 3  faster
)");
}

TEST_CASE("numbers of two digits stand below each other", "[checklist]") {
  const std::vector<std::string> many(11, "point");
  const auto drawn = text(Checklist{11}, many, 30);
  CHECK(drawn.find("> [ ]  1  point\n  [ ]  2  point\n") != std::string::npos);
  CHECK(drawn.find("  [ ] 11  point\n") != std::string::npos);
}

TEST_CASE("each row of a point is a click on it; the cursor's rows are told", "[checklist]") {
  Checklist list{3};
  list.move(1);
  ScreenRows rows(2);
  CHECK(list.add_rows(rows, points, 40) == std::pair{3, 4});
  REQUIRE(rows.size() == 6);
  CHECK(!rows[1].on_click);
  CHECK(rows[3].on_click == InputEvent{RowClick{1}});
  CHECK(rows[4].on_click == InputEvent{RowClick{1}});
  CHECK(rows[5].on_click == InputEvent{RowClick{2}});
}
