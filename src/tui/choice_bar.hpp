// A few numbered choices side by side, one of which may be chosen: ratings, or marks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tui/stage.hpp"

namespace viva {

struct Choice {
  std::string name, detail;  // "Good", "3 d"; the detail may be empty
};

// The choice `by` places from `chosen`, among `count`; without one the first or last. From 1.
int moved_choice(std::optional<int> chosen, int by, int count);

// At the lower end of the stage's body: `lead`, then the choices, numbered from 1, in as many rows as they
// need. A click on one presses its digit.
void draw_choices(Stage& stage, const Line& lead, const std::vector<Choice>& choices,
                  std::optional<int> chosen);

}  // namespace viva
