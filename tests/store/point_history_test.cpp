// Which points a review was about: kept, named after a migration, united by a merge, and found when damaged.
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "bank/sample_bank.hpp"
#include "catch.hpp"
#include "store/history.hpp"
#include "store/history_lines.hpp"
#include "store/scratch.hpp"

using namespace viva;
using namespace viva::test;
using Access = History::Access;
namespace fs = std::filesystem;

namespace {

using Problems = std::vector<std::string>;

const PointKeys five{"weights", "size", "speed", "accuracy", "range"};

// As review(), about these points.
Review about(int number, PointKeys asked) {
  auto made = review(number);
  made.asked = std::move(asked);
  made.points = static_cast<int>(made.asked.size());
  return made;
}

// As viva made it when the history had this version, with three reviews: of 5 points, of 3, and of none.
fs::path history_of_version(const Scratch& scratch, int version) {
  const auto file = scratch / "history.db";
  const fs::path scripts = fs::path{VIVA_SOURCE_DIR} / "src/store";
  const std::array<const char*, 3> names{"schema.sql", "rounds.sql", "interviews.sql"};
  for (int i = 0; i < version; ++i) run_sql(file, read_text(scripts / names[static_cast<std::size_t>(i)]));
  run_sql(file,
          "INSERT INTO review VALUES "
          "(1, '00000000000000000000000000000001', 'on-device-ai', 'question-1', 1795363569250, 20779, 2, "
          "'1 2 4', 5, 93, NULL, 'drill', NULL, NULL),"
          "(2, '00000000000000000000000000000002', 'on-device-ai', 'question-2', 1795363629250, 20779, 3, "
          "'1 2', 3, 93, NULL, 'drill', NULL, NULL),"
          "(3, '00000000000000000000000000000003', 'on-device-ai', 'question-3', 1795363689250, 20779, 4, "
          "'', 0, 93, NULL, 'drill', NULL, 'typed');"
          "INSERT INTO retraction VALUES ('00000000000000000000000000000002', 1795363700000)");
  return file;
}

std::vector<Review> old_reviews() {
  auto second = review(2), third = review(3);
  second.ticked = {1, 2};
  second.points = 3;
  third.ticked = {};
  third.points = 0;
  third.answer = "typed";
  return {review(1), second, third};
}

Item item_of(std::string bank, std::string id, std::size_t points) {
  auto item = sample::item(std::move(id));
  item.bank = std::move(bank);
  for (std::size_t i = 0; i < points; ++i) item.points.push_back({"", five[i]});
  return item;
}

std::vector<PointKeys> asked_in(const History& history) {
  std::vector<PointKeys> all;
  for (const auto& review : history.log().reviews) all.push_back(review.asked);
  return all;
}

Problems problems_after(const std::string& sql) {
  const Scratch scratch;
  const auto file = scratch / "history.db";
  History{file, Access::write}.merge({.reviews = {about(1, five)}});
  run_sql(file, "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; " + sql);
  return History{file, Access::read}.verify().problems;
}

std::string refusal(PointKeys asked, int points = 5) {
  History history{":memory:", Access::write};
  auto broken = about(1, std::move(asked));
  broken.points = points;
  const auto message = error_of([&] { append(history, broken); });
  const auto rule = message.find("\"asked\"");
  return rule == std::string::npos ? message : message.substr(rule);
}

}  // namespace

TEST_CASE("a review keeps which points it was about, and each list is there once", "[store]") {
  const Scratch scratch;
  const auto file = scratch / "history.db";
  const std::vector<Review> all{about(1, five), about(2, {"speed", "range", "new", "size"}), about(3, five),
                                review(4)};
  History{file, Access::write}.merge({.reviews = all});
  const History history{file, Access::read};
  CHECK(history.reviews() == all);
  CHECK(history.log().reviews == all);
  CHECK(history.verify().problems.empty());
  const auto log = history.answers();
  CHECK(log.asked == std::vector<PointKeys>{five, {"speed", "range", "new", "size"}});
  CHECK(log.answers.at(0).asked == 0);
  CHECK(log.answers.at(1).asked == 1);
  CHECK(log.answers.at(2).asked == 0);
  CHECK(log.answers.at(3).asked == -1);
}

TEST_CASE("the answers are the log of the reviews", "[store]") {
  History history{":memory:", Access::write};
  history.merge({.reviews = {about(1, five), about(2, {"a", "b", "c", "d"}), about(3, five), review(4)},
                 .retractions = {{id(2), review(5).at}}});
  const auto is = history.answers(), expected = log_of(history.reviews());
  REQUIRE(is.answers.size() == expected.answers.size());
  const auto asked = [](const AnswerLog& log, std::size_t i) {
    const int list = log.answers[i].asked;
    return list < 0 ? PointKeys{} : log.asked.at(static_cast<std::size_t>(list));
  };
  for (std::size_t i = 0; i < is.answers.size(); ++i) {
    CHECK(asked(is, i) == asked(expected, i));
    CHECK(is.answers[i].item == expected.answers[i].item);
    CHECK(is.answers[i].ticked == expected.answers[i].ticked);
    CHECK(is.answers[i].points == expected.answers[i].points);
    CHECK(is.answers[i].mode == expected.answers[i].mode);
  }
}

TEST_CASE("the latest review knows its points, too", "[store]") {
  History history{":memory:", Access::write};
  history.merge({.reviews = {review(1), about(2, five), about(3, {"a", "b", "c", "d"})}});
  CHECK(history.latest() == about(3, {"a", "b", "c", "d"}));
  history.merge({.retractions = {{id(3), review(4).at}}});
  CHECK(history.latest() == about(2, five));
}

TEST_CASE("a history of an earlier version is taken over with all it has", "[store]") {
  const int version = GENERATE(1, 2, 3);
  const Scratch scratch;
  const auto file = history_of_version(scratch, version);
  {
    const History history{file, Access::write};
    CHECK(history.log().reviews == old_reviews());
    CHECK(history.reviews().size() == 2);
    CHECK(history.answers().asked.empty());
    CHECK(history.verify().problems.empty());
  }
  SQLite::Database database{file.native()};
  CHECK(database.execAndGet("PRAGMA user_version").getInt() == 4);
  CHECK(database.execAndGet("SELECT count(*) FROM review WHERE asked IS NOT NULL").getInt() == 0);
}

TEST_CASE("a history of an earlier version is read without being changed", "[store]") {
  const int version = GENERATE(1, 2, 3);
  const Scratch scratch;
  const auto file = history_of_version(scratch, version);
  const auto before = read_text(file);
  {
    const History history{file, Access::read};
    CHECK(history.log().reviews == old_reviews());
    CHECK(history.latest() == old_reviews().back());
    const auto answers = history.answers();
    CHECK(answers.asked.empty());
    REQUIRE(answers.answers.size() == 2);
    CHECK(answers.answers[0].asked == -1);
    CHECK(answers.answers[0].ticked == std::vector{1, 2, 4});
    CHECK(answers.answers[0].points == 5);
    CHECK(history.verify().problems.empty());
    CHECK(history.verify().reviews == 3);
  }
  CHECK(read_text(file) == before);
}

TEST_CASE("reviews of earlier versions are named by the bank, if it has as many points", "[store]") {
  const Scratch scratch;
  const auto file = history_of_version(scratch, 3);
  const auto bank =
      sample::bank({item_of("on-device-ai", "question-1", 5), item_of("on-device-ai", "question-2", 4),
                    item_of("on-device-ai", "question-3", 2)});
  {
    History history{file, Access::write};
    history.name_points(bank);
    CHECK(asked_in(history) == std::vector<PointKeys>{five, {}, {}});
    CHECK(history.verify().problems.empty());
  }
  auto named = old_reviews();
  named[0].asked = five;
  CHECK(History{file, Access::read}.log().reviews == named);
}

TEST_CASE("reviews that were taken back are named, too", "[store]") {
  const Scratch scratch;
  History history{history_of_version(scratch, 2), Access::write};
  history.name_points(sample::bank({item_of("on-device-ai", "question-2", 3)}));
  CHECK(asked_in(history) == std::vector<PointKeys>{{}, {"weights", "size", "speed"}, {}});
  history.merge(history.log());
  CHECK(history.reviews().size() == 2);
}

TEST_CASE("of two banks with the same item each names its own reviews", "[store]") {
  auto foreign = item_of("other", "question-1", 5), own = item_of("on-device-ai", "question-1", 5);
  std::ranges::reverse(foreign.points);
  const auto named_by = [](const Bank& bank) {
    const Scratch scratch;
    History history{history_of_version(scratch, 3), Access::write};
    history.name_points(bank);
    return asked_in(history).front();
  };
  CHECK(named_by(sample::bank({foreign})).empty());
  CHECK(named_by(sample::bank({foreign, own})) == five);
  CHECK(named_by(sample::bank({own, foreign})) == five);
}

TEST_CASE("what is named stays named, whatever the bank becomes", "[store]") {
  const Scratch scratch;
  History history{history_of_version(scratch, 3), Access::write};
  history.name_points(sample::bank({item_of("on-device-ai", "question-1", 5)}));
  auto other = item_of("on-device-ai", "question-1", 5);
  for (auto& point : other.points) point.text += ", reworded";
  history.name_points(sample::bank({other}));
  CHECK(asked_in(history).front() == five);
}

TEST_CASE("where there is nothing to name nothing is written, and nobody is waited for", "[store]") {
  const Scratch scratch;
  const auto file = history_of_version(scratch, 3);
  History history{file, Access::write};
  const auto before = read_text(file);
  SQLite::Database other{file.native(), SQLite::OPEN_READWRITE};
  other.exec("BEGIN IMMEDIATE");
  history.name_points(sample::bank({}));
  history.name_points(sample::bank({item_of("on-device-ai", "question-1", 4)}));
  other.exec("ROLLBACK");
  CHECK(read_text(file) == before);
}

TEST_CASE("copies of a review unite what is believed of its points, in any order", "[store]") {
  const PointKeys believed{"a", "b", "c", "d", "e"}, differently{"a", "b", "d", "c", "e"};
  std::vector<Review> copies{review(1), about(1, believed), about(1, differently)};
  std::vector<int> order{0, 1, 2};
  do {
    CAPTURE(order);
    History history{":memory:", Access::write};
    std::size_t added = 0;
    PointKeys expected;
    for (const int copy : order) {
      const auto& one = copies[static_cast<std::size_t>(copy)];
      added += history.merge({.reviews = {one}}).reviews;
      if (!one.asked.empty()) expected = expected.empty() ? one.asked : std::min(expected, one.asked);
      CHECK(history.reviews().at(0).asked == expected);
    }
    CHECK(added == 1);
    CHECK(history.reviews() == std::vector{about(1, believed)});
    const auto after = history.log();
    CHECK(history.merge({.reviews = copies}).known == 3);
    CHECK(history.log() == after);
    CHECK(history.merge(after).reviews == 0);
    CHECK(history.log() == after);
  } while (std::ranges::next_permutation(order).found);
}

TEST_CASE("copies that differ in anything else are refused", "[store]") {
  History history{":memory:", Access::write};
  append(history, about(1, five));
  auto other = review(1);
  other.ticked = {1};
  CHECK(error_of([&] { append(history, other); }).find("with other content") != std::string::npos);
  CHECK(history.reviews() == std::vector{about(1, five)});
}

TEST_CASE("the points of a review keep their rules", "[store]") {
  const std::string end = ". Nothing was written.";
  CHECK(refusal({"a", "b", "c", "d"}) == "\"asked\" must name as many as \"points\"" + end);
  CHECK(refusal({"a", "b", "c", "d", "e", "f"}) == "\"asked\" must name as many as \"points\"" + end);
  CHECK(refusal({"a", "b", "c", "", "e"}) == "\"asked\" must name no point by an empty text" + end);
  CHECK(refusal({"a", "b", "c", "a", "e"}) == "\"asked\" must name no point twice" + end);
  CHECK(refusal(five) == "no error");
  CHECK(refusal({}) == "no error");
}

TEST_CASE("points in broken UTF-8 are kept all the same", "[store]") {
  History history{":memory:", Access::write};
  append(history, about(1, {"caf\xe9", "a", "b", "c"}));
  append(history, about(1, {"caf\xe9", "a", "b", "c"}));
  CHECK(history.latest()->asked == PointKeys{"caf\uFFFD", "a", "b", "c"});
}

TEST_CASE("an export says which points a review was about, where it is known", "[store]") {
  const History::Log log{.reviews = {review(1), about(2, {"a", "quoted \"b\"", "\x1b[2J\u202e", "d"})}};
  const auto lines = write_lines(log);
  CHECK(lines.find(R"("asked":["a","quoted \"b\"","\u001b[2J\u202e","d"])") != std::string::npos);
  CHECK(lines.find("\"asked\"") == lines.rfind("\"asked\""));
  const auto read = read_lines(lines, "log.jsonl");
  CHECK(read.diagnostics.empty());
  CHECK(read.log == log);
  History there{":memory:", Access::write};
  there.merge(read.log);
  CHECK(write_lines(there.log()) == lines);
}

TEST_CASE("an export from before points had an identity is read", "[store]") {
  auto lines = write_lines({.reviews = {review(1)}});
  lines.replace(lines.find("\"format\":4"), 10, "\"format\":3");
  const auto read = read_lines(lines, "log.jsonl");
  CHECK(read.ok());
  CHECK(read.log.reviews == std::vector{review(1)});
}

TEST_CASE("what is wrong with a line's points is found", "[store]") {
  const auto faults = [](std::string asked) {
    auto lines = write_lines({.reviews = {about(1, {"a", "b", "c", "d"})}});
    const std::string list = R"(["a","b","c","d"])";
    lines.replace(lines.find(list), list.size(), asked);
    Problems found;
    for (const auto& diagnostic : read_lines(lines, "log.jsonl").diagnostics)
      found.push_back(diagnostic.message);
    return found;
  };
  CHECK(faults(R"(["a","b","c"])") == Problems{"\"asked\" must name as many as \"points\""});
  CHECK(faults(R"(["a","b","c","c"])") == Problems{"\"asked\" must name no point twice"});
  CHECK(faults(R"(["a","b","c",""])") == Problems{"\"asked\" must name no point by an empty text"});
  CHECK(faults(R"(["a","b","c",4])") == Problems{"\"asked\" must be a list of texts"});
  CHECK(faults("\"a\"") == Problems{"\"asked\" must be a list of texts"});
  CHECK(faults("[]").empty());
}

TEST_CASE("exports of two machines in one file may believe different things of a review's points",
          "[store]") {
  const PointKeys believed{"a", "b", "c", "d", "e"}, differently{"b", "a", "c", "d", "e"};
  const auto lines = write_lines({.reviews = {review(1)}}) +
                     write_lines({.reviews = {about(1, differently)}}) +
                     write_lines({.reviews = {about(1, believed)}});
  const auto read = read_lines(lines, "log.jsonl");
  CHECK(read.ok());
  History history{":memory:", Access::write};
  history.merge(read.log);
  CHECK(history.reviews() == std::vector{about(1, believed)});
}

TEST_CASE("damaged lists of points are found", "[store]") {
  const std::string one = "review 00000000000000000000000000000001: ";
  const Problems missing{one + "the list of its points is missing or damaged"};
  CHECK(problems_after("SELECT 1").empty());
  CHECK(problems_after("UPDATE asked SET points = 'weights'") == missing);
  CHECK(problems_after("UPDATE asked SET points = '[\"weights\", 2]'") == missing);
  CHECK(problems_after("UPDATE asked SET points = CAST(x'5b22ff225d' AS TEXT)") == missing);
  CHECK(problems_after("UPDATE asked SET points = '{}'") == missing);
  CHECK(problems_after("DELETE FROM asked") == missing);
  CHECK(problems_after("UPDATE review SET asked = 99") == missing);
  CHECK(problems_after("UPDATE asked SET points = '[\"a\"]'") ==
        Problems{one + "\"asked\" must name as many as \"points\""});
  CHECK(problems_after("UPDATE asked SET points = '[\"a\",\"b\",\"c\",\"d\",\"a\"]'") ==
        Problems{one + "\"asked\" must name no point twice"});
}

TEST_CASE("a review with a damaged list is not passed on", "[store]") {
  const Scratch scratch;
  const auto file = scratch / "history.db";
  History{file, Access::write}.merge({.reviews = {about(1, five)}});
  run_sql(file, "UPDATE asked SET points = 'weights'");
  const History history{file, Access::read};
  for (const auto& message : {error_of([&] { history.answers(); }), error_of([&] { history.reviews(); }),
                              error_of([&] { history.latest(); }), error_of([&] { history.log(); })})
    CHECK(message.substr(message.find("\": ") + 3) ==
          "a review in it is damaged: the list of its points is missing or damaged. See `viva history "
          "verify`.");
}

TEST_CASE("a round in the history says which points its questions had", "[store]") {
  auto state = round_state(1);
  state.questions[0].asked = five;
  History history{":memory:", Access::write};
  history.merge({.rounds = {state}});
  CHECK(history.rounds() == std::vector{state});
  CHECK(read_lines(write_lines(history.log()), "log.jsonl").log.rounds == std::vector{state});
  state.id = id(2);
  state.questions[0].asked.pop_back();
  CHECK(error_of([&] {
          history.merge({.rounds = {state}});
        }).find("\"asked\" must name as many as \"points\"") != std::string::npos);
}
