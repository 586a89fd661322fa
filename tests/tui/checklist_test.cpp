// Points to tick, and pages that are read over a screen.
#include "tui/checklist.hpp"

#include "catch.hpp"
#include "tui/reading.hpp"
#include "tui/snapshot.hpp"

using namespace viva;
using namespace viva::test;

namespace {

using Numbers = std::vector<int>;

const std::vector<std::string> points{
    "fewer bits a weight", "a quarter of the memory, which is what a phone has least of", "faster"};

std::string text(const Checklist& list, const std::vector<std::string>& of, int columns) {
  Rows rows;
  list.add_rows(rows, of, columns);
  Frame frame{{static_cast<int>(rows.size()), columns}};
  Scroll{}.draw(frame, {0, 0, static_cast<int>(rows.size()), columns}, rows);
  return "\n" + frame.text();
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
  Rows rows(2);
  CHECK(list.add_rows(rows, points, 40) == std::pair{3, 4});
  REQUIRE(rows.size() == 6);
  CHECK(!rows[1].stroke);
  CHECK(rows[3].stroke == Stroke{Pick{1}});
  CHECK(rows[4].stroke == Stroke{Pick{1}});
  CHECK(rows[5].stroke == Stroke{Pick{2}});
}

namespace {

Page long_page() {
  Page page{{}};
  for (int i = 1; i <= 30; ++i) page.push_back({{"line " + std::to_string(i)}});
  return page;
}

std::string first_line(Reading& reading) {
  Stage stage{usual, {}, {}, {}, Scene::reading, [](Act) { return true; }};
  reading.draw(stage, long_page());
  return row_text(stage.frame(), 2);
}

}  // namespace

TEST_CASE("a page is read until it is closed", "[reading]") {
  Reading reading;
  CHECK(!reading.open());
  reading.open(Reading::Matter::answer);
  CHECK(reading.open());
  CHECK(reading.matter() == Reading::Matter::answer);
  reading.take(Act::down);
  CHECK(reading.open());
  reading.take(Act::close);
  CHECK(!reading.open());
}

TEST_CASE("a page that is read scrolls, and begins without its empty line", "[reading]") {
  Reading reading;
  reading.open(Reading::Matter::answer);
  CHECK(first_line(reading) == " line 1");
  reading.take(Act::down);
  CHECK(first_line(reading) == " line 2");
  reading.take(Act::wheel_down);
  CHECK(first_line(reading) == " line 5");
  reading.take(Act::wheel_up);
  CHECK(first_line(reading) == " line 2");
  reading.take(Act::up);
  CHECK(first_line(reading) == " line 1");
  reading.take(Act::page_down);
  CHECK(first_line(reading) == " line 11");
  reading.take(Act::page_up);
  reading.take(Act::bottom);
  CHECK(first_line(reading) == " line 11");
  reading.take(Act::top);
  CHECK(first_line(reading) == " line 1");
}

TEST_CASE("a page opened anew begins at its top", "[reading]") {
  Reading reading;
  reading.open(Reading::Matter::answer);
  reading.take(Act::bottom);
  CHECK(first_line(reading) != " line 1");
  reading.open_help(Scene::rating);
  CHECK(reading.matter() == Reading::Matter::help);
  CHECK(first_line(reading) == " line 1");
}

TEST_CASE("the help is that of the scene it was opened in", "[reading]") {
  Reading reading;
  reading.open_help(Scene::rating);
  CHECK(shows(
      [&] {
        Stage stage{usual, {}, {}, {}, Scene::reading, [](Act) { return true; }};
        reading.draw(stage, reading.help(78));
        return stage.frame();
      }(),
      "Again, Hard, Good, Easy"));
}
