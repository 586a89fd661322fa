// The candidate's own editor on a text of viva's.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace viva {

struct Edited {
  std::string text;                    // as the editor left it, or unchanged if that cannot be read
  std::optional<std::string> trouble;  // what went wrong
};

// Opens $VISUAL, $EDITOR or vi on a terminal that the caller has released, and waits until it ends. Calls
// `meanwhile` every second with what is in the file, so that a clock can run and nothing is lost.
Edited edit_text(const std::string& text, const std::function<void(const std::string&)>& meanwhile);

}  // namespace viva
