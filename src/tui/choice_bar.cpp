#include "tui/choice_bar.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "viva/base/text.hpp"

namespace viva {
namespace {

constexpr int gap = 1;

Line chip(const Choice& choice, int number, bool chosen) {
  Line line{{chosen ? "▸" : " ", Style::accent},
            {fmt::format("{} ", number), Style::accent},
            {choice.name, Style::strong}};
  if (!choice.detail.empty()) line.push_back({fmt::format(" ({})", choice.detail), Style::dim});
  line.push_back({" "});
  return line;
}

struct Spot {
  int row, column, columns;
};

// Where each chip goes: on the row of the one before, as long as there is room.
std::vector<Spot> places(const Frame& frame, const std::vector<Line>& chips, int columns) {
  std::vector<Spot> all;
  int row = 0, at = 0;
  for (const auto& each : chips) {
    const int needed = frame.width_of(each);
    if (at > 0 && at + gap + needed > columns) {
      ++row;
      at = 0;
    } else if (at > 0) {
      at += gap;
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

void draw_choices(Stage& stage, const Line& lead, const std::vector<Choice>& choices,
                  std::optional<int> chosen) {
  std::vector<Line> chips;
  for (const auto& choice : choices) {
    const int number = static_cast<int>(chips.size()) + 1;
    chips.push_back(chip(choice, number, chosen == number));
  }
  const auto at = places(stage.frame(), chips, stage.body().columns);
  const auto area = stage.take_bottom(at.back().row + 2);
  auto& frame = stage.frame();
  constexpr int least_for_rule = 10;
  if (stage.body().rows >= least_for_rule) draw_rule(frame, stage.take_bottom(1).row);
  frame.put(area.row, area.column, lead, area.columns);
  for (std::size_t i = 0; i < chips.size(); ++i) {
    const Area place{area.row + 1 + at[i].row, area.column + at[i].column, 1, at[i].columns};
    frame.put(place.row, place.column, chips[i], place.columns);
    if (chosen == static_cast<int>(i) + 1) frame.reverse(place);
    frame.on_click(place, Press{fmt::format("{}", i + 1)});
  }
}

}  // namespace viva
