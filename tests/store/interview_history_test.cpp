// Interviews in the history: set, changed and cleared, merged in any order, and found when they are damaged.
#include <algorithm>

#include "catch.hpp"
#include "store/history.hpp"
#include "store/scratch.hpp"

using namespace viva;
using namespace viva::test;
using namespace std::chrono_literals;
using Access = History::Access;
namespace fs = std::filesystem;

namespace {

using Settings = std::vector<InterviewSetting>;
using Problems = std::vector<std::string>;

History::Log settings(Settings all) { return {.interviews = std::move(all)}; }

InterviewSetting on(InterviewSetting setting, const char* day, std::string title) {
  setting.set->day = parse_day(day).value();
  setting.set->title = std::move(title);
  return setting;
}

InterviewSetting cleared(int number) { return {id(number), id(7), review(number).at, {}}; }

InterviewSetting of_another(InterviewSetting setting) {
  setting.interview = id(8);
  return setting;
}

// As viva made it before there were interviews, with one review.
fs::path version_2(const Scratch& scratch) {
  const auto file = scratch / "history.db";
  const fs::path scripts = fs::path{VIVA_SOURCE_DIR} / "src/store";
  run_sql(file, read_text(scripts / "schema.sql"));
  run_sql(file, read_text(scripts / "rounds.sql"));
  run_sql(file,
          "INSERT INTO review VALUES (1, '00000000000000000000000000000001', 'on-device-ai', 'question-1', "
          "1795363569250, 20779, 2, '1 2 4', 5, 93, NULL, 'drill', NULL, NULL)");
  return file;
}

fs::path history_of_one(const Scratch& scratch) {
  History{scratch / "history.db", Access::write}.merge(settings({setting(1)}));
  return scratch / "history.db";
}

Problems problems_after(const std::string& sql) {
  const Scratch scratch;
  const auto file = history_of_one(scratch);
  run_sql(file, "PRAGMA ignore_check_constraints = ON; " + sql);
  return History{file, Access::read}.verify().problems;
}

}  // namespace

TEST_CASE("an interview is there as it was set last, and every setting stays in the log", "[store]") {
  const Scratch scratch;
  const auto file = scratch / "history.db";
  const auto moved = on(setting(2), "2026-12-12", "Acme \x1b[2J 漢字");
  History{file, Access::write}.merge(settings({setting(1), moved}));
  const History history{file, Access::read};
  CHECK(history.interviews() == std::vector{*moved.set});
  CHECK(history.interview_settings() == Settings{moved});
  CHECK(history.log() == settings({setting(1), moved}));
  CHECK(history.verify().problems.empty());
  CHECK(history.verify().interviews == 1);
}

TEST_CASE("a cleared interview is gone until it is set again", "[store]") {
  History history{":memory:", Access::write};
  history.merge(settings({setting(1), cleared(2)}));
  CHECK(history.interviews().empty());
  history.merge(settings({setting(3)}));
  CHECK(history.interviews() == std::vector{*setting(3).set});
  CHECK(history.log().interviews.size() == 3);
}

TEST_CASE("several interviews come by day, then title", "[store]") {
  History history{":memory:", Access::write};
  auto later = on(of_another(setting(1)), "2026-12-24", "Abc"), same_day = setting(3);
  same_day.interview = id(9);
  same_day.set->title = "Aaa";
  history.merge(settings({later, setting(2), same_day}));
  CHECK(history.interview_settings() == Settings{same_day, setting(2), later});
  CHECK(history.verify().interviews == 3);
}

TEST_CASE("of settings of one moment the higher id counts", "[store]") {
  auto first = setting(1), second = on(setting(2), "2026-12-24", "Acme");
  second.at = first.at;
  CHECK(standing_interviews({second, first}) == Settings{second});
  CHECK(standing_interviews({first, second}) == Settings{second});
}

TEST_CASE("settings merged in any order are the same interviews", "[store]") {
  const Settings all{setting(1), cleared(2), on(setting(3), "2026-12-24", "Moved"), of_another(setting(4)),
                     on(of_another(setting(5)), "2027-01-08", "Other")};
  std::vector<std::size_t> order{0, 1, 2, 3, 4};
  do {
    History history{":memory:", Access::write};
    for (const auto i : order) CHECK(history.merge(settings({all[i]})).interviews == 1);
    CHECK(history.interview_settings() == Settings{all[2], all[4]});
    CHECK(history.log() == settings(all));
  } while (std::ranges::next_permutation(order).found);
}

TEST_CASE("a setting merged again changes nothing, and other content is refused", "[store]") {
  History history{":memory:", Access::write};
  history.merge(settings({setting(1)}));
  CHECK(history.merge(settings({setting(1)})).known == 1);
  CHECK(error_of([&] {
          history.merge(settings({setting(2), on(setting(1), "2026-12-11", "Acme")}));
        }) ==
        "cannot save to the history \":memory:\": the setting 00000000000000000000000000000001 of an "
        "interview is there already, with other content. Nothing was written.");
  CHECK(history.log() == settings({setting(1)}));
}

TEST_CASE("a setting that breaks a rule is refused, with all that came with it", "[store]") {
  History history{":memory:", Access::write};
  const auto refusal = [&](const InterviewSetting& broken) {
    const auto message = error_of([&] { history.merge({.reviews = {review(1)}, .interviews = {broken}}); });
    CHECK(history.log() == History::Log{});
    return message.substr(message.find("\": ") + 3);
  };
  auto broken = setting(1);
  broken.set->minutes = 481;
  CHECK(refusal(broken) ==
        "interview 00000000000000000000000000000001: \"minutes\" must be 0 to 480. Nothing was written.");
  broken = setting(1);
  broken.set->off = Weekdays{0x7f};
  CHECK(refusal(broken).find("\"off\" must leave a day of the week to study") != std::string::npos);
  broken = setting(1);
  broken.set->title = "caf\xe9";
  CHECK(refusal(broken).find("\"title\" must be valid UTF-8") != std::string::npos);
  broken = cleared(1);
  broken.interview = "7";
  CHECK(refusal(broken).find("\"interview\" must be 32 lower-case") != std::string::npos);
}

TEST_CASE("a history from before there were interviews is read as it is", "[store]") {
  const Scratch scratch;
  const auto file = version_2(scratch);
  const auto before = read_text(file);
  const History history{file, Access::read};
  CHECK(history.log() == History::Log{.reviews = {review(1)}});
  CHECK(history.interviews().empty());
  CHECK(history.verify().problems.empty());
  CHECK(history.verify().interviews == 0);
  CHECK(read_text(file) == before);
}

TEST_CASE("a history from before there were interviews takes them once it is written to", "[store]") {
  const Scratch scratch;
  const auto file = version_2(scratch);
  const History reading{file, Access::read};
  CHECK(reading.interviews().empty());
  History{file, Access::write}.merge(
      {.reviews = {review(2)}, .rounds = {round_state(1)}, .interviews = {setting(1)}});
  const History::Log all{{review(1), review(2)}, {}, {round_state(1)}, {setting(1)}};
  CHECK(reading.log() == all);
  CHECK(History{file, Access::read}.verify().problems.empty());
}

TEST_CASE("settings that no viva writes are found", "[store]") {
  const std::string one = "interview 00000000000000000000000000000001: ";
  const std::string check = "the file is damaged: CHECK constraint failed in interview";
  CHECK(problems_after("UPDATE interview SET minutes = 481") ==
        Problems{check, one + "\"minutes\" must be 0 to 480"});
  CHECK(problems_after("UPDATE interview SET minutes = 5000000000") ==
        Problems{check, one + "\"minutes\" is 5000000000"});
  CHECK(problems_after("UPDATE interview SET off = 'Sunday'") ==
        Problems{one + "\"off\" is no list of days"});
  CHECK(problems_after("UPDATE interview SET title = CAST(x'ff' AS TEXT)") ==
        Problems{one + "\"title\" must be valid UTF-8"});
  CHECK(problems_after("UPDATE interview SET id = char(27)") ==
        Problems{check, "interview ␛: \"id\" must be 32 lower-case hexadecimal digits"});
  CHECK(problems_after("UPDATE interview SET day = NULL") == Problems{check});
}

TEST_CASE("a damaged interview is not passed on", "[store]") {
  const Scratch scratch;
  const auto file = history_of_one(scratch);
  run_sql(file, "UPDATE interview SET off = 'Sunday'");
  const History history{file, Access::read};
  const auto message = error_of([&] { history.interviews(); });
  CHECK(message.substr(message.find("\": ") + 3) ==
        "an interview in it is damaged: \"off\" is no list of days. See `viva history verify`.");
  CHECK(history.reviews().empty());
}
