// A round while it runs, as pages for line mode. Until it is scored nothing here shows a hint, a point or a
// pitfall. Every page may be shown in any phase, also of a question that the bank no longer has.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "viva/page.hpp"
#include "viva/round.hpp"

namespace viva {

// The presets of a bank with their time and draw: `viva mock --list`. `places` ends each command, as
// Shell::command() does.
Page presets_page(const Bank& bank, int columns, std::string_view places = {});

// What is coming, and the rules; before the clock runs.
Page briefing_page(const Bank& bank, const RoundState& round, int columns);

// "3/8  Beginner · Quantization · 3:45 for this one · 21:10 left", and the prompt.
Page asked_page(const Bank& bank, const Round::View& view, Instant now, int columns);

// What the clock has to say, in a short line.
Page clock_page(Round::Note note, const Round::View& view, Instant now, int columns);

// The clock stands still.
Page paused_page(int columns);

Page follow_up_page(const Round::View& view, int columns);

Page predict_page(int columns);

// The question again with what was answered, then the hint, the points to tick and the pitfalls; ends in
// tick_page(). `earlier`: reviews with typed answers to the same item, of earlier rounds, newest first; only
// mentioned.
Page scoring_page(const Bank& bank, const Round::View& view, const std::vector<Review>& earlier, int columns);

// "Which points did you make? (1 2 4, all, none)   a answer   e your 2 earlier answers   u undo   q later":
// to ask again.
Page tick_page(const Bank& bank, const Round::View& view, std::size_t earlier, int columns);

// "5 of 7 points: Hire. Enter to accept, or 1 No 2 Lean no 3 Hire 4 Strong hire   u undo"
Page mark_page(const Round::View& view, int columns);

// The last mark was given; it can still be taken back.
Page scored_page(int columns);

// Answers typed earlier, newest first.
Page earlier_page(const std::vector<Review>& earlier, Day today, int columns);

// "Short watch, question 2 of 3, begun yesterday"; "... being scored, ..." once the clock has stopped.
std::string describe_unfinished(const RoundState& round, Day today);

}  // namespace viva
