// What a scorecard says in words, the same on a terminal and in Markdown.
#pragma once

#include <string>
#include <vector>

#include "viva/session/round_state.hpp"
#include "viva/session/scorecard.hpp"

namespace viva {

// "Mon 23 Nov · 30 min · 8 questions"
std::string round_words(const RoundState& round, Day today);

// Why it is not a better verdict; of the best, what it took. Empty without a verdict.
std::string gate_words(const Scorecard& card);

// What keeps the scorecard from being that of a whole round, in sentences.
std::vector<std::string> exceptions(const RoundState& round, const Scorecard& card);

// "Answers took 24:10 of their 28:20; 2 went over."
std::string time_words(const RoundState& round, const Scorecard& card);

// "Over 8 answers you expected 3.1 and then gave 2.6: too hopeful." Empty where nothing was marked.
std::vector<std::string> calibration_words(const Scorecard& card);

// Of one question: the name of its mark, or why it has none.
std::string mark_words(const RoundQuestion& question);

// "3:10 of 3:45", "not reached"
std::string time_words(const RoundQuestion& question);

// Seconds beyond its budget; never negative.
int over(const RoundQuestion& question);

// "0:27 over", or empty.
std::string over_words(const RoundQuestion& question);

std::string_view trend_words(Trend trend);

// "4 Beginner, 3 Intermediate": how many questions of which tier, in the order they are asked.
std::string tiers_words(const RoundState& round);

// "a, b and c"
std::string listed(const std::vector<std::string>& words);

}  // namespace viva
