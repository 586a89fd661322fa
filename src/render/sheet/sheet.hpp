// A study sheet: a selection of questions made ready for paper. Every part is resolved to text here, so that
// writers (render/sheet/writers.hpp) need no bank; what a sheet does not show is empty. Prompts, hints,
// points, pitfalls, follow-ups and answers are Markdown as the bank has it. All texts of a sheet that
// make_sheet made are valid UTF-8 without control characters other than tab and newline and without
// bidirectional overrides; writers only escape what their format gives a meaning.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/base/enum_names.hpp"
#include "viva/memory/review.hpp"
#include "viva/session/filter.hpp"

namespace viva {

// study: to learn from. questions: with ruled space to write. answers: everything. interviewer: for the
// friend who asks. cards: to cut and fold. night_before: one page from the candidate's own history.
enum class SheetKind { study, questions, answers, interviewer, cards, night_before };
inline constexpr auto sheet_kind_names =
    enum_names<SheetKind>("study", "questions", "answers", "interviewer", "cards", "night-before");

// In the order in which a sheet shows them. ticks: points with boxes to tick. marks: 1 to 4, to ring.
// space: ruled lines to write on.
enum class SheetPart {
  topic,
  minutes,
  hint,
  points,
  ticks,
  pitfalls,
  follow_ups,
  answer,
  references,
  marks,
  space
};
inline constexpr auto sheet_part_names =
    enum_names<SheetPart>("topic", "minutes", "hint", "points", "ticks", "pitfalls", "follow-ups", "answer",
                          "references", "marks", "space");

std::set<SheetPart> usual_parts(SheetKind kind);

struct SheetItem {
  int number = 0;              // from 1 to the end of the sheet, whatever the section
  std::string bank, id;        // for writers that name an item for good, not for the eye
  std::string tier, topic_id;  // the same
  std::string label;           // what stands small beside the prompt: "Quantization · about 3 min"
  std::string prompt;
  std::string record;  // night-before: "Hard 3 days ago · 61 % expected · 3 of 7 points in 4:10"
  std::vector<std::string> missed;  // night-before: the points not made last time
  std::string hint;
  std::vector<std::string> points, pitfalls, follow_ups;
  std::string answer;
  std::vector<Reference> references;
  int space = 0;  // ruled lines

  friend bool operator==(const SheetItem&, const SheetItem&) = default;
};

// A tier, where the items are in the order of tiers; else one section without a name.
struct SheetSection {
  std::string name;
  std::vector<SheetItem> items;

  friend bool operator==(const SheetSection&, const SheetSection&) = default;
};

struct Sheet {
  SheetKind kind = SheetKind::study;
  std::string title;
  std::string subtitle;  // what kind of sheet it is: "Study sheet"
  Day day{};
  std::string date;                // "22 November 2026"
  std::string selection;           // "10 questions, about 30 min · Intermediate · weakest first"
  std::vector<std::string> notes;  // paragraphs before the first section
  std::vector<std::string> marks;  // what may be ringed beside each item: "1 No" ... "4 Strong hire"; or none
  bool ticks = false;              // points have a box each
  std::vector<SheetSection> sections;

  std::size_t items() const;

  friend bool operator==(const Sheet&, const Sheet&) = default;
};

struct SheetRequest {
  SheetKind kind = SheetKind::study;
  std::string title{};                     // empty: the bank's
  std::set<SheetPart> show{}, hide{};      // beside the kind's usual parts; what is in both is hidden
  int page_lines = 45, page_columns = 92;  // how much a page holds below its head; night-before
};

// What night-before goes by; other kinds do not look at it.
struct SheetPast {
  const AnswerLog& log;
  const Progress& progress;  // after it
};

// The sheet of these items of the bank, in their order; `filter` chose them and is put in words. A
// night-before sheet takes as many of the items as a page holds, those with most points to lose first, and
// has a note where there is no history.
Sheet make_sheet(const Bank& bank, const std::vector<std::size_t>& items, const Filter& filter,
                 const SheetRequest& request, const SheetPast& past, Day today);

}  // namespace viva
