#include <fstream>

#include "catch.hpp"
#include "store/history.hpp"
#include "store/scratch.hpp"
#include "viva/base/error.hpp"

using namespace viva;
using namespace viva::test;
using Access = History::Access;
namespace fs = std::filesystem;

namespace {

using Problems = std::vector<std::string>;

fs::path make_history(const Scratch& scratch, int reviews) {
  History::Log log;
  for (int number = 1; number <= reviews; ++number) log.reviews.push_back(review(number));
  History{scratch / "history.db", Access::write}.merge(log);
  return scratch / "history.db";
}

// The problems of a history of one review, after another program has changed it.
Problems problems_after(const std::string& sql) {
  const Scratch scratch;
  const auto file = make_history(scratch, 1);
  run_sql(file, "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; " + sql);
  return History{file, Access::read}.verify().problems;
}

void overwrite(const fs::path& file, std::size_t from, std::size_t size) {
  std::fstream stream{file, std::ios::binary | std::ios::in | std::ios::out};
  stream.seekp(static_cast<std::streamoff>(from));
  stream << std::string(size, '\x5a');
}

}  // namespace

TEST_CASE("a sound history is counted", "[store]") {
  History history{":memory:", Access::write};
  const auto nothing = history.verify();
  CHECK(nothing.problems.empty());
  CHECK(nothing.reviews == 0);
  CHECK_FALSE(nothing.first);

  for (int number = 1; number <= 60; ++number) append(history, review(number * 60));
  history.merge({.retractions = {{id(60), review(61).at}}});
  const auto verdict = history.verify();
  CHECK(verdict.problems.empty());
  CHECK(verdict.reviews == 60);
  CHECK(verdict.retracted == 1);
  CHECK(verdict.items == 5);
  CHECK(verdict.first == parse_day("2026-11-22"));
  CHECK(verdict.last == parse_day("2026-11-25"));
}

TEST_CASE("damage to any page is found, and nothing crashes on it", "[store]") {
  constexpr std::size_t page = 4096;
  const Scratch scratch;
  const auto file = make_history(scratch, 1000);
  const auto whole = read_text(file);
  REQUIRE(whole.size() > 20 * page);
  for (std::size_t from = page; from < whole.size(); from += page) {
    INFO("page " << from / page + 1);
    write_text(file, whole);
    overwrite(file, from, page);
    const History history{file, Access::read};
    CHECK_FALSE(history.verify().problems.empty());
    const auto reading = error_of([&] { history.reviews(); });
    CHECK((reading == "no error" || reading.find("the file is damaged") != std::string::npos));
  }
}

TEST_CASE("a file cut short is damaged", "[store]") {
  const Scratch scratch;
  const auto file = make_history(scratch, 1000);
  fs::resize_file(file, 3 * 4096);
  const auto message = error_of([&] { const History history{file, Access::read}; });
  CHECK(message.substr(message.find("\": ") + 3) ==
        "the file is damaged. Put back a copy of it, or import an export into a new one.");
}

TEST_CASE("reviews that no viva writes are found", "[store]") {
  const std::string one = "review 00000000000000000000000000000001: ";
  CHECK(problems_after("UPDATE review SET ticked = '2 1'") == Problems{one + "\"ticked\" must ascend"});
  CHECK(problems_after("UPDATE review SET ticked = '1 9'") ==
        Problems{one + "\"ticked\" must hold numbers from 1 to \"points\""});
  CHECK(problems_after("UPDATE review SET ticked = '1  2'") ==
        Problems{one + "\"ticked\" is not a list of numbers"});
  CHECK(problems_after("UPDATE review SET day = day + 3") ==
        Problems{one + "\"day\" must be within two days of \"at\""});
  CHECK(problems_after("UPDATE review SET answer = CAST(x'ff' AS TEXT)") ==
        Problems{one + "\"answer\" must be valid UTF-8"});
}

TEST_CASE("what the schema forbids is found too", "[store]") {
  const std::string one = "review 00000000000000000000000000000001: ";
  const std::string check = "the file is damaged: CHECK constraint failed in review";
  CHECK(problems_after("UPDATE review SET rating = 9") == Problems{check, one + "\"rating\" is 9"});
  CHECK(problems_after("UPDATE review SET mode = 'exam'") ==
        Problems{check, one + "\"mode\" is not one that there is"});
  CHECK(problems_after("UPDATE review SET seconds = 5000000000") ==
        Problems{check, one + "\"seconds\" is 5000000000"});
  CHECK(problems_after("INSERT INTO retraction VALUES ('" + id(2) + "', 0)") ==
        Problems{"retractions of reviews that are not there: 1"});
  CHECK(problems_after("UPDATE review SET id = char(27) || '[2J'") ==
        Problems{check, "review ␛[2J: \"id\" must be 32 lower-case hexadecimal digits"});
}

TEST_CASE("a damaged review is not passed on", "[store]") {
  const Scratch scratch;
  const auto file = make_history(scratch, 1);
  run_sql(file, "PRAGMA ignore_check_constraints = ON; UPDATE review SET rating = 9");
  const History history{file, Access::read};
  const auto message = error_of([&] { history.answers(); });
  CHECK(message.substr(message.find("\": ") + 3) ==
        "a review in it is damaged: \"rating\" is 9. See `viva history verify`.");
}
