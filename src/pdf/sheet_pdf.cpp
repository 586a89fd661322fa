#include "pdf/sheet_pdf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
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

  void print(const Piece& piece, bool opens_page = false) {
    auto outline = outline_of(piece);
    outline.opens_page = opens_page;
    const auto spots = placing_.place(outline);
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

// The pieces of a sheet's questions, to be gone through more than once. Those of an ordinary sheet are kept;
// a very long one is composed anew each time.
class Pieces {
 public:
  Pieces(const Sheet& sheet, const SheetStyle& style, const Typesetter& typesetter)
      : sheet_{sheet}, style_{style}, typesetter_{typesetter} {}

  void each(const std::function<void(const Piece&)>& take) {
    if (complete_) {
      std::ranges::for_each(kept_, take);
      return;
    }
    bool keeps = !too_many_;
    std::size_t rows = 0;
    compose_all([&](Piece piece) {
      take(piece);
      rows += piece.rows.size();
      if (rows > most_rows) kept_.clear();
      keeps = keeps && rows <= most_rows;
      if (keeps) kept_.push_back(std::move(piece));
    });
    complete_ = keeps;
    too_many_ = !keeps;
  }

 private:
  static constexpr std::size_t most_rows = 20'000;

  void compose_all(const Taker& take) const {
    if (sheet_.kind == SheetKind::cards)
      compose_cards(sheet_, style_, typesetter_, take);
    else
      compose(sheet_, style_, typesetter_, take);
  }

  const Sheet& sheet_;
  const SheetStyle& style_;
  const Typesetter& typesetter_;
  std::vector<Piece> kept_;
  bool complete_ = false, too_many_ = false;
};

// The pieces before the first question: the title, and the contents of a long sheet.
std::vector<Piece> front_matter(const Sheet& sheet, const SheetStyle& style, const Typesetter& typesetter,
                                Pieces& pieces) {
  constexpr int pages_without_contents = 10;
  std::vector<Piece> front;
  if (sheet.kind == SheetKind::cards) return front;
  front.push_back(title_piece(sheet, style, typesetter));
  std::vector<PieceOutline> outlines{outline_of(front.front())};
  pieces.each([&](const Piece& piece) { outlines.push_back(outline_of(piece)); });
  int pages = 0;
  const auto entries = find_landmarks(outlines, style, pages);
  if (pages <= pages_without_contents || entries.empty()) return front;
  if (style.columns == 1) front.front().rows.push_back({{0, style.body.leading}});
  outlines.front() = outline_of(front.front());
  front.push_back(contents_piece(entries, style, typesetter));
  outlines[1].opens_page = true;
  outlines.insert(outlines.begin() + 1, outline_of(front.back()));
  front.back() = contents_piece(find_landmarks(outlines, style, pages), style, typesetter);
  return front;
}

bool fits_a_page(const Sheet& sheet, const SheetStyle& style, const Typesetter& typesetter) {
  Placing placing{style};
  bool fits = true;
  const auto place = [&](const Piece& piece) {
    const auto spots = placing.place(outline_of(piece));
    fits = fits && (spots.empty() || spots.back().page == 0);
  };
  place(title_piece(sheet, style, typesetter));
  compose(sheet, style, typesetter, place);
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

}  // namespace

SheetPdf sheet_pdf(const Sheet& sheet, const PaperSize& paper) {
  const Typesetter typesetter;
  const auto style = fitting_style(sheet, paper, typesetter);
  Pieces pieces{sheet, style, typesetter};
  const auto front = front_matter(sheet, style, typesetter, pieces);
  Printer printer{sheet, style, typesetter};
  for (const auto& piece : front) printer.print(piece);
  bool opens_page = front.size() > 1;
  pieces.each([&](const Piece& piece) { printer.print(piece, std::exchange(opens_page, false)); });
  return {printer.finish(), typesetter.coverage().complaints()};
}

}  // namespace viva::pdf
