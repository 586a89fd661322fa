#include "store/round_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "store/rules.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

constexpr int most_seconds = 24 * 60 * 60;
constexpr int most_points = 1'000'000;
constexpr int most_questions = 10'000;
constexpr int most_revisions = 1'000'000'000;

class BrokenRules {
 public:
  explicit BrokenRules(std::string where, std::vector<std::string>& found)
      : where_{std::move(where)}, found_{found} {}

  void must(bool holds, std::string_view field, std::string_view rule) {
    if (!holds) found_.push_back(fmt::format("{}\"{}\" must {}", where_, field, rule));
  }
  void must_be_within(std::string_view field, int value, int least, int most) {
    if (value < least || value > most) must(false, field, fmt::format("be {} to {}", least, most));
  }
  void must_be_mark(std::string_view field, std::optional<int> value) {
    if (value) must_be_within(field, *value, 1, 4);
  }
  void must_be_text(std::string_view field, std::string_view text) {
    must(find_invalid_utf8(text) == std::string_view::npos, field, "be valid UTF-8");
  }
  void must_name(std::string_view field, std::string_view text) {
    must(!text.empty(), field, "not be empty");
    must_be_text(field, text);
  }
  void must_be_dated(std::string_view field, Instant at) {
    must(is_in_calendar(at), field, "be within the years 0 to 9999");
  }

 private:
  std::string where_;
  std::vector<std::string>& found_;
};

void find_faults(const RoundQuestion& question, BrokenRules faults) {
  faults.must_name("bank", question.bank);
  faults.must_name("item", question.item);
  faults.must_name("tier", question.tier);
  faults.must_name("topic", question.topic);
  faults.must_be_text("tier_name", question.tier_name);
  faults.must_be_text("topic_name", question.topic_name);
  faults.must_be_text("prompt", question.prompt);
  faults.must_be_within("budget", question.budget, 1, most_seconds);
  faults.must(question.follow_up >= -1, "follow_up", "be -1 or more");
  faults.must_be_within("used", question.used, 0, most_seconds);
  faults.must_be_mark("predicted", question.predicted);
  faults.must_be_mark("mark", question.mark);
  faults.must_be_within("points", question.points, 0, most_points);
  faults.must(are_ticks(question.ticked, question.points), "ticked",
              "ascend and hold numbers from 1 to \"points\"");
  faults.must(question.review.empty() || is_id(question.review), "review",
              "be empty or 32 lower-case hexadecimal digits");
}

// While a question is asked, its clock was started within the round's, and the round was saved since.
bool is_clock_sound(const RoundState& state) {
  return !is_asking(state.phase) || (state.shown <= state.saved && state.saved <= state.deadline &&
                                     state.deadline - state.shown <= std::chrono::seconds{state.seconds});
}

void find_faults_of_time(const RoundState& state, BrokenRules& faults) {
  faults.must(is_in_calendar(state.day), "day", "be within the years 0 to 9999");
  faults.must_be_dated("begun", state.begun);
  faults.must(is_near(state.day, state.begun), "day", "be within two days of \"begun\"");
  faults.must_be_dated("deadline", state.deadline);
  faults.must_be_dated("shown", state.shown);
  faults.must_be_dated("seen", state.seen);
  faults.must_be_dated("saved", state.saved);
  faults.must(is_clock_sound(state), "deadline",
              "be after \"saved\", and within \"seconds\" of \"shown\", which is before it");
}

}  // namespace

std::vector<std::string> find_faults(const RoundState& state) {
  std::vector<std::string> found;
  BrokenRules faults{"", found};
  faults.must(is_id(state.id), "id", "be 32 lower-case hexadecimal digits");
  faults.must_be_text("preset", state.preset);
  faults.must_be_text("name", state.name);
  faults.must_be_within("seconds", state.seconds, 1, most_seconds);
  faults.must_be_within("revision", state.revision, 0, most_revisions);
  find_faults_of_time(state, faults);
  const auto size = state.questions.size();
  const bool in_progress = state.phase != RoundPhase::ready && state.phase != RoundPhase::finished;
  faults.must(size > 0 || !in_progress, "questions", "not be empty while the round is in progress");
  faults.must(size <= most_questions, "questions", fmt::format("be {} at most", most_questions));
  faults.must(state.current < std::max<std::size_t>(size, 1), "current",
              "be the place of a question, from 0");
  for (std::size_t i = 0; i < size; ++i)
    find_faults(state.questions[i], BrokenRules{fmt::format("question {}: ", i + 1), found});
  return found;
}

}  // namespace viva
