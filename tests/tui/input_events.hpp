// Input events for tests: keys by their names, text as it is typed.
#pragma once

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tui/input_event.hpp"
#include "viva/base/text.hpp"

namespace viva::test {

// "Tab Enter" is two.
inline std::vector<InputEvent> presses(const std::string& keys) {
  std::vector<InputEvent> all;
  std::istringstream names{keys};
  for (std::string key; names >> key;) all.emplace_back(KeyPress{key});
  return all;
}

inline std::vector<InputEvent> typing(std::string_view text) {
  std::vector<InputEvent> all;
  for (const auto cluster : graphemes(text))
    all.emplace_back(KeyPress{cluster == " " ? "Space" : std::string{cluster}});
  return all;
}

// Every key that a terminal can give, by the names of full_screen.cpp, and a few letters that mean nothing.
inline const std::vector<std::string>& all_keys() {
  static const std::vector<std::string> keys = [] {
    std::vector<std::string> all{
        "Enter",   "Space",     "Tab",   "Esc",       "Backspace",  "Delete",        "Up",
        "Down",    "Left",      "Right", "Home",      "End",        "PageUp",        "PageDown",
        "WheelUp", "WheelDown", "F1",    "Ctrl-Left", "Ctrl-Right", "Ctrl-Home",     "Ctrl-End",
        "Alt-b",   "Alt-f",     "Alt-d", "Alt-<",     "Alt->",      "Alt-Backspace", "Alt-Enter"};
    for (const char letter : std::string_view{"@ABCDEFGKLNOPQRSTUVWXYZ\\]^_"})
      all.push_back(std::string{"Ctrl-"} + letter);
    for (const char letter : std::string_view{"0123456789abcdefghijklmnopqrstuvwxyzGQ?/.,*"})
      all.emplace_back(1, letter);
    all.emplace_back("é");
    all.emplace_back("語");
    return all;
  }();
  return keys;
}

}  // namespace viva::test
