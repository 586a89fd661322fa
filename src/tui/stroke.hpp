// What a candidate does at a full screen, as values. Header only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace viva {

// A key, by the text it types ("a", "é") or by a name of several letters: "Enter", "PageUp", "Ctrl-C".
struct Press {
  std::string key;

  friend bool operator==(const Press&, const Press&) = default;
};

// Text, whatever it says.
struct Paste {
  std::string text;

  friend bool operator==(const Paste&, const Paste&) = default;
};

// A box or a row of a list was clicked; from 0.
struct Pick {
  std::size_t which;

  friend bool operator==(const Pick&, const Pick&) = default;
};

// The cursor is to stand here, within what is edited.
struct Place {
  int row, column;

  friend bool operator==(const Place&, const Place&) = default;
};

using Stroke = std::variant<Press, Paste, Pick, Place>;

// What the key types: empty where it is one with a name.
inline std::string_view typed_text(std::string_view key) {
  if (key == "Space") return " ";
  const bool named = key.size() > 1 && static_cast<unsigned char>(key.front()) < 0x80;
  return named ? std::string_view{} : key;
}

}  // namespace viva
