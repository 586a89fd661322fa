// Points as they are typed.
#include "line/points_line.hpp"

#include "catch.hpp"
#include "line/line_words.hpp"

using namespace viva;
using namespace viva::test;

namespace {

// Of five points: "1 2", or "fault: ..."
std::string read(const std::string& line) {
  const auto read = read_points(line, 5);
  return read.fault ? "fault: " + read.fault->message : words(read.points);
}

constexpr auto what_to_type = "fault: type the numbers of the points you made, \"all\" or \"none\"";

std::string not_among_them(const std::string& word) {
  return "fault: \"" + word + "\" is not among the points 1 to 5: type numbers, \"all\" or \"none\"";
}

}  // namespace

TEST_CASE("points are typed as numbers and ranges", "[line]") {
  CHECK(read("1") == " 1");
  CHECK(read("5 1") == " 5 1");
  CHECK(read("2-4") == " 2 3 4");
  CHECK(read("1 3-5") == " 1 3 4 5");
  CHECK(read("3-3") == " 3");
}

TEST_CASE("commas, semicolons and tabs part them as spaces do", "[line]") {
  CHECK(read("1,2;3\t4") == " 1 2 3 4");
  CHECK(read(" , 1 , ") == " 1");
}

TEST_CASE("all points and none of them have words", "[line]") {
  CHECK(read("all") == " 1 2 3 4 5");
  CHECK(read("none") == "");
  CHECK(read("0") == "");
}

TEST_CASE("an empty line is not taken for none", "[line]") {
  CHECK(read("") == what_to_type);
  CHECK(read(" , ") == what_to_type);
}

TEST_CASE("the first word that is no point is named, and nothing is ticked", "[line]") {
  for (const auto* word : {"6", "0-2", "4-6", "4-2", "-1", "1-", "x", "1.5", "1 2x"}) {
    const std::string line{word};
    INFO(line);
    CHECK(read(line) == not_among_them(line.substr(line.find(' ') + 1)));
  }
  CHECK(read("none 1") == not_among_them("none"));
  CHECK(read("99999999999999999999") == not_among_them("99999999999999999999"));
}

TEST_CASE("a question without points takes only none", "[line]") {
  CHECK(!read_points("none", 0).fault);
  CHECK(read_points("all", 0).fault);
  CHECK(read_points("1", 0).fault);
}
