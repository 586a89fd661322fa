#include "cli/set_interview.hpp"

#include "catch.hpp"

using namespace viva;
using namespace std::chrono_literals;

namespace {

constexpr Day today = std::chrono::sys_days{std::chrono::year{2026} / 11 / 22};
constexpr Day day(int after) { return today + std::chrono::days{after}; }
const Instant now = std::chrono::floor<std::chrono::milliseconds>(today) + 18h;

InterviewSetting interview(std::string title, int after) {
  InterviewSetting setting{title + "-setting", title + "-interview", now, Interview{}};
  setting.set->title = std::move(title);
  setting.set->day = day(after);
  return setting;
}

const std::vector<InterviewSetting> two{interview("Acme", 5), interview("Globex", 9)};

std::string title_before(const InterviewChange& change) {
  return change.before ? change.before->set->title : "none";
}

}  // namespace

TEST_CASE("the interview that is meant is the one of the title, in any case") {
  const auto change = change_interview(two, {.day = day(12), .title = "globex"});
  CHECK(title_before(change) == "Globex");
  CHECK(change.after->day == day(12));
  CHECK(change.after->title == "globex");
}

TEST_CASE("without a title, the one of the day, and without both the next") {
  CHECK(title_before(change_interview(two, {.day = day(9), .minutes = 30})) == "Globex");
  CHECK(title_before(change_interview(two, {.minutes = 30})) == "Acme");
  CHECK(change_interview(two, {.minutes = 30}).after->day == day(5));
}

TEST_CASE("an interview without a title is moved; a new title on a new day is a new interview") {
  const std::vector<InterviewSetting> nameless{interview("", 5)};
  CHECK(change_interview(nameless, {.day = day(7)}).before == nameless[0]);
  CHECK_FALSE(change_interview(two, {.day = day(7)}).before);
  CHECK_FALSE(change_interview(two, {.day = day(7), .title = "Initech"}).before);
  const auto named = change_interview(nameless, {.day = day(5), .title = "Initech"});
  CHECK(named.before == nameless[0]);
  CHECK(named.after->title == "Initech");
}

TEST_CASE("what is not given stays as it is") {
  const auto change = change_interview(two, {.title = "Acme", .minutes = 0});
  CHECK(change.after->day == day(5));
  CHECK(change.after->minutes == 0);
  CHECK(change.after->off == two[0].set->off);
}

TEST_CASE("the first interview needs a day") {
  CHECK(change_interview({}, {.minutes = 30}).error ==
        "no interview is set yet; say when it is, such as --interview '10 Dec'");
  CHECK(change_interview({}, {.day = day(3)}).after->minutes == usual_minutes);
}

TEST_CASE("cleared is the next interview, or the one of a day or title") {
  CHECK(title_before(clear_interview(two, {})) == "Acme");
  CHECK(title_before(clear_interview(two, {.day = day(9)})) == "Globex");
  CHECK(title_before(clear_interview(two, {.title = "GLOBEX"})) == "Globex");
  CHECK_FALSE(clear_interview(two, {}).after);
  CHECK(clear_interview(two, {.day = day(5), .title = "Globex"}).error ==
        "there is no such interview to clear; `viva plan` shows those ahead");
  CHECK(clear_interview({}, {}).error == "no interview is ahead, so there is none to clear");
}

TEST_CASE("a change is later than what it replaces, even where the clock is not") {
  Random ids{7};
  const auto change = change_interview(two, {.title = "Acme", .minutes = 30});
  const auto setting = setting_of(change, ids, now - 1h);
  CHECK(setting.interview == "Acme-interview");
  CHECK(setting.at == now + 1ms);
  CHECK(setting_of(change, ids, now + 1h).at == now + 1h);
  CHECK(setting_of(change, ids, now).id != setting.id);
  const auto fresh = setting_of(change_interview({}, {.day = day(3)}), ids, now);
  CHECK(fresh.interview.size() == 32);
  CHECK(fresh.at == now);
}

TEST_CASE("a change is put in words") {
  const auto words = [](const InterviewChange& change) { return describe_change(change, today); };
  CHECK(words(change_interview({}, {.day = day(5)})).starts_with("Set: "));
  CHECK(
      words(change_interview(two, {.day = day(6), .title = "Acme"})).starts_with("Moved from Fri 27 Nov: "));
  CHECK(words(change_interview(two, {.title = "Acme", .minutes = 7})).starts_with("Changed: "));
  CHECK(words(change_interview(two, {.title = "Acme"})).starts_with("As it was: "));
  CHECK(words(clear_interview(two, {})).starts_with("Cleared: "));
}
