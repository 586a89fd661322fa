#include "viva/memory/point_lineage.hpp"

#include "catch.hpp"

using namespace viva;

namespace {

using Indexes = std::vector<std::size_t>;

const std::string lower = "weights are stored at lower precision, FP32 to INT8";
const std::string memory = "memory falls in proportion: four times for INT8";
const std::string faster = "integer units of a phone compute INT8 faster";
const std::string accuracy = "accuracy is kept by calibration on real inputs";

std::vector<Point> texts(const std::vector<std::string>& all) {
  std::vector<Point> points;
  for (const auto& text : all) points.push_back({"", text});
  return points;
}

std::vector<Indexes> traced(const std::vector<Point>& points, const std::vector<PointKeys>& lists) {
  std::vector<const PointKeys*> pointers;
  for (const auto& list : lists) pointers.push_back(&list);
  return trace_points(points, pointers);
}

// Where the points of one answer are now.
Indexes traced(const std::vector<Point>& points, const PointKeys& asked) {
  return traced(points, std::vector<PointKeys>{asked}).at(0);
}

}  // namespace

TEST_CASE("points that stay as they are keep their places", "[lineage]") {
  const auto points = texts({lower, memory, faster});
  CHECK(traced(points, point_keys(points)) == Indexes{0, 1, 2});
  CHECK(traced(points, std::vector<PointKeys>{}).empty());
  CHECK(traced(points, PointKeys{}).empty());
}

TEST_CASE("a point is found where it was moved to", "[lineage]") {
  CHECK(traced(texts({faster, lower, memory}), {lower, memory, faster}) == Indexes{1, 2, 0});
}

TEST_CASE("a point inserted before others takes nothing of theirs", "[lineage]") {
  CHECK(traced(texts({accuracy, lower, memory}), {lower, memory}) == Indexes{1, 2});
}

TEST_CASE("a point removed leaves nothing to another", "[lineage]") {
  CHECK(traced(texts({lower, faster}), {lower, memory, faster}) == Indexes{0, no_point, 1});
  CHECK(traced({}, {lower, memory}) == Indexes{no_point, no_point});
}

TEST_CASE("a point replaced by another idea is another point", "[lineage]") {
  CHECK(traced(texts({lower, accuracy}), {lower, memory}) == Indexes{0, no_point});
}

TEST_CASE("a point reworded is followed", "[lineage]") {
  const auto reworded = "weights are stored at a lower precision, such as INT8 instead of FP32";
  CHECK(traced(texts({memory, reworded, faster}), {lower, memory, faster}) == Indexes{1, 0, 2});
}

TEST_CASE("case, and what stands around a text, do not matter", "[lineage]") {
  CHECK(traced(texts({"Weights are stored at lower precision (FP32 to INT8)."}), {lower}) == Indexes{0});
}

TEST_CASE("a point reworded again and again is followed over its versions", "[lineage]") {
  const std::string first = "memory falls in proportion: four times for INT8";
  const std::string second = "memory falls in proportion to the width of a weight";
  const std::string third = "memory falls with the width of each single weight";
  CHECK(traced(texts({third, lower}), {first, lower}) == Indexes{no_point, 1});  // too far in one step
  CHECK(traced(texts({third, lower}), std::vector<PointKeys>{{first, lower}, {second, lower}, {third}}) ==
        std::vector<Indexes>{{0, 1}, {0, 1}, {0}});
}

TEST_CASE("of two similar points neither takes the other's place", "[lineage]") {
  const std::string reads = "the cache is read once for every new token";
  const std::string writes = "the cache is written once for every new token";
  // Both stay.
  CHECK(traced(texts({writes, reads}), {reads, writes}) == Indexes{1, 0});
  // One goes. What was asked of it does not pass to the one that was asked beside it.
  CHECK(traced(texts({writes}), {reads, writes}) == Indexes{no_point, 0});
  // Both are replaced by one that could be either.
  CHECK(traced(texts({"the cache is used once for every new token"}), {reads, writes}) ==
        Indexes{no_point, no_point});
}

TEST_CASE("a number that is corrected leaves the point the same", "[lineage]") {
  CHECK(traced(texts({"memory falls in proportion: 8 times for INT4", lower}),
               {"memory falls in proportion: 4 times for INT8", lower}) == Indexes{0, 1});
}

TEST_CASE("points that differ in a number alone are followed by their texts, then by what is left",
          "[lineage]") {
  const auto step = [](int number) { return "Point " + std::to_string(number); };
  CHECK(traced(texts({step(3), step(1), step(4)}), {step(1), step(2), step(3)}) == Indexes{1, 2, 0});
  CHECK(traced(texts({step(3), step(4), step(5)}), {step(1), step(2), step(3)}) ==
        Indexes{no_point, no_point, 0});
}

TEST_CASE("an id is followed wherever it goes, whatever its text becomes", "[lineage]") {
  const std::vector<Point> before{{"lower", lower}, {"memory", memory}};
  const std::vector<Point> after{{"new", faster}, {"memory", "smaller"}, {"lower", accuracy}};
  CHECK(traced(after, point_keys(before)) == Indexes{2, 1});
}

TEST_CASE("texts that are exchanged under their ids change nothing", "[lineage]") {
  CHECK(traced({{"a", memory}, {"b", lower}}, point_keys({{"a", lower}, {"b", memory}})) == Indexes{0, 1});
}

TEST_CASE("an id given later belongs to the point whose text it is", "[lineage]") {
  const std::vector<Point> now{{"faster", faster}, {"lower", lower}, {"memory", memory}};
  CHECK(traced(now, {lower, memory, faster}) == Indexes{1, 2, 0});
  CHECK(traced(now, std::vector<PointKeys>{{lower, memory}, {"lower", "memory"}}) ==
        std::vector<Indexes>{{1, 2}, {1, 2}});
}

TEST_CASE("an id given later and a text reworded at once are the same point where that is clear",
          "[lineage]") {
  const std::vector<Point> now{{"lower", "weights are stored at lower precision"}, {"memory", accuracy}};
  CHECK(traced(now, {lower, memory}) == Indexes{0, no_point});
}

TEST_CASE("an id that is gone is no other point, though the words are the same", "[lineage]") {
  CHECK(traced(texts({"grows with length", lower}), {"grows-with-length", lower}) == Indexes{no_point, 1});
  CHECK(traced({{"grows-with-the-length", "grows with length"}}, {"grows-with-length"}) == Indexes{no_point});
}

TEST_CASE("points that came back after a while are the same points", "[lineage]") {
  const std::vector<PointKeys> lists{{lower, memory}, {lower}, {memory, lower}};
  CHECK(traced(texts({lower, memory}), lists) == std::vector<Indexes>{{0, 1}, {0}, {1, 0}});
}

TEST_CASE("where nothing is in common nothing is traced", "[lineage]") {
  CHECK(traced(texts({accuracy, faster}), {"one", "zwei", "trois"}) == Indexes{no_point, no_point, no_point});
}

TEST_CASE("the order of the lists does not matter", "[lineage]") {
  const auto now = texts({"memory falls with the width of each single weight", lower});
  const PointKeys first{"memory falls in proportion: four times for INT8", lower},
      second{"memory falls in proportion to the width of a weight", lower};
  CHECK(traced(now, std::vector<PointKeys>{first, second}) ==
        traced(now, std::vector<PointKeys>{second, first}));
}

TEST_CASE("points that nobody writes do no harm", "[lineage]") {
  const std::string huge(1'000'000, 'x'), broken = "caf\xe9 \xff\xfe and then some more words";
  const auto points = texts({huge, "", broken, std::string("a\0b c", 5)});
  CHECK(traced(points, {huge, broken}) == Indexes{0, 2});
  CHECK(traced(points, {huge + "y", "", "caf\xe9 \xff\xfe and then some more word"}) == Indexes{0, 1, 2});
  CHECK(traced(texts({lower}), {"", "a", "\xff"}) == Indexes{no_point, no_point, no_point});
  CHECK(traced(texts({lower}), {lower, lower}) == Indexes{0, 0});  // no history has it
}

// Each would take minutes if the effort grew with the square of what there is.
TEST_CASE("a great many points, long texts and many versions are traced, too", "[lineage]") {
  std::vector<std::string> many;
  for (int i = 0; i < 10'000; ++i) many.push_back("the point of number " + std::to_string(i));
  auto rest = many;
  rest.erase(rest.begin());
  const auto moved = traced(texts(rest), many);
  CHECK(moved.front() == no_point);
  CHECK(moved.back() == 9'998);
  CHECK(point_keys(std::vector<Point>(10'000, Point{"", "same"})).back() == "same #10000");

  std::vector<PointKeys> versions;
  std::vector<std::string> texts_now;
  for (int i = 0; i < 60; ++i)
    texts_now.push_back(std::string(500, static_cast<char>('a' + i % 26)) +
                        many[static_cast<std::size_t>(i)]);
  for (int version = 0; version < 2'000; ++version) {
    versions.push_back(texts_now);
    versions.back().resize(7);
    versions.back().push_back("version " + std::to_string(version % 50));
  }
  CHECK(traced(texts(texts_now), versions).back().front() == 0);

  PointKeys reworded;
  for (const auto& text : texts_now) reworded.push_back("now " + text);
  CHECK(traced(texts(texts_now), reworded).size() == 60);
}
