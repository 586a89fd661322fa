// The table of keys: what holds of all modes, and what a screen's last line and help make of it.
#include "tui/key_table.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "golden.hpp"
#include "tui/input_events.hpp"
#include "tui/screen_layout.hpp"

using namespace viva;
using namespace viva::test;

namespace {

constexpr std::array<std::string_view, input_modes> mode_names{
    "question", "writing",    "points",  "rating",  "briefing",  "answering", "answered", "predicting",
    "paused",   "time is up", "ticking", "marking", "scorecard", "filtering", "browsing", "reading"};

std::vector<InputMode> all_modes() {
  std::vector<InputMode> all;
  for (int mode = 0; mode < input_modes; ++mode) all.push_back(static_cast<InputMode>(mode));
  return all;
}

std::string name(InputMode mode) { return std::string{mode_names[static_cast<std::size_t>(mode)]}; }

// Where what is typed is no command, or may be typed on in haste.
bool takes_typing(InputMode mode) { return is_typing(mode) || mode == InputMode::times_up; }

bool everything(KeyAction) { return true; }

std::string text(const Line& line) {
  std::string all;
  for (const auto& span : line) all += span.text;
  return all;
}

// "Up, k" and "1-4" as single keys.
std::vector<std::string> keys_of(const std::string& names) {
  if (names.size() == 3 && names[1] == '-') {
    std::vector<std::string> digits;
    for (char digit = names[0]; digit <= names[2]; ++digit) digits.emplace_back(1, digit);
    return digits;
  }
  std::vector<std::string> all;
  for (std::size_t at = 0; at < names.size();) {
    const auto end = std::min(names.find(", ", at), names.size());
    all.push_back(names.substr(at, end - at));
    at = end + 2;
  }
  return all;
}

// Those that the help of a mode names, each as often as it does.
std::vector<std::string> keys_in_help(InputMode mode) {
  std::vector<std::string> all;
  for (const auto& line : keys_help(mode, 200)) {
    if (line.size() < 2 || line[1].style != Style::accent) continue;
    for (auto& key : keys_of(std::string{trimmed(line[1].text)})) all.push_back(std::move(key));
  }
  return all;
}

std::vector<std::string> keys_that_mean_something(InputMode mode) {
  std::vector<std::string> all;
  for (const auto& key : all_keys())
    if (key != "Q" && meaning_of(mode, key)) all.push_back(key);
  return all;
}

std::vector<std::string> sorted(std::vector<std::string> all) {
  std::ranges::sort(all);
  return all;
}

bool means(InputMode mode, std::string_view key, KeyMeaning meaning) {
  return meaning_of(mode, key) == meaning;
}

}  // namespace

TEST_CASE("in no mode does a key mean two things, and the help names every key that means one",
          "[key_table]") {
  for (const auto mode : all_modes()) {
    INFO(name(mode));
    CHECK(sorted(keys_in_help(mode)) == sorted(keys_that_mean_something(mode)));
  }
}

TEST_CASE("a capital letter means what the small one does, unless it means something of its own",
          "[key_table]") {
  CHECK(means(InputMode::question, "Q", KeyAction::quit));
  CHECK(means(InputMode::question, "S", KeyAction::skip));
  CHECK(means(InputMode::question, "G", KeyAction::bottom));
  CHECK(means(InputMode::question, "g", KeyAction::top));
  CHECK(!meaning_of(InputMode::writing, "Q"));
  CHECK(!meaning_of(InputMode::question, "É"));
}

TEST_CASE("every key of the table is one that a terminal can give", "[key_table]") {
  for (const auto& group : key_groups())
    for (const auto& entry : group.entries)
      for (const auto& key : keys_of(entry.keys)) {
        INFO(group.title << ": " << key);
        CHECK(std::ranges::count(all_keys(), key) == 1);
      }
}

TEST_CASE("every mode can be left, suspended, drawn anew and scrolled, and has help", "[key_table]") {
  for (const auto mode : all_modes()) {
    INFO(name(mode));
    CHECK(means(mode, "Ctrl-C", KeyAction::interrupt));
    CHECK(means(mode, "Ctrl-Z", KeyAction::suspend));
    CHECK(means(mode, "Ctrl-L", KeyAction::redraw));
    CHECK(means(mode, "WheelUp", KeyAction::wheel_up));
    CHECK(means(mode, "WheelDown", KeyAction::wheel_down));
    CHECK(means(mode, "F1", KeyAction::help) == (mode != InputMode::overlay));
    CHECK(means(mode, "?", KeyAction::help) == (mode != InputMode::overlay && !takes_typing(mode)));
  }
}

TEST_CASE("where text is typed no key that types means anything else", "[key_table]") {
  for (const auto mode : all_modes()) {
    if (!takes_typing(mode)) continue;
    for (const auto& key : all_keys()) {
      INFO(name(mode) << " " << key);
      if (!typed_text(key).empty()) CHECK(!meaning_of(mode, key));
    }
  }
}

TEST_CASE("a key types its text, unless it is one with a name", "[key_table]") {
  CHECK(typed_text("a") == "a");
  CHECK(typed_text("é") == "é");
  CHECK(typed_text("👩‍💻") == "👩‍💻");
  CHECK(typed_text("Space") == " ");
  CHECK(typed_text("Enter").empty());
  CHECK(typed_text("Alt-é").empty());
  CHECK(typed_text("").empty());
}

TEST_CASE("Enter goes on everywhere, but where it may be typed in haste", "[key_table]") {
  for (const auto mode : all_modes()) {
    INFO(name(mode));
    CHECK(meaning_of(mode, "Enter").has_value() == (mode != InputMode::times_up));
  }
}

TEST_CASE("the last line names what can be done, first what matters most, and always the help",
          "[key_table]") {
  std::string all;
  for (const int columns : {120, 80, 40}) {
    all += "==== " + std::to_string(columns) + " columns\n";
    for (const auto mode : all_modes()) {
      const auto line = text(keys_line(mode, everything, columns - 2).line);
      all += fit(name(mode), 12) + "|" + fit(line, columns - 2) + "|\n";
      INFO(name(mode) << " " << columns);
      CHECK(width(line) <= columns - 2);
      CHECK(line.ends_with(mode == InputMode::overlay ? "Enter close"
                           : takes_typing(mode)       ? "F1 help"
                                                      : "? help"));
    }
    all += "\n";
  }
  check_golden("tui-last-lines.txt", all);
}

TEST_CASE("a click on the last line presses the key that is named there", "[key_table]") {
  for (const auto mode : all_modes()) {
    const auto line = keys_line(mode, everything, 118);
    const auto shown = text(line.line);
    for (const auto& key : line.keys) {
      INFO(name(mode) << " " << key.key);
      CHECK(shown.substr(static_cast<std::size_t>(key.column)).starts_with(key.key + " "));
      CHECK(meaning_of(mode, key.key));
      CHECK(key.column + key.columns <= width(shown));
    }
  }
}

TEST_CASE("the help of each mode", "[key_table]") {
  std::string all;
  for (const auto mode : all_modes())
    all += "==== " + name(mode) + "\n" + render(keys_help(mode, 78), {}) + "\n";
  check_golden("tui-help.txt", all);
}

TEST_CASE("the help of a narrow screen", "[key_table]") {
  check_golden("tui-help-narrow.txt", render(keys_help(InputMode::writing, 38), {}));
}

TEST_CASE("the manual has every key once for each thing that it does", "[key_table]") {
  std::string all;
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& group : key_groups()) {
    all += group.title + "\n";
    for (const auto& entry : group.entries) {
      all += "  " + fit(entry.keys, 24) + entry.meaning + "\n";
      INFO(group.title << ": " << entry.keys << " " << entry.meaning);
      CHECK(seen.emplace(entry.keys, group.title + entry.meaning).second);
    }
  }
  check_golden("tui-key-groups.txt", all);
}

TEST_CASE("what any mode's help says is in the manual", "[key_table]") {
  std::set<std::string> meanings;
  for (const auto& group : key_groups())
    for (const auto& entry : group.entries) meanings.insert(entry.meaning);
  for (const auto mode : all_modes())
    for (const auto& line : keys_help(mode, 200)) {
      if (line.size() < 3) continue;
      INFO(name(mode) << " " << line[2].text);
      CHECK(meanings.contains(line[2].text));
    }
}
