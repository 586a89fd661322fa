// What a bank of format 1 is made of, as tables: each object's keys, what their values must be, and where the
// values go. data/bank.schema.json says the same to editors.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "bank/faults.hpp"
#include "viva/bank/bank.hpp"

namespace viva {

struct Shape;
struct Value;

struct TextRule {
  bool (*holds)(std::string_view);
  std::string_view noun;  // bad NOUN "..."
  std::string_view advice;
};

extern const TextRule any_text, id_text, day_text, address_text;

// What a value must be. `at` is its place in whichever part of the bank was begun last.
struct Anything {};
struct Text {
  std::string& (*at)(Bank&);
  const TextRule* rule;
};
struct NameOf {  // an item's tier or topic by id; the text may define it later
  Subject::Kind kind;
  std::size_t& (*at)(Bank&);
};
struct Number {
  int* (*at)(Bank&);  // may be null: the number is only checked
  int low, high;
  std::string_view advice;
};
struct ListOf {
  const Value* element;
  bool needs_one;
};
struct Object {
  const Shape* shape;
  void (*begin)(Bank&);
};

struct Value {
  std::variant<Anything, Text, NameOf, Number, ListOf, Object> must_be;
};

struct Field {
  std::string_view key;
  Value value;
  bool required;
  std::string_view example;  // of the value, as JSON
};

struct Shape {
  Subject::Kind subject;             // what its faults are about; bank: whatever it is part of
  std::string_view part;             // "reference", where it is a numbered part of its subject
  std::span<const Field> fields;     // at most max_fields
  const Field* each_tier = nullptr;  // instead of `fields`: the keys are ids of tiers
};

inline constexpr std::size_t max_fields = 11;

extern const Field whole_bank;

}  // namespace viva
