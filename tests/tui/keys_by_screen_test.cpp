// The full table of keys by screen: what each key asks for in each mode, as golden files. A row is one
// effect with all keys that have it:
//   Tick 1 3          what the screen asks of its session or of the shell
//   -> Enter close    another mode: how the last line begins then
//   says ...          nothing is done, and it is said why
//   -                 something else changes on the screen
//   .                 nothing
#include <algorithm>
#include <functional>
#include <utility>

#include "golden.hpp"
#include "tui/browse_at_screen.hpp"
#include "tui/drill_at_screen.hpp"
#include "tui/round_at_screen.hpp"
#include "tui/screen_bank.hpp"

using namespace viva;
using namespace viva::sample;
using namespace viva::test;

namespace {

// " Enter hint  t type" begins with "Enter hint".
std::string beginning(const std::string& line) {
  const auto start = std::min(line.find_first_not_of(' '), line.size());
  return line.substr(start, line.find("  ", start) - start);
}

// What the message's rows say that they did not say before.
std::string said(const Frame& before, const Frame& after) {
  std::string text;
  for (int row = after.size().rows - 2; row > after.size().rows - 5; --row) {
    const auto words = row_text(after, row);
    if (words == row_text(before, row)) break;
    text = words + text;
  }
  return text;
}

std::string change(const Frame& before, const Frame& after) {
  if (last_row(before) != last_row(after)) return "-> " + beginning(last_row(after));
  if (const auto words = said(before, after); words.find_first_not_of(' ') != words.npos)
    return "says" + words;
  const bool same = text_of(before) == text_of(after) && styles(before) == styles(after) &&
                    before.cursor() == after.cursor();
  return same ? "." : "-";
}

template <typename AtScreen>
std::string effect(AtScreen& at, const std::string& key) {
  const auto before = at.frame();
  const auto asked = at.take(KeyPress{key});
  if (asked.starts_with("Type ")) return "Type";
  return asked.empty() ? change(before, at.frame()) : asked;
}

using Effect = std::function<std::string(const std::string& key)>;

std::string table(const std::string& mode, const Effect& effect_of) {
  using Row = std::pair<std::string, std::string>;
  std::vector<Row> rows;
  for (const auto& key : all_keys()) {
    const auto words = effect_of(key);
    const auto row = std::ranges::find(rows, words, &Row::first);
    if (row == rows.end())
      rows.emplace_back(words, key);
    else
      row->second += " " + key;
  }
  std::string text = "==== " + mode + "\n";
  for (const auto& [words, keys] : rows) {
    Page page;
    add_wrapped(page, {{words.size() > 24 ? words + "  " : fit(words, 24) + "  "}}, keys, 108);
    text += render(page, {});
  }
  return text + "\n";
}

// With a prompt that scrolls.
Item long_one() {
  auto made = ordinary();
  made.prompt = lengthy().prompt;
  return made;
}

std::string drill_table(const std::string& mode, const std::string& keys) {
  return table(mode, [&](const std::string& key) {
    DrillAtScreen at{{item("first"), long_one(), item("open")}, "s " + keys};
    return effect(at, key);
  });
}

std::string round_table(const std::string& mode, const std::string& keys, bool relaxed = true) {
  return table(mode, [&](const std::string& key) {
    RoundAtScreen at{{long_one()}, keys, relaxed};
    return effect(at, key);
  });
}

std::string time_is_up() {
  return table("time is up", [](const std::string& key) {
    RoundAtScreen at{{long_one()}, "Enter s o"};
    at.wait(9min);
    return effect(at, key);
  });
}

std::string browse_table(const std::string& mode, const std::string& keys) {
  return table(mode, [&](const std::string& key) {
    BrowseAtScreen at{{item("apple"), ordinary(), item("banana"), item("cherry")}, "Down " + keys};
    return effect(at, key);
  });
}

}  // namespace

TEST_CASE("all keys of a drill", "[keys_by_screen]") {
  check_golden("tui-keys-drill.txt",
               drill_table("question", "") + drill_table("question, with an answer begun", "t s o Tab") +
                   drill_table("writing", "t s o Space i t") + drill_table("points", "Enter Down Space") +
                   drill_table("rating", "Enter 1 2 Enter Down") +
                   drill_table("rating without points", "Enter Enter 3 Enter") +
                   drill_table("reading the answer", "Enter a") + drill_table("reading the help", "?"));
}

TEST_CASE("all keys of a round", "[keys_by_screen]") {
  const std::string predicting = "Enter Tab Enter Tab Enter", ticking = predicting + " 3";
  check_golden("tui-keys-round.txt",
               round_table("briefing", "") + round_table("answering", "Enter s o Space i t") +
                   round_table("answered", "Enter s o Tab") +
                   round_table("answered, where the clock does not stop", "Enter Tab", false) +
                   round_table("paused", "Enter Tab p") + round_table("follow-up", "Enter Tab Enter n o") +
                   round_table("follow-up, the keys are commands", "Enter Tab Enter n o Tab") +
                   round_table("predicting", predicting + " Right") + time_is_up() +
                   round_table("ticking", ticking + " Down Space") +
                   round_table("marking", ticking + " 1 2 Enter Down") +
                   round_table("scorecard", ticking + " Enter 3") +
                   round_table("reading the model answer", ticking + " a"));
}

TEST_CASE("all keys of the browser", "[keys_by_screen]") {
  check_golden("tui-keys-browse.txt", browse_table("filtering", "a p") + browse_table("browsing", "Tab") +
                                          browse_table("browsing, with one chosen", "Tab Space Down") +
                                          browse_table("browsing, nothing listed", "z z z Tab") +
                                          browse_table("reading a question", "Tab Enter"));
}
