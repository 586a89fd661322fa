#include "pdf/cards.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "pdf/rich_paragraphs.hpp"

namespace viva::pdf {
namespace {

// Of the strip and of the halves' text in it, in points.
struct CardSize {
  double width, height, edge;

  double half() const { return width / 2; }
  double measure() const { return half() - 2 * edge; }
  double room() const { return height - 2 * edge; }
};

double height_of(const Rows& rows, std::size_t begin, std::size_t end) {
  double height = 0;
  for (auto i = begin; i < end; ++i) height += (i > begin ? rows[i].size.before : 0) + rows[i].size.height;
  return height;
}

// Puts the rows on the card, their upper left corner at x and y. All rows of a card are placed at its corner.
void put(Rows& rows, std::size_t begin, std::size_t end, double x, double y, Rows& card) {
  for (auto i = begin; i < end; ++i) {
    auto row = std::move(rows[i]);
    if (i > begin) y += row.size.before;
    for (auto& mark : row.marks) shift(mark, x, y);
    y += row.size.height;
    row.size = {0, 0, true};
    card.push_back(std::move(row));
  }
}

// How many rows from `begin` on fit the room; at least one.
std::size_t card_end(const Rows& rows, std::size_t begin, double room) {
  auto end = begin;
  while (end < rows.size() && height_of(rows, begin, end + 1) <= room) ++end;
  if (end == rows.size()) return end;
  auto parted = end;
  while (parted > begin && rows[parted - 1].size.stays) --parted;
  return std::max(parted > begin ? parted : end, begin + 1);
}

Row outline_of(const CardSize& size) {
  Row card{{0, size.height}};
  constexpr double dash = 4;
  for (const double y : {0.0, size.height})
    card.marks.emplace_back(Stroke{0, y, size.width, 0, 0.5, gray, dash});
  for (const double x : {0.0, size.width})
    card.marks.emplace_back(Stroke{x, 0, 0, size.height, 0.5, gray, dash});
  card.marks.emplace_back(Stroke{size.half(), 0, 0, size.height, 0.4, pale, 1});
  return card;
}

class Cards {
 public:
  Cards(const Sheet& sheet, const SheetStyle& style, const Typesetter& typesetter)
      : sheet_{sheet},
        style_{style},
        typesetter_{typesetter},
        size_{style.paper.width - 2 * style.margin, style.card, 12} {
    for (const double scale : {1.12, 1.06, 1.0, 0.94, 0.88}) {
      backs_.push_back(style_of(sheet.kind, style.paper, typesetter, scale));
      backs_.back().measure = size_.measure();
    }
  }

  // The item's cards, one after the other.
  Rows of(const SheetItem& item) const {
    auto front = front_of(item), back = back_of(item);
    Rows cards;
    std::size_t front_done = 0, back_done = 0;
    do {
      const auto front_end = card_end(front, front_done, front_room());
      const auto back_end = card_end(back, back_done, size_.room());
      cards.push_back(corner_of(item, cards.empty()));
      const double above = (front_room() - height_of(front, front_done, front_end)) / 2;
      put(front, front_done, front_end, size_.edge, size_.edge + corner() + std::max(0.0, above), cards);
      put(back, back_done, back_end, size_.half() + size_.edge, size_.edge, cards);
      cards.push_back(outline_of(size_));
      front_done = front_end;
      back_done = back_end;
    } while (front_done < front.size() || back_done < back.size());
    return cards;
  }

 private:
  double corner() const { return style_.number.leading; }
  double front_room() const { return size_.room() - 2 * corner(); }

  Rows front_of(const SheetItem& item) const {
    return rich_rows(read_markdown(item.prompt), {style_.prompt, size_.measure(), 0, true, Role::question},
                     typesetter_);
  }

  // In the largest of a few sizes in which it fits.
  Rows back_of(const SheetItem& item) const {
    Rows back;
    for (const auto& style : backs_) {
      back = parts_of(item, sheet_, style, typesetter_);
      if (height_of(back, 0, back.size()) <= size_.room()) break;
    }
    return back;
  }

  // The number, and what the card is about.
  Row corner_of(const SheetItem& item, bool first) const {
    const auto number = fmt::format("{}", item.number);
    auto mark = typesetter_.line(number, {style_.number, size_.measure(), size_.edge});
    mark.baseline += size_.edge;
    const double indent = typesetter_.width(number, style_.number) + style_.label.size;
    const std::string_view beside = first ? std::string_view{item.label} : "continued";
    auto label = typesetter_.line(beside, {style_.label, size_.measure() - indent, size_.edge + indent});
    label.baseline = mark.baseline;
    return {{0, 0, true}, {std::move(mark), std::move(label)}, Role::paragraph};
  }

  const Sheet& sheet_;
  const SheetStyle& style_;
  const Typesetter& typesetter_;
  CardSize size_;
  std::vector<SheetStyle> backs_;
};

}  // namespace

void compose_cards(const Sheet& sheet, const SheetStyle& style, const Typesetter& typesetter,
                   const Taker& take) {
  const Cards cards{sheet, style, typesetter};
  for (const auto& section : sheet.sections) {
    bool opens = !section.name.empty();
    for (const auto& item : section.items) {
      Piece piece{cards.of(item), 1};
      if (std::exchange(opens, false)) piece.landmarks.push_back(landmark_of(section, 0));
      piece.landmarks.push_back(landmark_of(item, 0));
      take(std::move(piece));
    }
  }
}

}  // namespace viva::pdf
