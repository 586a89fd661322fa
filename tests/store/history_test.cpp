#include "store/history.hpp"

#include <sys/stat.h>

#include "catch.hpp"
#include "store/scratch.hpp"
#include "viva/base/error.hpp"

using namespace viva;
using namespace viva::test;
using namespace std::chrono_literals;
using Access = History::Access;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> ids(const std::vector<Review>& reviews) {
  std::vector<std::string> found;
  for (const auto& review : reviews) found.push_back(review.id);
  return found;
}

unsigned mode_of(const fs::path& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 0777U;
}

Review full_review() {
  auto full = review(7);
  full.at = parse_instant("1969-07-20T20:17:40.001Z").value();
  full.day = parse_day("1969-07-20").value();
  full.rating = Rating::easy;
  full.ticked = {1, 3, 12, 1000};
  full.points = 1000;
  full.seconds = 2147483647;
  full.predicted = 4;
  full.mode = Mode::round;
  full.round = id(99);
  full.answer = std::string{"It is stored\nat \"lower\" precision\0 👩‍💻 \x1b[2J\u202e", 54};
  return full;
}

}  // namespace

TEST_CASE("what is appended is there, field for field", "[store]") {
  const Scratch scratch;
  const auto full = full_review();
  auto bare = review(8);
  bare.ticked.clear();
  bare.points = 0;
  bare.seconds = 0;
  {
    History history{scratch / "history.db", Access::write};
    append(history, full);
    append(history, bare);
  }
  const History history{scratch / "history.db", Access::read};
  CHECK(history.reviews() == std::vector{full, bare});
  CHECK(history.latest() == bare);
  const auto answers = history.answers().answers;
  REQUIRE(answers.size() == 2);
  CHECK(answers[0].bank == full.bank);
  CHECK(answers[0].item == full.item);
  CHECK(answers[0].at == full.at);
  CHECK(answers[0].day == full.day);
  CHECK(answers[0].rating == full.rating);
  CHECK(answers[0].ticked == full.ticked);
  CHECK(answers[0].points == full.points);
  CHECK(answers[0].seconds == full.seconds);
  CHECK(answers[0].mode == full.mode);
}

TEST_CASE("reviews are in order of time, and equal times in order of arrival", "[store]") {
  History history{":memory:", Access::write};
  auto same_time = review(1);
  same_time.id = id(9);
  for (const auto& next : {review(3), same_time, review(1), review(2)}) append(history, next);
  CHECK(ids(history.reviews()) == std::vector{id(9), id(1), id(2), id(3)});
  CHECK(history.answers().answers.front().item == same_time.item);
  CHECK(history.latest()->id == id(3));
}

TEST_CASE("a retracted review stays in the log and counts no more", "[store]") {
  History history{":memory:", Access::write};
  for (int number = 1; number <= 3; ++number) append(history, review(number));
  const Retraction retraction{id(3), review(3).at + 5s};
  history.merge({.retractions = {retraction}});
  history.merge({.retractions = {{id(3), review(3).at + 10s}}});
  CHECK(ids(history.reviews()) == std::vector{id(1), id(2)});
  CHECK(history.answers().answers.size() == 2);
  CHECK(history.latest()->id == id(2));
  CHECK(ids(history.log().reviews) == std::vector{id(1), id(2), id(3)});
  CHECK(history.log().retractions == std::vector{retraction});
}

TEST_CASE("a review that is not there cannot be retracted", "[store]") {
  History history{":memory:", Access::write};
  CHECK(error_of([&] {
          history.merge({.retractions = {{id(1), review(1).at}}});
        }) ==
        "cannot save to the history \":memory:\": there is no review 00000000000000000000000000000001 to "
        "retract. Nothing was written.");
}

TEST_CASE("appending again changes nothing, but other content is refused", "[store]") {
  History history{":memory:", Access::write};
  append(history, full_review());
  append(history, full_review());
  auto other = full_review();
  other.rating = Rating::again;
  CHECK(error_of([&] { append(history, other); }) ==
        "cannot save to the history \":memory:\": review 00000000000000000000000000000007 is there already, "
        "with other content. Nothing was written.");
  CHECK(history.reviews() == std::vector{full_review()});
}

TEST_CASE("a review that breaks a rule is refused", "[store]") {
  History history{":memory:", Access::write};
  const auto refusal = [&](void (*spoil)(Review&)) {
    auto spoilt = review(1);
    spoil(spoilt);
    const auto message = error_of([&] { append(history, spoilt); });
    const auto rule = message.find('"', message.find("review"));
    return rule == std::string::npos ? message : message.substr(rule);
  };
  constexpr auto tail = ". Nothing was written.";
  CHECK(refusal([](Review& r) { r.id = "1"; }) ==
        std::string{"\"id\" must be 32 lower-case hexadecimal digits"} + tail);
  CHECK(refusal([](Review& r) { r.id[0] = 'A'; }) ==
        std::string{"\"id\" must be 32 lower-case hexadecimal digits"} + tail);
  CHECK(refusal([](Review& r) { r.bank = ""; }) == std::string{"\"bank\" must not be empty"} + tail);
  CHECK(refusal([](Review& r) { r.item = "\xff"; }) == std::string{"\"item\" must be valid UTF-8"} + tail);
  CHECK(refusal([](Review& r) { r.at += std::chrono::years{9000}; }) ==
        std::string{"\"at\" must be within the years 0 to 9999"} + tail);
  CHECK(refusal([](Review& r) { r.day += std::chrono::days{3}; }) ==
        std::string{"\"day\" must be within two days of \"at\""} + tail);
  CHECK(refusal([](Review& r) { r.rating = Rating{5}; }) == std::string{"\"rating\" must be 1 to 4"} + tail);
  CHECK(refusal([](Review& r) { r.ticked = {1, 1}; }) == std::string{"\"ticked\" must ascend"} + tail);
  CHECK(refusal([](Review& r) {
          r.ticked = {1, 6};
        }) == std::string{"\"ticked\" must hold numbers from 1 to \"points\""} + tail);
  CHECK(refusal([](Review& r) { r.ticked = {0}; }) ==
        std::string{"\"ticked\" must hold numbers from 1 to \"points\""} + tail);
  CHECK(refusal([](Review& r) { r.seconds = -1; }) == std::string{"\"seconds\" must not be negative"} + tail);
  CHECK(refusal([](Review& r) { r.predicted = 0; }) == std::string{"\"predicted\" must be 1 to 4"} + tail);
  CHECK(history.reviews().empty());
}

TEST_CASE("an answer in broken UTF-8 is kept all the same", "[store]") {
  History history{":memory:", Access::write};
  auto broken = review(1);
  broken.answer = "caf\xe9 \xc3";
  append(history, broken);
  append(history, broken);
  CHECK(history.latest()->answer == "caf\uFFFD \uFFFD");
}

TEST_CASE("a history is made with its folders, for its owner alone", "[store]") {
  const Scratch scratch;
  const auto file = scratch / "a/b/history.db";
  const auto mask = ::umask(0);
  History{file, Access::write}.merge({.reviews = {review(1)}});
  ::umask(mask);
  CHECK(mode_of(scratch / "a") == 0700);
  CHECK(mode_of(scratch / "a/b") == 0700);
  CHECK(mode_of(file) == 0600);
  CHECK(History{file, Access::read}.reviews().size() == 1);
}

TEST_CASE("reading makes nothing", "[store]") {
  const Scratch scratch;
  const History missing{scratch / "a/history.db", Access::read};
  CHECK(missing.reviews().empty());
  CHECK_FALSE(missing.latest());
  CHECK(missing.verify().problems.empty());
  CHECK(fs::is_empty(scratch.path()));

  write_text(scratch / "empty.db", "");
  CHECK(History{scratch / "empty.db", Access::read}.answers().answers.empty());
  CHECK(fs::file_size(scratch / "empty.db") == 0);
}

TEST_CASE("an empty file opened for writing becomes a history", "[store]") {
  const Scratch scratch;
  write_text(scratch / "empty.db", "");
  History{scratch / "empty.db", Access::write}.merge({.reviews = {review(1)}});
  CHECK(History{scratch / "empty.db", Access::read}.reviews() == std::vector{review(1)});
}

TEST_CASE("a history can be named by a link", "[store]") {
  const Scratch scratch;
  fs::create_symlink(scratch / "real.db", scratch / "link.db");
  History{scratch / "link.db", Access::write}.merge({.reviews = {review(1)}});
  CHECK(fs::is_symlink(scratch / "link.db"));
  CHECK(History{scratch / "real.db", Access::read}.reviews() == std::vector{review(1)});
}

TEST_CASE("a history can be moved", "[store]") {
  History first{":memory:", Access::write};
  append(first, review(1));
  History second{std::move(first)};
  first = std::move(second);
  CHECK(first.reviews() == std::vector{review(1)});
}

TEST_CASE("merging adds what is new, once", "[store]") {
  History history{":memory:", Access::write};
  append(history, review(1));
  const History::Log log{.reviews = {review(1), review(2), review(2), review(3)},
                         .retractions = {{id(3), review(4).at}}};
  const auto first = history.merge(log);
  CHECK(first.reviews == 2);
  CHECK(first.retractions == 1);
  CHECK(first.known == 2);
  const auto after = history.log();
  const auto second = history.merge(log);
  CHECK(second.reviews == 0);
  CHECK(second.retractions == 0);
  CHECK(second.known == 5);
  CHECK(history.log() == after);
}

TEST_CASE("two logs merged in either order are the same log", "[store]") {
  // Both retracted review 2, at different times; neither knows of the other's other reviews.
  const History::Log laptop{{review(1), review(2), review(5)}, {{id(2), review(6).at}}};
  const History::Log phone{{review(2), review(3), review(4)}, {{id(2), review(7).at}, {id(4), review(8).at}}};
  History one{":memory:", Access::write}, other{":memory:", Access::write};
  one.merge(laptop);
  one.merge(phone);
  other.merge(phone);
  other.merge(laptop);
  CHECK(one.log() == other.log());
  CHECK(one.log() == History::Log{.reviews = {review(1), review(2), review(3), review(4), review(5)},
                                  .retractions = {{id(2), review(6).at}, {id(4), review(8).at}}});
}

TEST_CASE("a merge is all or nothing", "[store]") {
  History history{":memory:", Access::write};
  append(history, review(1));
  auto other = review(1);
  other.answer = "another";
  CHECK(error_of([&] {
          history.merge({.reviews = {review(2), other}});
        }) ==
        "cannot save to the history \":memory:\": review 00000000000000000000000000000001 is there "
        "already, "
        "with other content. Nothing was written.");
  CHECK(error_of([&] {
          history.merge({.reviews = {review(2)}, .retractions = {{id(3), review(3).at}}});
        }) ==
        "cannot save to the history \":memory:\": there is no review 00000000000000000000000000000003 to "
        "retract. Nothing was written.");
  CHECK(history.log() == History::Log{.reviews = {review(1)}});
}
