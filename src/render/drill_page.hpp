// A drill's views as pages and words.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/page.hpp"
#include "viva/plan/today.hpp"
#include "viva/session/drill.hpp"

namespace viva {

// "10 questions: 4 due, 6 new, about 31 min"
std::string describe_plan(const Bank& bank, const DrillPlan& plan);

// "once more", "ahead of time" or nothing: why it is asked now.
std::string turn_words(const Drill::View& view);

// "Say the 2 points you missed", or nothing: what is asked for once more.
std::string once_more_words(const Drill::View& view);

inline constexpr std::string_view answer_aloud = "Answer aloud or on paper, then press Enter.";

// The texts of the points that are asked, in their order.
std::vector<std::string> asked_points(const Bank& bank, const Drill::View& view);

Page question_page(const Bank& bank, const Drill::View& view, int columns);

// What can be done now in line mode, with the keys.
Page keys_page(const Drill::View& view, Day today, int columns);

// When the item would be back: "3 d".
std::string return_words(const Drill::View& view, Rating rating, Day today);

// "3 of 5 points: Hard."
std::string points_words(std::size_t ticked, std::size_t points, std::string_view proposed);

// "Saved, back in 2 days."; not so, where answers wait to be saved.
Span rated_words(const Drill::Rated& rated, std::size_t waiting, Day today);

// "Taken back: kv-cache."
Span undone_words(const Item& item);

// What was typed to questions that were not rated, so that it is not lost; empty where there is none.
Page unrated_page(const std::vector<std::string>& answers, int columns);

Page summary_page(const Bank& bank, const Drill::Summary& summary, const NextStep& next, Day today,
                  int columns);

// Why undo, answer or follow_ups is not allowed now.
std::string why_not(Drill::Action action, Drill::Phase phase);

}  // namespace viva
