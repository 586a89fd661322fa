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
  CHECK(list.handle_key(KeyAction::down));
  CHECK(list.handle_key(KeyAction::down));
  CHECK(list.handle_key(KeyAction::up));
  CHECK(!list.handle_key(KeyAction::page_down));
  list.toggle();
  CHECK(list.ticked() == Numbers{2});
  CHECK(!Checklist{}.handle_key(KeyAction::down));
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

TEST_CASE("each row of a point is a click on it; the rows of the cursor and around it are told",
          "[checklist]") {
  Checklist list{3};
  list.move(1);
  ScreenRows rows(2);
  CHECK(list.add_rows(rows, points, 40) == Checklist::Placed{{2, 5}, {3, 4}});
  REQUIRE(rows.size() == 6);
  CHECK(!rows[1].on_click);
  CHECK(rows[3].on_click == InputEvent{RowClick{1}});
  CHECK(rows[4].on_click == InputEvent{RowClick{1}});
  CHECK(rows[5].on_click == InputEvent{RowClick{2}});
}

TEST_CASE("the rows of four points around the cursor are told", "[checklist]") {
  const auto around = [](std::size_t count, int cursor) {
    Checklist list{count};
    list.move(cursor);
    ScreenRows rows(1);
    return list.add_rows(rows, std::vector<std::string>(count, "a point"), 40).around;
  };
  CHECK(around(6, 0) == std::pair{1, 4});
  CHECK(around(6, 2) == std::pair{2, 5});
  CHECK(around(6, 5) == std::pair{3, 6});
  CHECK(around(2, 1) == std::pair{1, 2});
  CHECK(around(0, 0) == std::pair{1, 1});
}

TEST_CASE("a point of several blocks keeps its lines, and each is a click on it", "[checklist]") {
  const Checklist list{2};
  const std::vector<std::string> of{"Two ways:\n\n- `new T`\n- a factory\n\n```cpp\nauto t = make<T>();\n```",
                                    "one"};
  CHECK(text(list, of, 40) == R"(
> [ ] 1  Two ways:

         • new T
         • a factory

           auto t = make<T>();
  [ ] 2  one
)");
  ScreenRows rows;
  list.add_rows(rows, of, 40);
  for (std::size_t row = 0; row < rows.size(); ++row)
    CHECK(rows[row].on_click == InputEvent{RowClick{row < 6 ? 0u : 1u}});
}

namespace {

// The first and last row in sight of an area of five, with the cursor moved down by so much, of eight points
// after three rows of hint and before three of pitfalls.
std::string rows_in_sight(int cursor) {
  Checklist list{8};
  Scroll scroll;
  list.move(cursor);
  ScreenRows rows(3, {{{"hint"}}});
  const auto placed = list.add_rows(rows, std::vector<std::string>(8, "a point"), 40);
  rows.insert(rows.end(), 3, {{{"pitfall"}}});
  list.scroll_into_sight(scroll, {0, 13}, placed);
  Frame frame{{6, 40}};
  scroll.draw(frame, {1, 0, 5, 40}, rows);
  return row_text(frame, 1) + ", " + row_text(frame, 5);
}

}  // namespace

TEST_CASE("the cursor is in sight with four points, and with as much before them as there is room for",
          "[checklist]") {
  CHECK(rows_in_sight(0) == "hint,   [ ] 4  a point");
  CHECK(rows_in_sight(5) == "  [ ] 4  a point,   [ ] 8  a point");
  CHECK(rows_in_sight(7) == "  [ ] 4  a point, > [ ] 8  a point");
}
