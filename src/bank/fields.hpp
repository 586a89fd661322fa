// What a bank is made of, as tables: each object's keys, what their values must be, and where in
// the bank they are kept. The reader checks a text against the tables, and packed.hpp and render/json.hpp
// write by them, so that a new field of an item is a line here. data/bank.schema.json says the same to
// editors.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

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

// What a value must be. `in` finds it in the object that it belongs to, which is of the shape's struct: a
// Bank, an Item, ... An element of a list is such an object itself.
struct Anything {};
struct Text {
  std::string& (*in)(void* object);
  const TextRule* rule;
};
struct NameOf {  // a tier or topic by its id; the text may define it later
  Subject::Kind kind;
  std::size_t& (*in)(void* object);  // its index
};
struct Number {
  int& (*in)(void* object);  // null: the number is checked, but not kept
  int low, high;
  std::string_view advice;
};
struct ListOf {
  const Value* element;
  bool needs_one;
  std::size_t (*size)(void* object);
  void* (*nth)(void* object, std::size_t index);
  void* (*add)(void* object);  // a new last element
};
struct Object {
  const Shape* shape;
  void* (*in)(void* object);
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
  Subject::Kind subject;  // what its faults are about; bank: whatever it is part of
  std::string_view part;  // "reference", where it is a numbered part of its subject
  std::span<const Field> fields;
  const Field* by_text = nullptr;    // a text in place of the object is this field, and all there is to say
  const Field* each_tier = nullptr;  // of Draws, instead of `fields`: the keys are ids of tiers
};

using Draws = decltype(RoundPreset::draw);

extern const Field whole_bank;
extern const Shape item_shape;

}  // namespace viva
