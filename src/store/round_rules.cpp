#include "store/round_rules.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace viva {
namespace {

constexpr int most_seconds = 24 * 60 * 60;
constexpr int most_points = 1'000'000;
constexpr int most_questions = 10'000;
constexpr int most_revisions = 1'000'000'000;

void find_faults(const RoundQuestion& question, BrokenRules rules) {
  rules.must_be_name("bank", question.bank);
  rules.must_be_name("item", question.item);
  rules.must_be_name("tier", question.tier);
  rules.must_be_name("topic", question.topic);
  rules.must_be_text("tier_name", question.tier_name);
  rules.must_be_text("topic_name", question.topic_name);
  rules.must_be_text("prompt", question.prompt);
  rules.must_be_within("budget", question.budget, 1, most_seconds);
  rules.must(question.follow_up >= -1, "follow_up", "be -1 or more");
  rules.must_be_within("used", question.used, 0, most_seconds);
  rules.must_be_mark("predicted", question.predicted);
  rules.must_be_mark("mark", question.mark);
  rules.must_be_within("points", question.points, 0, most_points);
  rules.must(are_ticks(question.ticked, question.points), "ticked",
             "ascend and hold numbers from 1 to \"points\"");
  rules.must_be_asked(question.asked, question.points);
  rules.must(question.review.empty() || is_id(question.review), "review",
             "be empty or 32 lower-case hexadecimal digits");
}

// While a question is asked, its clock was started within the round's, and the round was saved since.
bool is_clock_sound(const RoundState& state) {
  return !is_asking(state.phase) || (state.shown <= state.saved && state.saved <= state.deadline &&
                                     state.deadline - state.shown <= std::chrono::seconds{state.seconds});
}

void find_faults_of_time(const RoundState& state, BrokenRules& rules) {
  rules.must_be_dated("day", state.day);
  rules.must_be_dated("begun", state.begun);
  rules.must(is_near(state.day, state.begun), "day", "be within two days of \"begun\"");
  rules.must_be_dated("deadline", state.deadline);
  rules.must_be_dated("shown", state.shown);
  rules.must_be_dated("seen", state.seen);
  rules.must_be_dated("saved", state.saved);
  rules.must(is_clock_sound(state), "deadline",
             "be after \"saved\", and within \"seconds\" of \"shown\", which is before it");
}

}  // namespace

std::vector<BrokenRule> find_faults(const RoundState& state) {
  std::vector<BrokenRule> found;
  BrokenRules rules{found};
  rules.must_be_id("id", state.id);
  rules.must_be_text("preset", state.preset);
  rules.must_be_text("name", state.name);
  rules.must_be_within("seconds", state.seconds, 1, most_seconds);
  rules.must_be_within("revision", state.revision, 0, most_revisions);
  find_faults_of_time(state, rules);
  const auto size = state.questions.size();
  const bool in_progress = state.phase != RoundPhase::ready && state.phase != RoundPhase::finished;
  rules.must(size > 0 || !in_progress, "questions", "not be empty while the round is in progress");
  rules.must(size <= most_questions, "questions", fmt::format("be {} at most", most_questions));
  rules.must(state.current < std::max<std::size_t>(size, 1), "current", "be the place of a question, from 0");
  for (std::size_t i = 0; i < size; ++i)
    find_faults(state.questions[i], BrokenRules{found, fmt::format("question {}: ", i + 1)});
  return found;
}

}  // namespace viva
