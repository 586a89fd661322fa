// Rows in an area that may be too small for them.
#include "tui/scroll.hpp"

#include <string>

#include "catch.hpp"
#include "tui/snapshot.hpp"

using namespace viva;
using namespace viva::test;

namespace {

ScreenRows numbered(int count) {
  ScreenRows rows;
  for (int i = 1; i <= count; ++i) rows.push_back({{{"row " + std::to_string(i)}}});
  return rows;
}

// In four rows of twenty columns, below a rule.
Frame drawn(Scroll& scroll, const ScreenRows& rows, bool ascii = false) {
  Frame frame{{5, 20}, ascii};
  frame.put(0, 0, {{"--------------------"}}, 20);
  scroll.draw(frame, {1, 0, 4, 20}, rows);
  return frame;
}

std::string text(Scroll& scroll, int count) { return "\n" + text_of(drawn(scroll, numbered(count))); }

// The first row in sight.
std::string first(Scroll& scroll, int count) { return row_text(drawn(scroll, numbered(count)), 1); }

}  // namespace

TEST_CASE("rows that fit are all in sight", "[scroll]") {
  Scroll scroll;
  CHECK(text(scroll, 2) == R"(
--------------------
row 1
row 2


)");
  scroll.by(3);
  CHECK(first(scroll, 4) == "row 1");
}

TEST_CASE("the row above says how many are out of sight", "[scroll]") {
  Scroll scroll;
  CHECK(text(scroll, 7) == R"(
---------------- ↓3
row 1
row 2
row 3
row 4
)");
  scroll.by(2);
  CHECK(text(scroll, 7) == R"(
------------- ↑2 ↓1
row 3
row 4
row 5
row 6
)");
  scroll.to_bottom();
  CHECK(text(scroll, 7) == R"(
---------------- ↑3
row 4
row 5
row 6
row 7
)");
}

TEST_CASE("scrolling too far is no farther than the ends", "[scroll]") {
  Scroll scroll;
  scroll.by(99);
  CHECK(first(scroll, 7) == "row 4");
  scroll.by(-1);
  CHECK(first(scroll, 7) == "row 3");
  scroll.by(-99);
  CHECK(first(scroll, 7) == "row 1");
  scroll.by(1);
  CHECK(first(scroll, 7) == "row 2");
  scroll.to_top();
  CHECK(first(scroll, 7) == "row 1");
  CHECK(first(scroll, 0).empty());
}

TEST_CASE("a page keeps two rows in sight", "[scroll]") {
  Scroll scroll;
  CHECK(first(scroll, 20) == "row 1");
  scroll.page(1);
  CHECK(first(scroll, 20) == "row 3");
  scroll.page(1);
  CHECK(first(scroll, 20) == "row 5");
  scroll.page(-1);
  CHECK(first(scroll, 20) == "row 3");
}

TEST_CASE("what shall be in sight is, with as little scrolling as will do", "[scroll]") {
  Scroll scroll;
  scroll.show(2, 3);
  CHECK(first(scroll, 20) == "row 1");
  scroll.show(4, 5);
  CHECK(first(scroll, 20) == "row 3");
  scroll.show(3, 3);
  CHECK(first(scroll, 20) == "row 3");
  scroll.show(0, 0);
  CHECK(first(scroll, 20) == "row 1");
}

TEST_CASE("of what is too much the beginning is in sight, and what is asked for later counts more",
          "[scroll]") {
  Scroll scroll;
  scroll.show(5, 15);
  CHECK(first(scroll, 20) == "row 6");
  scroll.show(2, 12);
  scroll.show(9, 9);
  CHECK(first(scroll, 20) == "row 7");
  scroll.by(3);
  CHECK(first(scroll, 20) == "row 10");
}

TEST_CASE("a row can be clicked and reversed where it is in sight", "[scroll]") {
  auto rows = numbered(7);
  rows[1].on_click = RowClick{1};
  rows[2].on_click = RowClick{2};
  rows[2].reversed = true;
  Scroll scroll;
  scroll.by(2);
  const auto frame = drawn(scroll, rows);
  CHECK(frame.clicked(1, 19) == InputEvent{RowClick{2}});
  CHECK(!frame.clicked(0, 19));
  CHECK(!frame.clicked(2, 0));
  CHECK(row_text(frame, 1) == "row 3");
  CHECK(frame.row(1)[19].reversed);
  CHECK(!frame.row(2)[0].reversed);
}

TEST_CASE("the mark of more is spelled in ASCII, too", "[scroll]") {
  Scroll scroll;
  scroll.by(1);
  const auto mark = row_text(drawn(scroll, numbered(7), true), 0);
  CHECK(mark.ends_with(" ^1 v2"));
}

TEST_CASE("empty rows at the end are nothing to scroll to", "[scroll]") {
  auto rows = numbered(4);
  rows.resize(7);
  Scroll scroll;
  CHECK(row_text(drawn(scroll, rows), 0) == "--------------------");
  scroll.to_bottom();
  CHECK(row_text(drawn(scroll, rows), 1) == "row 1");
}
