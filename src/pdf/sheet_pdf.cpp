#include "pdf/sheet_pdf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "pdf/cards.hpp"
#include "pdf/composition.hpp"
#include "pdf/contents.hpp"
#include "pdf/document.hpp"
#include "pdf/placing.hpp"

namespace viva::pdf {
namespace {

class Printer {
 public:
  Printer(const Sheet& sheet, const SheetStyle& style, const Typesetter& typesetter)
      : sheet_{sheet},
        style_{style},
        typesetter_{typesetter},
        placing_{style},
        document_{sheet, style.paper} {}

  void print(const Piece& piece) {
    const auto spots = placing_.place(outline_of(piece));
    auto landmark = piece.landmarks.begin();
    for (std::size_t i = 0; i < spots.size(); ++i) {
      for (auto next = landmark; next != piece.landmarks.end() && next->row == i; ++next)
        if (next->level == Landmark::section) section_ = next->name;
      go_to(spots[i]);
      for (; landmark != piece.landmarks.end() && landmark->row == i; ++landmark) enter(*landmark, spots[i]);
      document_.draw(piece.rows[i], spots[i].x, spots[i].y);
      ruled_ = piece.rows[i].ruling > 0 ? piece.rows[i] : Row{};
    }
  }

  std::string finish() {
    if (document_.pages() == 0) document_.begin_page();
    return document_.finish();
  }

 private:
  void go_to(const Spot& spot) {
    if (spot.page != last_.page || spot.column != last_.column) {
      rule_the_rest();
      document_.end_element();
    }
    if (spot.page != last_.page) {
      document_.begin_page();
      add_head_and_foot();
    }
    last_ = spot;
  }

  // Where the next question does not fit, what is left of the column is ruled for writing, or some of it.
  void rule_the_rest() {
    if (ruled_.ruling <= 0) return;
    const double bottom = style_.paper.height - style_.bottom;
    double y = last_.y + ruled_.ruling;
    for (int i = 0; i < style_.most_ruled && y + ruled_.ruling <= bottom + 1; ++i, y += ruled_.ruling)
      document_.draw(ruled_, last_.x, y);
  }

  void enter(const Landmark& landmark, const Spot& spot) {
    constexpr int root = 0;
    const double above = spot.y - style_.body.leading;
    if (landmark.level == Landmark::section)
      section_entry_ = document_.add_landmark(root, landmark.name, above);
    else
      document_.add_landmark(section_entry_, fmt::format("{}  {}", landmark.number, landmark.name), above);
  }

  // The first page's head is the sheet's title. The page's number comes before all else: Cairo 1.16 fails
  // where an emoji is the first thing on a page.
  void add_head_and_foot() {
    const bool cards = sheet_.kind == SheetKind::cards;
    const auto page = fmt::format("{}", document_.pages());
    const auto& about = cards && !sheet_.notes.empty() ? sheet_.notes.front() : sheet_.date;
    add_line(fmt::format("{} · {}", sheet_.subtitle, about), page, style_.paper.height - style_.foot);
    if (cards || document_.pages() > 1) add_line(sheet_.title, section_, style_.head);
  }

  void add_line(std::string_view left, std::string_view right, double y) {
    const double width = style_.paper.width - 2 * style_.margin;
    Row row{{0, style_.running.leading}, {}};
    const double right_width = std::min(width / 2, typesetter_.width(right, style_.running) + 1);
    row.marks.emplace_back(typesetter_.line(right, {style_.running, right_width, width - right_width}, true));
    row.marks.emplace_back(typesetter_.line(left, {style_.running, width - right_width - 12}));
    document_.draw(row, style_.margin, y);
  }

  const Sheet& sheet_;
  const SheetStyle& style_;
  const Typesetter& typesetter_;
  Placing placing_;
  Document document_;
  Spot last_{-1, 0, 0, 0};
  Row ruled_;  // the last row where it is for writing
  std::string section_;
  int section_entry_ = 0;
};

void compose_all(const Sheet& sheet, const SheetStyle& style, const Typesetter& typesetter,
                 const Taker& take) {
  if (sheet.kind == SheetKind::cards) return compose_cards(sheet, style, typesetter, take);
  take(title_piece(sheet, style, typesetter));
  compose(sheet, style, typesetter, take);
}

bool fits_a_page(const Sheet& sheet, const SheetStyle& style, const Typesetter& typesetter) {
  Placing placing{style};
  bool fits = true;
  const auto place = [&](const Piece& piece) {
    const auto spots = placing.place(outline_of(piece));
    fits = fits && (spots.empty() || spots.back().page == 0);
  };
  compose_all(sheet, style, typesetter, place);
  return fits;
}

// The night before is to fit one page: its type may shrink for that, but not below what one can read.
SheetStyle fitting_style(const Sheet& sheet, const PaperSize& paper, const Typesetter& typesetter) {
  constexpr std::size_t hopeless = 100;
  auto style = style_of(sheet.kind, paper, typesetter);
  if (sheet.kind != SheetKind::night_before || sheet.items() > hopeless) return style;
  for (double scale = 1; scale > 0.7; scale -= 0.05) {
    style = style_of(sheet.kind, paper, typesetter, scale);
    if (fits_a_page(sheet, style, typesetter)) return style;
  }
  return style_of(sheet.kind, paper, typesetter);
}

// Its bytes; a line counts for more than it holds.
std::size_t weight(std::string_view text) {
  constexpr std::size_t line = 60;
  return text.size() + line * static_cast<std::size_t>(std::ranges::count(text, '\n') + 1);
}

std::size_t weight(const SheetItem& item) {
  auto sum = weight(item.prompt) + weight(item.hint) + weight(item.answer);
  for (const auto* texts : {&item.points, &item.pitfalls, &item.follow_ups, &item.missed})
    for (const auto& text : *texts) sum += weight(text);
  return sum;
}

// Kept as a whole, a long sheet would fill the memory; its outline is its contents.
bool is_kept(const Sheet& sheet) {
  constexpr std::size_t most = 2'500'000;  // some hundred pages
  std::size_t sum = 0;
  for (const auto& section : sheet.sections)
    for (const auto& item : section.items) sum += weight(item);
  return sum <= most;
}

}  // namespace

SheetPdf sheet_pdf(const Sheet& sheet, const PaperSize& paper) {
  const Typesetter typesetter;
  const auto style = fitting_style(sheet, paper, typesetter);
  Printer printer{sheet, style, typesetter};
  const auto print = [&](const Piece& piece) { printer.print(piece); };
  if (sheet.kind != SheetKind::cards && is_kept(sheet)) {
    std::vector<Piece> pieces;
    compose_all(sheet, style, typesetter, [&](Piece piece) { pieces.push_back(std::move(piece)); });
    add_contents(pieces, style, typesetter);
    std::ranges::for_each(pieces, print);
  } else {
    compose_all(sheet, style, typesetter, print);
  }
  return {printer.finish(), typesetter.coverage().complaints()};
}

}  // namespace viva::pdf
