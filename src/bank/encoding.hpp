// Whether a bank's bytes are UTF-8, and what to say where they are not.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "bank/faults.hpp"

namespace viva {

// Adds a fault and returns true where there is nothing to parse: no text, or UTF-16 or UTF-32.
bool is_hopeless(std::string_view text, Faults& faults);

// `text` without a byte order mark, which is a warning.
std::string_view without_mark(std::string_view text, Faults& faults);

// Every byte that is not part of valid UTF-8, ascending.
std::vector<std::size_t> invalid_bytes(std::string_view text);

// `text` with "?" for each of the `invalid` bytes, so that the rest can be checked at the same offsets.
std::string repaired(std::string_view text, const std::vector<std::size_t>& invalid);

// Adds a fault for each run of invalid bytes.
void report_invalid(std::string_view text, const std::vector<std::size_t>& invalid, Faults& faults);

}  // namespace viva
