#include "pdf/composition.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "pdf/faces.hpp"
#include "pdf/rich_paragraphs.hpp"
#include "viva/base/text.hpp"

namespace viva::pdf {
namespace {

std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return text;
}

// So much of a text as could be on one line, and more.
std::string_view beginning(std::string_view text) {
  constexpr std::size_t most = 1000;
  auto end = std::min(most, text.size());
  while (end < text.size() && continues_code_point(text[end])) --end;
  return text.substr(0, end);
}

// A title or name is cut where it is no longer one.
std::string not_too_long(std::string_view text) {
  const auto begins = beginning(text);
  return std::string{begins} + (begins.size() < text.size() ? "…" : "");
}

// Sets the parts of one item, one below the other.
class ItemRows {
 public:
  ItemRows(const Sheet& sheet, const SheetStyle& style, const Typesetter& typesetter)
      : sheet_{sheet}, style_{style}, typesetter_{typesetter} {}

  void head(const SheetItem& item) {
    auto rows = rich_rows(read_markdown(item.prompt),
                          {style_.prompt, style_.measure, style_.side, true, Role::question}, typesetter_);
    const auto number = fmt::format("{}", item.number);
    if (style_.side > 0 && !rows.empty()) {
      put_beside(number, style_.number, rows.front());
      append(rows, typesetter_.set(item.label, {style_.label, style_.measure, style_.side, true}), 0, true);
      append(rows_, std::move(rows));
    } else {
      append(rows_, numbered_label(number, item.label));
      append(rows_, std::move(rows), 0, true);
    }
    append(rows_, typesetter_.set(item.record, {style_.label, style_.measure, style_.side, true}), 0, true);
  }

  void parts(const SheetItem& item) {
    entries("Missed", "", item.missed);
    text("Hint", item.hint);
    points(item.points);
    entries("Pitfalls", "–", item.pitfalls);
    entries("Follow-ups", "–", item.follow_ups);
    text("Answer", item.answer);
    references(item.references);
    marks();
    space(item.space);
  }

  Rows take() { return std::move(rows_); }

 private:
  // The first part stays with the prompt, a heading with what it heads.
  void part(std::string_view heading, Rows rows) {
    if (rows.empty()) return;
    const bool first = std::exchange(first_part_, false);
    const double gap = style_.body.leading / 2;
    if (style_.side_headings) {
      put_beside(heading, style_.heading, rows.front());
      append(rows_, std::move(rows), gap, first);
    } else {
      Row row{{0, style_.heading.leading}, {}, Role::paragraph};
      row.marks.emplace_back(typesetter_.line(heading, {style_.heading, style_.measure, style_.side}));
      append(rows_, {std::move(row)}, gap, first);
      append(rows_, std::move(rows), 0, true);
    }
  }

  // At the row's side, on the same line.
  void put_beside(std::string_view text, const TextStyle& style, Row& row) const {
    auto mark = typesetter_.line(text, {style, style_.side - 6});
    for (const auto& other : row.marks)
      if (const auto* typed = std::get_if<TypedLine>(&other)) mark.baseline = typed->baseline;
    row.marks.insert(row.marks.begin(), std::move(mark));
  }

  Rows numbered_label(std::string_view number, std::string_view label) const {
    const double indent = typesetter_.width(number, style_.number) + style_.label.size;
    auto rows = typesetter_.set(label, {style_.label, style_.measure - indent, indent, true});
    if (rows.empty()) rows.push_back({{0, style_.number.leading}, {}, Role::paragraph});
    auto& marks = rows.front().marks;
    auto mark = typesetter_.line(number, {style_.number, indent});
    if (!marks.empty()) mark.baseline = std::get<TypedLine>(marks.front()).baseline;
    marks.insert(marks.begin(), std::move(mark));
    return rows;
  }

  Setting body() const { return {style_.body, style_.measure, style_.side}; }

  void text(std::string_view heading, std::string_view text) {
    part(heading, rich_rows(read_markdown(text), body(), typesetter_));
  }

  void entries(std::string_view heading, std::string_view bullet, const std::vector<std::string>& texts) {
    Rows rows;
    for (const auto& text : texts)
      append(rows, rich_entry(bullet, read_markdown(text), body(), style_.body.size * 1.5, typesetter_), 0,
             rows.size() < 2);
    part(heading, std::move(rows));
  }

  void points(const std::vector<std::string>& texts) {
    if (sheet_.ticks) return entries("Points", "", texts);
    const double widest = typesetter_.width(fmt::format("{}", texts.size()), style_.body);
    const double indent = std::max(style_.body.size * 1.5, widest + style_.body.size / 2);
    Rows rows;
    for (const auto& text : texts)
      append(rows,
             rich_entry(fmt::format("{}", ++counted_), read_markdown(text), body(), indent, typesetter_), 0,
             rows.size() < 2);
    part("Points", std::move(rows));
  }

  void references(const std::vector<Reference>& references) {
    Rows rows;
    for (const auto& [title, url] : references) {
      auto more = typesetter_.set(title, {style_.body, style_.measure, style_.side, true, Role::link});
      append(more, typesetter_.set(url, {style_.label, style_.measure, style_.side, true, Role::link}), 0,
             true);
      for (auto& row : more) {
        row.address = url;
        row.continues = &row != &more.front();
      }
      append(rows, std::move(more), rows.empty() ? 0 : style_.body.leading / 4);
    }
    part("References", std::move(rows));
  }

  // Numbers to ring, with their names; as many in a row as fit.
  void marks() {
    Rows rows;
    const double radius = style_.body.leading * 0.62, height = style_.body.leading * 2;
    double x = style_.side;
    for (const auto& mark : sheet_.marks) {
      const auto space = mark.find(' ');
      const auto digit = mark.substr(0, space);
      const auto name = space == mark.npos ? std::string{} : mark.substr(space + 1);
      const double wide = std::min(typesetter_.width(name, style_.label), style_.measure - 4 * radius);
      const double needed = 2 * radius + 5 + wide;
      if (rows.empty() || x + needed > style_.side + style_.measure) {
        rows.push_back({{0, height, true}, {}, Role::paragraph});
        x = style_.side;
      }
      add_mark(rows.back(), x, radius, digit, name);
      x += needed + 1.5 * radius;
    }
    if (!rows.empty()) rows.back().size.stays = false;
    part("Mark", std::move(rows));
  }

  void add_mark(Row& row, double x, double radius, std::string_view digit, std::string_view name) const {
    const double middle = row.size.height / 2, down = middle - style_.label.leading / 2;
    auto inside = typesetter_.line(digit, {style_.label, 2 * radius});
    PangoRectangle logical;
    pango_layout_line_get_extents(inside.line, nullptr, &logical);
    inside.x = x + radius - pdf::points(logical.width) / 2;
    inside.baseline += down;
    row.marks.emplace_back(Ring{x + radius, middle, radius});
    row.marks.emplace_back(std::move(inside));
    auto beside = typesetter_.line(name, {style_.label, style_.measure - 4 * radius, x + 2 * radius + 5});
    beside.baseline += down;
    row.marks.emplace_back(std::move(beside));
  }

  // Lines to write on stay with the question; the first is further away, for tall hands.
  void space(int lines) {
    for (int i = 0; i < lines; ++i) {
      if (!rows_.empty()) rows_.back().size.stays = true;
      rows_.push_back(
          {{0, style_.ruling}, {Stroke{0, style_.ruling, style_.side + style_.measure, 0, 0.5, pale}}});
      rows_.back().ruling = style_.ruling;
    }
  }

  const Sheet& sheet_;
  const SheetStyle& style_;
  const Typesetter& typesetter_;
  Rows rows_;
  bool first_part_ = true;
  int counted_ = 0;
};

// The section's heading is a part of its first item's piece, so that it is not left alone.
void add_section(const SheetSection& section, const SheetStyle& style, const Typesetter& typesetter,
                 Piece& piece) {
  if (section.name.empty()) return;
  piece.landmarks.push_back(landmark_of(section, piece.rows.size()));
  append(piece.rows,
         typesetter.set(not_too_long(section.name),
                        {style.section, style.measure + style.side, 0, true, Role::section}),
         style.item_space);
}

// Of the night before, what went well is a list of prompts.
double space_above(const SheetItem& item, const Sheet& sheet, const SheetStyle& style) {
  const bool listed = sheet.kind == SheetKind::night_before && item.record.empty();
  return listed ? style.item_space / 4 : style.item_space;
}

void add_item(const SheetItem& item, const Sheet& sheet, const SheetStyle& style,
              const Typesetter& typesetter, Piece& piece) {
  ItemRows rows{sheet, style, typesetter};
  rows.head(item);
  rows.parts(item);
  const bool headed = !piece.rows.empty();
  piece.landmarks.push_back(landmark_of(item, piece.rows.size()));
  append(piece.rows, rows.take(), headed ? style.section_space : space_above(item, sheet, style), true);
}

}  // namespace

Piece title_piece(const Sheet& sheet, const SheetStyle& style, const Typesetter& typesetter) {
  const double width = style.paper.width - 2 * style.margin;
  Rows rows = typesetter.set(not_too_long(sheet.title), {style.title, width, 0, true, Role::title});
  append(rows, typesetter.set(not_too_long(sheet.subtitle), {style.subtitle, width, 0, true}), 0, true);
  const auto about = fmt::format("{}\n{}", not_too_long(sheet.selection), not_too_long(sheet.date));
  append(rows, typesetter.set(about, {style.about, width, 0, true}), 3, true);
  rows.push_back({{8, 10}, {Stroke{0, 0, width, 0, 0.7, accent}}});
  for (const auto& note : sheet.notes)
    append(rows, typesetter.set(note, {style.note, std::min(width, 400.0)}), style.note.leading / 2);
  if (style.columns > 1) rows.push_back({{0, style.body.leading}, {}});
  return {std::move(rows), 1};
}

Landmark landmark_of(const SheetItem& item, std::size_t row) {
  return {Landmark::question, item.number, one_line_of(beginning(item.prompt)), row};
}

Landmark landmark_of(const SheetSection& section, std::size_t row) {
  return {Landmark::section, 0, one_line(section.name), row};
}

Rows parts_of(const SheetItem& item, const Sheet& sheet, const SheetStyle& style,
              const Typesetter& typesetter) {
  ItemRows rows{sheet, style, typesetter};
  rows.parts(item);
  return rows.take();
}

void compose(const Sheet& sheet, const SheetStyle& style, const Typesetter& typesetter, const Taker& take) {
  for (const auto& section : sheet.sections) {
    Piece piece{{}, style.columns};
    add_section(section, style, typesetter, piece);
    for (const auto& item : section.items) {
      add_item(item, sheet, style, typesetter, piece);
      take(std::exchange(piece, {{}, style.columns}));
    }
    if (!piece.rows.empty()) take(std::move(piece));
  }
}

}  // namespace viva::pdf
