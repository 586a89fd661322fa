// The user's own editor on a text of viva's.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace viva {

struct Edited {
  std::string text;                    // as the editor left it; as it was where that cannot be read
  std::optional<std::string> trouble;  // why it is not as it should be
};

// Opens $VISUAL, $EDITOR or vi on a terminal that the caller lends, and waits for its end. While it is open,
// `meanwhile` is called every second with what is in the file, so that the clock goes on and nothing is lost.
Edited edit_text(const std::string& text, const std::function<void(const std::string&)>& meanwhile);

}  // namespace viva
