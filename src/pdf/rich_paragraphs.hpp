// A RichText as rows: paragraphs, lists with their bullets, quotes with a bar, code in a box that is parted
// where a column ends. Nothing is cut: what has no room beside a bullet stands below it, and a line of code
// that is too long goes on in further rows.
#pragma once

#include <string_view>

#include "pdf/marks.hpp"
#include "pdf/typesetter.hpp"
#include "viva/base/rich_text.hpp"

namespace viva::pdf {

// The text's blocks, in the setting's style. Empty text has no rows.
Rows rich_rows(const RichText& text, const Setting& setting, const Typesetter& typesetter);

// An entry of a list: the text, indented by `indent`, with its bullet in that space; of text read from right
// to left both are mirrored. An empty bullet is a box to tick. Empty text has no rows.
Rows rich_entry(std::string_view bullet, const RichText& text, const Setting& setting, double indent,
                const Typesetter& typesetter);

// Appends `more`, with so much space above it, in one column with what is above where it `stays`.
void append(Rows& rows, Rows more, double before = 0, bool stays = false);

}  // namespace viva::pdf
