#include "render/today_words.hpp"

#include <string>

#include "catch.hpp"
#include "render/sample_plan.hpp"

using namespace viva;
using namespace viva::sample;

namespace {

struct Given {
  std::size_t due = 0, fresh = 0, done = 0;  // questions of three minutes; the first are done
  bool interview = true, off = false, last_look = false;
  int round = 0;  // minutes on the clock
  bool round_done = false;
  std::size_t due_beyond = 0;
  std::optional<Day> next_due{};
};

Today today_of(const Given& is) {
  Today today;
  today.day = monday;
  if (is.interview) today.request.emplace();
  for (std::size_t i = 0; i < is.due + is.fresh; ++i) {
    const auto reason = i < is.due ? PlanReason::fading : PlanReason::fresh;
    today.work.entries.push_back({i, 180, 1, reason, i < is.done});
  }
  today.work.off = is.off;
  today.work.last_look = is.last_look;
  if (is.round > 0) today.work.round = PlannedRound{std::nullopt, is.round, 75 * is.round, is.round_done};
  today.due_beyond = is.due_beyond;
  today.next_due = is.next_due;
  return today;
}

std::string words(const Given& is) { return today_words(today_of(is)); }

}  // namespace

TEST_CASE("today in words, with an interview ahead", "[today]") {
  struct Row {
    Given is;
    const char* words;
  };
  const Row rows[] = {
      {{.due = 6}, "6 questions, about 18 min"},
      {{.due = 2, .fresh = 4}, "6 questions, about 18 min"},
      {{.fresh = 1}, "1 question, about 3 min"},
      {{.due = 6, .done = 4}, "4 of 6 questions done, about 6 min to go"},
      {{.due = 6, .done = 6}, "6 questions done"},
      {{.due = 1, .done = 1}, "1 question done"},
      {{.due = 6, .round = 16}, "6 questions, about 18 min, and a round of 16 min"},
      {{.due = 6, .done = 6, .round = 16}, "6 questions done, and a round of 16 min"},
      {{.due = 6, .done = 5, .round = 16, .round_done = true},
       "5 of 6 questions done, about 3 min to go, and a round done"},
      {{.due = 6, .done = 6, .round = 16, .round_done = true}, "6 questions done, and a round done"},
      {{.round = 16}, "a round of 16 min"},
      {{.round = 16, .round_done = true}, "a round done"},
      {{.due = 8, .last_look = true}, "last look, 8 questions, about 24 min"},
      {{.due = 8, .done = 3, .last_look = true}, "last look, 3 of 8 questions done, about 15 min to go"},
      {{.due = 7, .fresh = 1, .last_look = true},
       "last look, 8 questions, about 24 min; 1 is new, since nothing else is left"},
      {{.due = 5, .fresh = 3, .last_look = true},
       "last look, 8 questions, about 24 min; 3 are new, since nothing else is left"},
      {{.fresh = 3, .last_look = true},
       "last look, 3 questions, about 9 min; all are new, since nothing else is left"},
      {{.last_look = true}, "nothing more to gain"},
      {{.off = true}, "a day off"},
      {{}, "nothing more to gain"},
      {{.due = 6, .due_beyond = 40}, "6 questions, about 18 min"},  // the plan knows best
  };
  for (const auto& [is, expected] : rows) CHECK(words(is) == expected);
}

TEST_CASE("today in words, without an interview", "[today]") {
  struct Row {
    Given is;
    const char* words;
  };
  const Row rows[] = {
      {{.due = 7, .fresh = 3, .interview = false}, "10 questions (7 due, 3 new), about 30 min"},
      {{.due = 7, .fresh = 3, .interview = false, .due_beyond = 33},
       "10 questions (7 due, 3 new), about 30 min; 33 more are due"},
      {{.due = 10, .interview = false, .due_beyond = 1},
       "10 questions (all due), about 30 min; 1 more is due"},
      {{.fresh = 1, .interview = false}, "1 question (new), about 3 min"},
      {{.due = 7, .fresh = 3, .done = 4, .interview = false}, "4 of 10 questions done, about 18 min to go"},
      {{.due = 7, .fresh = 3, .done = 10, .interview = false, .due_beyond = 33},
       "10 questions done; 33 more are due"},
      {{.interview = false, .next_due = monday + std::chrono::days{4}}, "nothing is due until Fri 27 Nov"},
      {{.interview = false}, "nothing is left"},
  };
  for (const auto& [is, expected] : rows) CHECK(words(is) == expected);
}

TEST_CASE("time is told in whole minutes, at least one", "[today]") {
  CHECK(about_minutes(0) == "about 1 min");
  CHECK(about_minutes(89) == "about 1 min");
  CHECK(about_minutes(90) == "about 2 min");
  CHECK(about_minutes(180) == "about 3 min");
}

TEST_CASE("when the plan asks a question, in words") {
  using std::chrono::days;
  CHECK(planned_words(sample::monday, sample::monday) == "planned for today");
  CHECK(planned_words(sample::monday + days{1}, sample::monday) == "planned for tomorrow");
  CHECK(planned_words(sample::monday + days{9}, sample::monday) == "planned for Wed 2 Dec");
  CHECK(planned_words(std::nullopt, sample::monday) == "not planned before the interview");
}
