// Reads an object of JSON as a record: takes its fields one after another by name and type, and collects
// everything that is wrong with them. The caller puts the faults into words.
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json_value.hpp"
#include "viva/base/date.hpp"

namespace viva {

struct JsonFault {
  enum class Kind {
    not_an_object,  // the record itself; it has no field
    missing,
    unknown,
    repeated,
    mistyped,      // the value must be `what`: "a text"
    out_of_range,  // the value is `what`, but does not fit
    other,         // `what` is the whole message
  };
  Kind kind{};
  std::string path;       // of the record: "sections[0].items[3]"; empty: the outermost
  std::size_t index = 0;  // of the record in its list
  std::string field;
  std::string what;
  std::optional<std::size_t> element;  // which of a list's, where only that is wrong
  std::optional<Extent> at;            // of the value, or of an unknown or repeated name; none: it is missing
};

// What a value should have been.
struct Mismatch {
  std::string_view expected;
  bool out_of_range = false;
  std::optional<std::size_t> element{};
};

// Stores `value` in `out`, or returns why it cannot. Other types have a `convert` of their own.
std::optional<Mismatch> convert(const JsonValue& value, bool& out);
std::optional<Mismatch> convert(const JsonValue& value, std::string& out);
std::optional<Mismatch> convert(const JsonValue& value, std::vector<int>& out);
std::optional<Mismatch> convert(const JsonValue& value, std::vector<std::string>& out);
std::optional<Mismatch> convert(const JsonValue& value, Instant& out);
std::optional<Mismatch> convert(const JsonValue& value, Day& out);

template <std::integral Number>
std::optional<Mismatch> convert(const JsonValue& value, Number& out) {
  constexpr std::string_view expected = "a whole number";
  const auto store = [&](auto number) -> std::optional<Mismatch> {
    if (!std::in_range<Number>(number)) return Mismatch{expected, true};
    out = static_cast<Number>(number);
    return std::nullopt;
  };
  if (const auto* number = std::get_if<std::uint64_t>(&value.content)) return store(*number);
  if (const auto* number = std::get_if<std::int64_t>(&value.content)) return store(*number);
  return Mismatch{expected};
}

template <typename T>
std::optional<Mismatch> convert(const JsonValue& value, std::optional<T>& out) {
  return convert(value, out.emplace());
}

// A text that `parse` understands.
template <typename T>
std::optional<Mismatch> convert_text(const JsonValue& value, T& out,
                                     std::optional<T> (*parse)(std::string_view), std::string_view expected) {
  const auto* text = std::get_if<std::string>(&value.content);
  const auto parsed = text ? parse(*text) : std::nullopt;
  if (!parsed) return Mismatch{expected};
  out = *parsed;
  return std::nullopt;
}

// Where a name comes twice, the first counts. The value, the faults and the names of the fields asked for
// must outlive the record.
class JsonRecord {
 public:
  // A value that is not an object is a fault, and a record without fields.
  JsonRecord(const JsonValue& value, std::vector<JsonFault>& faults);

  bool is_object() const { return fields_ != nullptr; }
  bool has(std::string_view field) const { return find(field) != nullptr; }
  bool is_wrong(std::string_view field) const;  // missing, or complained of

  // The field's value. Where it is missing, which is a fault, null.
  const JsonValue* require(std::string_view field);

  template <typename T>
  void require(std::string_view field, T& out) {
    if (const auto* value = require(field)) store(field, *value, out);
  }

  // The same, but the field may be missing: `out` then stays as it is.
  template <typename T>
  void accept(std::string_view field, T& out) {
    if (const auto* value = take(field)) store(field, *value, out);
  }

  // A list of texts. Each element that is not a text is a fault.
  void require_texts(std::string_view field, std::vector<std::string>& out);

  // A list of records. Each element that is not an object is a fault, and is left out.
  template <typename T>
  void require_records(std::string_view field, std::vector<T>& out, T (*read)(JsonRecord&)) {
    const auto* list = require_list(field);
    for (std::size_t i = 0; list && i < list->size(); ++i)
      if (JsonRecord record{(*list)[i], *this, field, i}; record.is_object()) out.push_back(read(record));
  }

  // Adds a fault of a value that is there. Only the first fault of a field counts: others follow from it.
  void complain(std::string_view field, std::string message);
  void complain_of_type(std::string_view field, const Mismatch& mismatch);

  // Called last. Fields that were not taken, and those that come twice, are faults: they would be lost.
  void finish();

 private:
  JsonRecord(const JsonValue& value, const JsonRecord& parent, std::string_view field, std::size_t index);

  template <typename T>
  void store(std::string_view field, const JsonValue& value, T& out) {
    if (const auto mismatch = convert(value, out)) complain_of_type(field, *mismatch);
  }

  const JsonMember* find(std::string_view field) const;
  const JsonValue* take(std::string_view field);
  const JsonValue::List* require_list(std::string_view field);
  JsonFault& add(JsonFault::Kind kind, std::string_view field, std::optional<Extent> at);
  void add_wrong(JsonFault::Kind kind, std::string_view field, std::string what,
                 std::optional<std::size_t> element);

  const JsonValue::Object* fields_;
  std::string path_;
  std::size_t index_ = 0;
  std::vector<JsonFault>& faults_;
  std::vector<std::string_view> taken_, wrong_;
};

}  // namespace viva
