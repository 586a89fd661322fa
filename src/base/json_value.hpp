// A JSON text as a value that knows where its parts are. Members of objects stay in the order of the text,
// and a name may come twice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace viva {

// Bytes of a text.
struct Extent {
  std::size_t begin = 0, end = 0;
};

struct JsonMember;

struct JsonValue {
  using List = std::vector<JsonValue>;
  using Object = std::vector<JsonMember>;

  // monostate: null. int64_t: a negative whole number. A whole number that is too large is a double.
  std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string, List, Object> content;
  Extent at;
};

struct JsonMember {
  std::string name;
  Extent name_at;
  JsonValue value;
};

struct JsonText {
  std::optional<JsonValue> value;    // what was read before a fault; none: not even the beginning of a value
  std::optional<std::size_t> fault;  // the byte that does not fit; the text's size: it ends too early
};

// How deep lists and objects are kept. One that is nested deeper is kept empty: a hostile text nests without
// end, and no format of viva is deeper.
inline constexpr std::size_t deepest_json = 8;

JsonText parse_json(std::string_view text);

// Why a text with a fault is not JSON, in the parser's words. They may hold bytes of the text.
std::string explain_json_fault(std::string_view text);

}  // namespace viva
