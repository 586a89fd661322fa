#include "tui/choice_bar.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "viva/base/text.hpp"

namespace viva {
namespace {

constexpr int gap_between_chips = 1;

Line chip(const Choice& choice, int number, bool chosen) {
  Line line{{chosen ? "▸" : " ", Style::accent},
            {fmt::format("{} ", number), Style::accent},
            {choice.name, Style::strong}};
  if (!choice.detail.empty()) line.push_back({fmt::format(" ({})", choice.detail), Style::dim});
  line.push_back({" "});
  return line;
}

struct ChipPosition {
  int row, column, columns;
};

// Puts each chip on the row of the one before, if there is room.
std::vector<ChipPosition> arrange(const Frame& frame, const std::vector<Line>& chips, int columns) {
  std::vector<ChipPosition> all;
  int row = 0, at = 0;
  for (const auto& each : chips) {
    const int needed = frame.width_of(each);
    if (at > 0 && at + gap_between_chips + needed > columns) {
      ++row;
      at = 0;
    } else if (at > 0) {
      at += gap_between_chips;
    }
    all.push_back({row, at, needed});
    at += needed;
  }
  return all;
}

}  // namespace

int moved_choice(std::optional<int> chosen, int by, int count) {
  if (!chosen) return by > 0 ? 1 : count;
  return std::clamp(*chosen + by, 1, count);
}

void draw_choices(ScreenLayout& layout, const Line& lead, const std::vector<Choice>& choices,
                  std::optional<int> chosen) {
  std::vector<Line> chips;
  for (const auto& choice : choices) {
    const int number = static_cast<int>(chips.size()) + 1;
    chips.push_back(chip(choice, number, chosen == number));
  }
  const auto at = arrange(layout.frame(), chips, layout.body().columns);
  const auto area = layout.take_bottom(at.back().row + 2);
  auto& frame = layout.frame();
  constexpr int least_for_rule = 10;
  if (layout.body().rows >= least_for_rule) draw_rule(frame, layout.take_bottom(1).row);
  frame.put(area.row, area.column, lead, area.columns);
  for (std::size_t i = 0; i < chips.size(); ++i) {
    const Area chip_area{area.row + 1 + at[i].row, area.column + at[i].column, 1, at[i].columns};
    frame.put(chip_area.row, chip_area.column, chips[i], chip_area.columns);
    if (chosen == static_cast<int>(i) + 1) frame.reverse(chip_area);
    frame.on_click(chip_area, KeyPress{fmt::format("{}", i + 1)});
  }
}

}  // namespace viva
