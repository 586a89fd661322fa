// Entities of HTML, by which Markdown names characters: "&amp;", "&#38;", "&#x26;".
#pragma once

#include <optional>
#include <string_view>

namespace viva {

// The code point that `entity`, from its ampersand to its semicolon, stands for: a number's (U+FFFD where it
// is none of a character), or that of a name of HTML 4 or "apos". Nothing: no entity.
std::optional<char32_t> decode_entity(std::string_view entity);

}  // namespace viva
