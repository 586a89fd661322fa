#include "viva/memory/review.hpp"

#include <algorithm>
#include <cassert>
#include <map>

namespace viva {

std::vector<int> missed_points(const Review& review) {
  std::vector<int> missed;
  for (int point = 1; point <= review.points; ++point)
    if (std::ranges::find(review.ticked, point) == review.ticked.end()) missed.push_back(point);
  return missed;
}

AnswerLog log_of(const std::vector<Review>& reviews) {
  AnswerLog log;
  std::map<PointKeys, int> known;
  for (const auto& review : reviews) {
    auto& answer = log.answers.emplace_back();
    answer = {review.bank,   review.item,   review.at, review.day,     review.rating,
              review.ticked, review.points, -1,        review.seconds, review.mode};
    if (review.asked.empty()) continue;
    const auto [list, is_new] = known.try_emplace(review.asked, static_cast<int>(log.asked.size()));
    if (is_new) log.asked.push_back(review.asked);
    answer.asked = list->second;
  }
  return log;
}

std::string_view name(Rating rating) {
  switch (rating) {
    case Rating::again: return "Again";
    case Rating::hard: return "Hard";
    case Rating::good: return "Good";
    case Rating::easy: return "Easy";
  }
  assert(false && "a rating is 1 to 4");
  return "";
}

std::string_view name(Mode mode) { return mode_names[mode]; }

std::optional<Mode> parse_mode(std::string_view text) { return mode_names.value_of(text); }

}  // namespace viva
