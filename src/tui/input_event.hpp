// What a candidate does at a full screen, as values. Header only: plain data.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace viva {

// A key, by the text it types ("a", "é") or by a name of several letters: "Enter", "PageUp", "Ctrl-C".
struct KeyPress {
  std::string key;

  friend bool operator==(const KeyPress&, const KeyPress&) = default;
};

// Pasted text. It is never a command, whatever it says.
struct Paste {
  std::string text;

  friend bool operator==(const Paste&, const Paste&) = default;
};

// A click on a row of a list: which one, from 0.
struct RowClick {
  std::size_t index;

  friend bool operator==(const RowClick&, const RowClick&) = default;
};

// A click in the text that is being edited, from the upper left corner of its area.
struct TextClick {
  int row, column;

  friend bool operator==(const TextClick&, const TextClick&) = default;
};

using InputEvent = std::variant<KeyPress, Paste, RowClick, TextClick>;

// The text that a key types; empty for a key with a name.
inline std::string_view typed_text(std::string_view key) {
  if (key == "Space") return " ";
  const bool named = key.size() > 1 && static_cast<unsigned char>(key.front()) < 0x80;
  return named ? std::string_view{} : key;
}

}  // namespace viva
