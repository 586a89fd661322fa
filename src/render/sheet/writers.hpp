// The formats of a study sheet: each writer returns a whole file. Whatever text a sheet holds, it cannot
// break out of the format. Header only: each format has a source of its name.
#pragma once

#include <string>

#include "render/sheet/sheet.hpp"

namespace viva {

// UTF-8 in 72 columns. Paged: form feeds between pages of 60 lines, each with a foot; no question is parted
// from its first lines.
std::string sheet_text(const Sheet& sheet, bool paged = false);

std::string sheet_markdown(const Sheet& sheet);  // CommonMark, with the tables and task lists of GitHub

std::string sheet_html(const Sheet& sheet);  // one file; no script, and nothing it needs from elsewhere

// For Anki 2.1.54 and later: one note an item. An item keeps its note's id, so importing again updates.
std::string sheet_anki(const Sheet& sheet);

// What viva-pdf and other programs read. It does not say how the sheet looks on paper.
//
//   {"format": "viva-sheet", "version": 1,
//    "kind": "study", "title": TEXT, "subtitle": TEXT, "day": "2026-11-22", "date": "22 November 2026",
//    "selection": TEXT, "notes": [TEXT], "marks": [TEXT], "ticks": BOOL,
//    "sections": [{"name": TEXT, "items": [ITEM]}]}
//
// ITEM has every key, as in SheetItem: "number" and "space" are integers, "missed", "points", "pitfalls" and
// "follow_ups" are lists of TEXT, "references" is a list of {"title": TEXT, "url": TEXT}, all else is TEXT.
// A part that is not shown is "" or [] or 0. A TEXT may hold newlines. "prompt", "missed", "hint", "points",
// "pitfalls", "follow_ups" and "answer" are Markdown as the bank has it: see viva/base/rich_text.hpp. "kind"
// is one of sheet_kind_names.
std::string sheet_json(const Sheet& sheet);

}  // namespace viva
