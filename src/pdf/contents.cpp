#include "pdf/contents.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace viva::pdf {
namespace {

constexpr int columns = 2;

class ContentsRows {
 public:
  ContentsRows(const SheetStyle& style, const Typesetter& typesetter, const std::vector<Found>& entries)
      : style_{style}, typesetter_{typesetter} {
    width_ = (style.paper.width - 2 * style.margin - style.gutter * (columns - 1)) / columns;
    for (const auto& entry : entries) {
      const auto number = fmt::format("{}", entry.landmark->number);
      indent_ = std::max(indent_, typesetter.width(number, style.label) + style.label.size);
    }
  }

  Row row_of(const Found& entry) const {
    const bool is_section = entry.landmark->level == Landmark::section;
    auto name = style_.contents;
    name.bold = is_section;
    Row row{{is_section ? name.leading / 2 : 0, name.leading, is_section}, {}, Role::paragraph};
    const auto page = fmt::format("{}", entry.page);
    const double page_width = typesetter_.width(page, style_.contents) + 1;
    const double indent = is_section ? 0 : indent_;
    if (!is_section) {
      auto number = style_.contents;
      number.ink = accent;
      row.marks.emplace_back(typesetter_.line(fmt::format("{}", entry.landmark->number), {number, indent_}));
    }
    const double room = width_ - indent - page_width - name.size;
    row.marks.emplace_back(typesetter_.line(entry.landmark->name, {name, room, indent}));
    row.marks.emplace_back(typesetter_.line(page, {style_.contents, page_width, width_ - page_width}, true));
    row.marks.emplace_back(LinkArea{0, 0, width_, name.leading, {}, entry.page, entry.y});
    return row;
  }

 private:
  const SheetStyle& style_;
  const Typesetter& typesetter_;
  double width_, indent_ = 0;
};

}  // namespace

Piece contents_piece(const std::vector<Found>& entries, const SheetStyle& style,
                     const Typesetter& typesetter) {
  const ContentsRows rows{style, typesetter, entries};
  Piece piece{{}, columns};
  for (const auto& entry : entries) piece.rows.push_back(rows.row_of(entry));
  return piece;
}

}  // namespace viva::pdf
