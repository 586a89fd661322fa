// A few numbered choices side by side, one of which may be chosen: ratings, or marks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tui/screen_layout.hpp"

namespace viva {

struct Choice {
  std::string name, detail;  // "Good", "3 d"; the detail may be empty
};

// The choice `by` steps from `chosen`, of `count`; where none is chosen, the first or the last. From 1.
int moved_choice(std::optional<int> chosen, int by, int count);

// Draws `lead` and the choices, numbered from 1, at the lower end of the body, in as many rows as they need.
// A click on a choice presses its digit.
void draw_choices(ScreenLayout& layout, const Line& lead, const std::vector<Choice>& choices,
                  std::optional<int> chosen);

}  // namespace viva
