#include "pdf/contents.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "pdf/placing.hpp"
#include "pdf/typesetter.hpp"

namespace viva::pdf {
namespace {

constexpr int columns = 2;

using Entries = std::vector<Found>;

bool is_section(const Found& entry) { return entry.landmark->level == Landmark::section; }

// Before the pages are known.
Rows blank_rows(const Entries& entries, const SheetStyle& style) {
  Rows rows;
  const double leading = style.contents.leading;
  for (const auto& entry : entries)
    rows.push_back({{is_section(entry) ? leading / 2 : 0, leading, is_section(entry)}, {}, Role::paragraph});
  return rows;
}

class Filling {
 public:
  Filling(const SheetStyle& style, const Typesetter& typesetter, const Entries& entries)
      : style_{style},
        typesetter_{typesetter},
        width_{(style.paper.width - 2 * style.margin - style.gutter * (columns - 1)) / columns} {
    for (const auto& entry : entries) {
      const auto number = fmt::format("{}", entry.landmark->number);
      indent_ = std::max(indent_, typesetter.width(number, style.contents) + style.contents.size * 0.8);
    }
  }

  void fill(Row& row, const Found& entry) const {
    const auto page = fmt::format("{}", entry.page);
    const double page_width = typesetter_.width(page, style_.contents) + 1;
    const double indent = is_section(entry) ? 0 : indent_;
    auto name = style_.contents, number = style_.contents;
    name.bold = is_section(entry);
    number.ink = accent;
    if (!is_section(entry))
      row.marks.emplace_back(typesetter_.line(fmt::format("{}", entry.landmark->number), {number, indent_}));
    const double room = width_ - indent - page_width - name.size;
    row.marks.emplace_back(typesetter_.line(entry.landmark->name, {name, room, indent}));
    row.marks.emplace_back(typesetter_.line(page, {style_.contents, page_width, width_ - page_width}, true));
    row.marks.emplace_back(LinkArea{0, 0, width_, row.size.height, {}, entry.page, entry.y});
  }

 private:
  const SheetStyle& style_;
  const Typesetter& typesetter_;
  double width_, indent_ = 0;
};

std::vector<PieceOutline> outlines_of(const std::vector<Piece>& pieces) {
  std::vector<PieceOutline> outlines;
  for (const auto& piece : pieces) outlines.push_back(outline_of(piece));
  return outlines;
}

// Contents that fit the first page are divided evenly.
void balance(Piece& contents, const PieceOutline& title, const Entries& entries, const SheetStyle& style) {
  Placing placing{style};
  placing.place(title);
  if (placing.place(outline_of(contents)).back().page > 0) return;
  auto middle = entries.size() / columns;
  if (middle > 0 && is_section(entries[middle - 1])) --middle;
  if (middle > 0) contents.rows[middle].size.opens_column = true;
}

}  // namespace

void add_contents(std::vector<Piece>& pieces, const SheetStyle& style, const Typesetter& typesetter) {
  constexpr int pages_without = 10;
  int pages = 0;
  const auto before = outlines_of(pieces);
  const auto entries = find_landmarks(before, style, pages);
  if (pages <= pages_without || entries.empty()) return;
  if (style.columns == 1) pieces[0].rows.push_back({{0, style.body.leading}, {}});
  pieces[1].opens_page = true;
  Piece contents{blank_rows(entries, style), columns};
  balance(contents, outline_of(pieces[0]), entries, style);
  pieces.insert(pieces.begin() + 1, std::move(contents));
  const auto after = outlines_of(pieces);
  const auto found = find_landmarks(after, style, pages);
  const Filling filling{style, typesetter, found};
  for (std::size_t i = 0; i < found.size(); ++i) filling.fill(pieces[1].rows[i], found[i]);
}

}  // namespace viva::pdf
