#include "pdf/rich_paragraphs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "base/rich_visit.hpp"
#include "viva/base/text.hpp"

namespace viva::pdf {
namespace {

constexpr double least_width = 90;  // of text beside a bullet or bar
constexpr double padding = 4;       // of a box, above and below its code; twice that beside it

void move_right(Rows& rows, double by) {
  for (auto& row : rows)
    for (auto& mark : row.marks) shift(mark, by, 0);
}

// The text of a row, not the bullets before it.
const TypedLine* text_of(const Row& row) {
  const TypedLine* found = nullptr;
  for (const auto& mark : row.marks)
    if (const auto* line = std::get_if<TypedLine>(&mark)) found = line;
  return found;
}

bool is_mirrored(const Rows& rows) {
  const auto* line = rows.empty() ? nullptr : text_of(rows.front());
  return line && reads_leftwards(*line);
}

// A heading what it heads, a paragraph the code or list below it.
bool introduces(const RichBlock& block, const RichBlock& next) {
  const bool leads = std::holds_alternative<CodeBlock>(next) || std::holds_alternative<TextList>(next);
  return std::holds_alternative<Heading>(block) || (std::holds_alternative<Paragraph>(block) && leads);
}

// The space above each row becomes the end of the row before, so that what is drawn beside them is unbroken.
void close_gaps(Rows& rows) {
  for (std::size_t i = 1; i < rows.size(); ++i)
    rows[i - 1].size.height += std::exchange(rows[i].size.before, 0);
}

class RichRows {
 public:
  RichRows(const Setting& setting, const Typesetter& typesetter)
      : setting_{setting}, typesetter_{typesetter} {}

  // `tight`: without space between the blocks.
  Rows show(const RichText& text, bool tight) {
    const RichBlock* before = nullptr;
    for (const auto& block : text.blocks) {
      auto more = std::visit([&](const auto& shown) { return rows_of(shown); }, block);
      const bool stays = setting_.whole || (before && introduces(*before, block));
      const bool tightly = tight && !std::holds_alternative<CodeBlock>(block);
      before = &block;
      append(rows_, std::move(more), rows_.empty() || tightly ? 0 : setting_.style.leading / 2, stays);
    }
    return std::move(rows_);
  }

  Rows entry(std::string_view bullet, const RichText& text, double indent, bool tight) const {
    const bool beside = setting_.width - indent >= least_width;
    auto rows = RichRows{beside ? inset(indent) : setting_, typesetter_}.show(text, tight);
    const bool mirrored = is_mirrored(rows);
    if (rows.empty() || !beside) rows.insert(rows.begin(), empty_row());
    if (mirrored && beside) move_right(rows, -indent);
    put_bullet(bullet, indent, mirrored, rows.front());
    return rows;
  }

 private:
  Setting inset(double indent) const {
    auto inner = setting_;
    inner.x += indent;
    inner.width -= indent;
    return inner;
  }

  Row empty_row() const {
    auto leading = setting_.style.leading;
    return {{0, leading, true}, {}, setting_.role};
  }

  Rows rows_of(const Paragraph& paragraph) const {
    return typesetter_.set(styled_text(paragraph.spans), setting_);
  }

  Rows rows_of(const Heading& heading) const {
    auto bold = setting_;
    bold.style.bold = bold.whole = true;
    return typesetter_.set(styled_text(heading.spans), bold);
  }

  Rows rows_of(const CodeBlock& block) const {
    Rows rows;
    const auto code = without_end(block.code);
    const auto setting = code_setting(code);
    for (const auto line : split_lines(code)) append(rows, typesetter_.code_line(line, setting));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const bool near_edge = i == 0 || i + 2 >= rows.size() || rows.size() < 6;
      rows[i].size.stays = i + 1 < rows.size() && (setting_.whole || near_edge);
      rows[i].continues = i > 0;
    }
    add_box(rows);
    return rows;
  }

  // In smaller type where that saves long lines from being parted.
  Setting code_setting(std::string_view code) const {
    constexpr double smallest = 0.85;
    auto inner = inset(2 * padding);
    inner.width -= 2 * padding;
    inner.style = typesetter_.code_style(setting_.style);
    inner.style.bold = inner.style.italic = false;
    inner.role = Role::paragraph;
    int longest = 1;
    for (const auto line : split_lines(code)) {
      const auto tabs = static_cast<int>(std::ranges::count(line, '\t'));
      longest = std::max(longest, viva::width(line) + 3 * tabs);
    }
    const double needed = longest * typesetter_.width("0", inner.style);
    const double scale = std::clamp(inner.width / needed, smallest, 1.0);
    inner.style.size *= scale;
    inner.style.leading = std::min(setting_.style.leading * scale, inner.style.size * 1.5);
    return inner;
  }

  // A ground that reaches a little into the next row, so that no seam is seen.
  void add_box(Rows& rows) const {
    constexpr double overlap = 0.4;
    for (auto& mark : rows.front().marks) shift(mark, 0, padding);
    rows.front().size.height += padding;
    rows.back().size.height += padding;
    for (auto& row : rows) {
      const bool is_last = &row == &rows.back();
      row.marks.insert(row.marks.begin(),
                       Box{setting_.x, 0, setting_.width, row.size.height + (is_last ? 0 : overlap), light});
    }
    rows.back().size.height += padding / 2;  // below the box
  }

  Rows rows_of(const ThematicBreak&) const {
    const double length = setting_.width / 3;
    auto row = empty_row();
    row.role = Role::none;
    row.size.stays = false;
    row.marks.emplace_back(Stroke{setting_.x + length, setting_.style.leading / 2, length, 0, 0.5, pale});
    return {std::move(row)};
  }

  Rows rows_of(const TextList& list) const {
    double indent = setting_.style.size * 1.5;
    const auto widest = list.start ? mark_of(list, list.items.size() - 1) : std::string{};
    indent = std::max(indent, typesetter_.width(widest, setting_.style) + setting_.style.size / 2);
    Rows rows;
    for (std::size_t i = 0; i < list.items.size(); ++i)
      append(rows, entry(mark_of(list, i), list.items[i], indent, list.tight),
             i > 0 && !list.tight ? setting_.style.leading / 2 : 0, setting_.whole);
    return rows;
  }

  static std::string mark_of(const TextList& list, std::size_t item) {
    return list.start ? fmt::format("{}.", *list.start + static_cast<int>(item)) : "•";
  }

  Rows rows_of(const Quote& quote) const {
    constexpr double thickness = 1.5, indent = 10;
    const bool beside = setting_.width - indent >= least_width;
    auto rows = RichRows{beside ? inset(indent) : setting_, typesetter_}.show(quote.text, false);
    if (rows.empty()) rows.push_back(empty_row());
    if (!beside) return rows;
    close_gaps(rows);
    const bool mirrored = is_mirrored(rows);
    if (mirrored) move_right(rows, -indent);
    const double x = mirrored ? setting_.x + setting_.width - thickness : setting_.x;
    for (auto& row : rows) row.marks.insert(row.marks.begin(), Box{x, 0, thickness, row.size.height, pale});
    return rows;
  }

  void put_bullet(std::string_view bullet, double indent, bool mirrored, Row& row) const {
    const double x = mirrored ? setting_.x + setting_.width - indent : setting_.x;
    const auto* text = text_of(row);
    if (bullet.empty()) {
      const double size = setting_.style.size * 0.85, down = setting_.style.size * 0.06;
      const double base = text ? text->baseline : setting_.style.leading * 0.7;
      row.marks.insert(row.marks.begin(),
                       TickBox{mirrored ? x + indent - size : x, base - size + down, size});
      return;
    }
    auto plain = setting_.style;
    plain.ink = gray;
    plain.bold = plain.italic = false;
    auto mark = typesetter_.line(bullet, {plain, indent, x}, mirrored);
    if (text) mark.baseline = text->baseline;
    const auto at = std::ranges::find_if(row.marks, [](const Mark& other) {
      return !std::holds_alternative<Box>(other);  // grounds are below everything
    });
    row.marks.insert(at, std::move(mark));
  }

  Setting setting_;
  const Typesetter& typesetter_;
  Rows rows_;
};

}  // namespace

Rows rich_rows(const RichText& text, const Setting& setting, const Typesetter& typesetter) {
  return RichRows{setting, typesetter}.show(text, false);
}

Rows rich_entry(std::string_view bullet, const RichText& text, const Setting& setting, double indent,
                const Typesetter& typesetter) {
  if (text.blocks.empty()) return {};
  return RichRows{setting, typesetter}.entry(bullet, text, indent, false);
}

void append(Rows& rows, Rows more, double before, bool stays) {
  if (more.empty()) return;
  if (!rows.empty() && stays) rows.back().size.stays = true;
  more.front().size.before += before;
  std::ranges::move(more, std::back_inserter(rows));
}

}  // namespace viva::pdf
