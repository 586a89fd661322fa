// One line of JSON that holds one flat object, with the place of each of its parts, for diagnostics.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace viva {

// Bytes of the line.
struct Extent {
  std::size_t begin = 0, end = 0;
};

// A whole number, a text, or a list of whole numbers; monostate stands for everything else there is.
using JsonValue = std::variant<std::monostate, std::int64_t, std::string, std::vector<std::int64_t>>;

struct JsonField {
  std::string name;
  JsonValue value;
  Extent name_at, value_at;
};

struct JsonLine {
  std::vector<JsonField> fields;  // in order; a name may come twice
  std::optional<Extent> fault;    // where it stops being a JSON object
};

// `line` is valid UTF-8 without a newline.
JsonLine parse_json_line(std::string_view line);

}  // namespace viva
