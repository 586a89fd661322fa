// A line of JSON Lines as a record: its fields are taken one after another by name and type, and all that is
// wrong with them is collected.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/json_line.hpp"
#include "viva/memory/review.hpp"

namespace viva {

struct LineFault {
  std::optional<Extent> at;  // none: the whole line
  std::string message;
};

// Stores `value` in `out`; where it is not of that type, returns what it must be.
using Expected = std::optional<std::string_view>;
Expected convert(const JsonValue& value, std::string& out);
Expected convert(const JsonValue& value, int& out);
Expected convert(const JsonValue& value, std::optional<int>& out);
Expected convert(const JsonValue& value, std::vector<int>& out);
Expected convert(const JsonValue& value, Rating& out);  // any number: the range is a rule of reviews
Expected convert(const JsonValue& value, Mode& out);
Expected convert(const JsonValue& value, Instant& out);
Expected convert(const JsonValue& value, Day& out);

// Names given to it must outlive it.
class Record {
 public:
  explicit Record(std::vector<JsonField> fields);

  bool has(std::string_view field) const;
  bool is_wrong(std::string_view field) const;  // missing, or complained about
  Extent place(std::string_view field) const;   // of its value; it must be there

  template <typename T>
  void require(std::string_view field, T& out) {
    if (has(field))
      accept(field, out);
    else
      note_missing(field);
  }

  // The same, but it may be missing: `out` is as it was.
  template <typename T>
  void accept(std::string_view field, T& out) {
    if (const auto* value = take(field))
      if (const auto expected = convert(*value, out)) complain_of_type(field, *expected);
  }

  // A value of any kind, to be read by someone else: where it is.
  std::optional<Extent> require_place(std::string_view field);

  // Of a field's value. A field is wrong once: what follows from that is not told.
  void complain(std::string_view field, std::string message);

  // When all has been taken: everything wrong, by place. What nobody took is wrong, since to pass over it
  // would be to lose it.
  std::vector<LineFault> finish();

 private:
  std::size_t find(std::string_view field) const;
  const JsonValue* take(std::string_view field);
  void note_missing(std::string_view field);
  void complain_of_type(std::string_view field, std::string_view expected);
  void complain_of_name(std::size_t index);

  std::vector<JsonField> fields_;
  std::vector<bool> taken_;
  std::vector<std::string_view> wrong_;
  std::vector<LineFault> faults_;
  std::string missing_;
};

}  // namespace viva
