// A round while it runs, as pages and words. Until it is scored nothing here shows a hint, a point or a
// pitfall. Every page may be shown in any phase, also of a question that the bank no longer has.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/page.hpp"
#include "viva/session/round.hpp"

namespace viva {

// The presets of a bank with their time and draw: `viva mock --list`. `places` ends each command, as
// Shell::command() does.
Page presets_page(const Bank& bank, int columns, std::string_view places = {});

// How one answers in line mode.
inline constexpr std::string_view answer_by_lines =
    "Answer aloud, or type. A line with only \".\" ends an answer, and so do two empty lines; e opens your "
    "editor.";

// What is coming, and the rules, of which the first is `how_to_answer`; before the clock runs.
Page briefing_page(const Bank& bank, const RoundState& round, std::string_view how_to_answer, int columns);

// "Press Enter to begin.   q not now"
Page begin_page(int columns);

// "3/8  Beginner · Quantization · 3:45 for this one · 21:10 left", and the prompt.
Page asked_page(const Bank& bank, const Round::View& view, Instant now, int columns);

// "Intermediate · Quantization · 3:10 of 3:45, 0:12 over": of a question that is scored.
std::string scoring_words(const RoundQuestion& question);

// Appends what was typed, and the interviewer's follow-up where the bank still has it.
void add_own_words(Page& page, const Item& item, const RoundQuestion& question, int columns);

// A notice of the clock in words.
Span note_span(Round::Note note, const Round::View& view, Instant now);

// The same as a line of its own.
Page clock_page(Round::Note note, const Round::View& view, Instant now, int columns);

// While the clock stands still.
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

// "5 of 7 points: Hire."; without a proposal "How did it go?"
std::string proposed_words(const Round::View& view);

// "5 of 7 points: Hire. Enter to accept, or 1 No 2 Lean no 3 Hire 4 Strong hire   u undo"
Page mark_page(const Round::View& view, int columns);

// After the last mark, which can still be taken back.
Page scored_page(int columns);

inline constexpr std::string_view no_model_answer = "The bank has no model answer to this question.";
inline constexpr std::string_view no_earlier_answer =
    "No answer to this question was typed in an earlier round.";

// Answers typed earlier, newest first.
Page earlier_page(const std::vector<Review>& earlier, Day today, int columns);

// "Short watch, question 2 of 3, begun yesterday"; "... being scored, ..." once the clock has stopped.
std::string describe_unfinished(const RoundState& round, Day today);

}  // namespace viva
