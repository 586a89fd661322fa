// A bank: questions (items) in ordered tiers, each with a topic, and the presets of timed rounds.
// A bank that parse_bank returns without errors is sound: ids are unique, every item's tier and topic
// exist, texts are valid UTF-8 and not blank. Texts may still hold control characters: each output escapes
// for itself.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "viva/base/diagnostic.hpp"

namespace viva {

struct Tier {
  std::string id, name;

  friend bool operator==(const Tier&, const Tier&) = default;
};

struct Topic {
  std::string id, name;

  friend bool operator==(const Topic&, const Topic&) = default;
};

// A timed round: `draw` says how many items of which tier, by index into Bank::tiers.
struct RoundPreset {
  std::string id, name;
  int minutes = 0;
  std::vector<std::pair<std::size_t, int>> draw;

  friend bool operator==(const RoundPreset&, const RoundPreset&) = default;
};

struct Reference {
  std::string title, url;

  friend bool operator==(const Reference&, const Reference&) = default;
};

// One idea that a strong answer says. What is remembered of a candidate hangs on its identity: see
// point_keys().
struct Point {
  std::string id;  // empty where the bank gives none
  std::string text;

  friend bool operator==(const Point&, const Point&) = default;
};

struct Item {
  std::string bank;  // id of the bank it belongs to
  std::string id;
  std::size_t tier = 0;   // index into Bank::tiers
  std::size_t topic = 0;  // index into Bank::topics
  int minutes = 3;        // time a spoken answer takes
  std::string prompt, hint;
  std::vector<Point> points;
  std::vector<std::string> follow_ups, pitfalls;
  std::string answer;  // empty where the bank has none
  std::vector<Reference> references;

  friend bool operator==(const Item&, const Item&) = default;
};

// What each of the points is known by in a history, whatever its place: its id, else its text. No two are the
// same: a text that comes again has "#2" and so on after it.
std::vector<std::string> point_keys(const std::vector<Point>& points);

// The texts of the points, in their order.
std::vector<std::string> point_texts(const std::vector<Point>& points);

// Is there a model answer, a pitfall or a reference to read?
bool has_answer(const Item& item);

struct Bank {
  std::string id, title;
  std::string reviewed;  // "2026-11-22": when its content was last checked; or empty
  std::vector<Tier> tiers;
  std::vector<Topic> topics;
  std::vector<RoundPreset> rounds;
  std::vector<Item> items;

  friend bool operator==(const Bank&, const Bank&) = default;
};

struct ParsedBank {
  Bank bank;                            // what could be read; sound only without errors
  std::vector<Diagnostic> diagnostics;  // every fault, in the order of the text

  bool ok() const { return !has_errors(diagnostics); }
};

// Reads a bank of format 1 or 2. `file` is the name diagnostics use.
ParsedBank parse_bank(std::string_view bytes, std::string_view file);

// Several banks as one: tiers and topics with the same id become one, in order of appearance. Two banks with
// the same id are an error in the result's diagnostics. `banks` is not empty.
ParsedBank merge_banks(std::vector<Bank> banks);

}  // namespace viva
