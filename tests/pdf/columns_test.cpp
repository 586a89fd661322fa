#include "pdf/columns.hpp"

#include "catch.hpp"

using viva::pdf::ColumnArea;
using viva::pdf::Columns;
using viva::pdf::RowSize;
using viva::pdf::Spot;

namespace {

// Pages of 100 points, from 10 to 110; two columns are 45 wide, 10 apart.
constexpr ColumnArea page{20, 10, 100, 110, 10};

std::vector<RowSize> rows(std::size_t count, double height, bool stay = false) {
  std::vector<RowSize> all(count, RowSize{0, height, stay});
  if (!all.empty()) all.back().stays = false;
  return all;
}

}  // namespace

namespace viva::pdf {

std::ostream& operator<<(std::ostream& out, const Spot& spot) {
  return out << "page " << spot.page << " column " << spot.column << " at " << spot.x << ", " << spot.y;
}

}  // namespace viva::pdf

TEST_CASE("rows fill one column after the other, page after page") {
  Columns columns{page, 2};
  CHECK(columns.column_width() == 45);
  CHECK(columns.place(rows(5, 50)) ==
        std::vector<Spot>{{0, 0, 20, 10}, {0, 0, 20, 60}, {0, 1, 75, 10}, {0, 1, 75, 60}, {1, 0, 20, 10}});
}

TEST_CASE("the space above a row is left out at a column's head") {
  Columns columns{page, 1};
  CHECK(columns.place({{15, 40}, {15, 40}, {15, 40}}) ==
        std::vector<Spot>{{0, 0, 20, 10}, {0, 0, 20, 65}, {1, 0, 20, 10}});
}

TEST_CASE("rows that stay together move to the next column together") {
  Columns columns{page, 1};
  CHECK(columns.place(rows(1, 80)).back() == Spot{0, 0, 20, 10});
  CHECK(columns.place(rows(2, 20, true)) == std::vector<Spot>{{1, 0, 20, 10}, {1, 0, 20, 30}});
}

TEST_CASE("what no column holds is divided") {
  Columns columns{page, 1};
  CHECK(columns.place(rows(3, 40, true)) ==
        std::vector<Spot>{{0, 0, 20, 10}, {0, 0, 20, 50}, {1, 0, 20, 10}});
  CHECK(columns.place(rows(1, 500)) == std::vector<Spot>{{2, 0, 20, 10}});
  CHECK(columns.place(rows(1, 10)) == std::vector<Spot>{{3, 0, 20, 10}});
}

TEST_CASE("columns begin below what is on the page, and are full height on the next") {
  Columns columns{page, 1};
  columns.place(rows(1, 60));
  columns.divide(2);
  CHECK(columns.place(rows(5, 30)) ==
        std::vector<Spot>{{0, 0, 20, 70}, {0, 1, 75, 70}, {1, 0, 20, 10}, {1, 0, 20, 40}, {1, 0, 20, 70}});
  columns.divide(1);
  CHECK(columns.place(rows(1, 30)) == std::vector<Spot>{{2, 0, 20, 10}});
}

TEST_CASE("what is too high for the rest of a page below its title goes to the next page") {
  Columns columns{page, 1};
  columns.place(rows(1, 60));
  columns.divide(2);
  CHECK(columns.place(rows(2, 35, true)) == std::vector<Spot>{{1, 0, 20, 10}, {1, 0, 20, 45}});
}

TEST_CASE("some of a column may be left empty to keep rows in one") {
  const auto last_of = [](double spare) {
    Columns columns{page, 1};
    columns.place(rows(1, 70));
    return columns.place(rows(4, 20), spare).front();
  };
  CHECK(last_of(29) == Spot{0, 0, 20, 80});
  CHECK(last_of(30) == Spot{1, 0, 20, 10});
}

TEST_CASE("no column is left empty for rows that none holds, or that fit where they are") {
  Columns columns{page, 1};
  columns.place(rows(1, 70));
  CHECK(columns.place(rows(6, 20), 100).front() == Spot{0, 0, 20, 80});
  CHECK(columns.place(rows(1, 10), 100).front() == Spot{2, 0, 20, 10});
}

TEST_CASE("a row may open a column") {
  Columns columns{page, 2};
  auto two = rows(2, 10);
  two.back().opens_column = true;
  CHECK(columns.place(two) == std::vector<Spot>{{0, 0, 20, 10}, {0, 1, 75, 10}});
}

TEST_CASE("what begins on a page of its own leaves the rest of the one before") {
  Columns columns{page, 2};
  columns.next_page();
  CHECK(columns.place(rows(1, 10)) == std::vector<Spot>{{0, 0, 20, 10}});
  columns.next_page();
  CHECK(columns.place(rows(1, 10)) == std::vector<Spot>{{1, 0, 20, 10}});
}
