// The tokens of a JSON text, found again by their offset to show a fault.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace viva {

// Offset of the first byte at or after `at` that is not white space; the text's size where there is none.
std::size_t skip_space(std::string_view text, std::size_t at);

// The token that begins at `at`: a string with its quotes (to the end of the line where it is not closed), a
// word or number, or one character. Empty at the end of the text.
std::string_view token_at(std::string_view text, std::size_t at);

// The number, valid JSON, that begins at `at`.
std::string_view number_at(std::string_view text, std::size_t at);

// A text from anywhere in double quotes, for a message: printable, and not too long.
std::string quote(std::string_view text);

}  // namespace viva
