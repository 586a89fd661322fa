// Why a text is not JSON. The parser knows where it stopped; this looks at what is there, and says what to
// do.
#pragma once

#include <cstddef>
#include <string_view>

#include "bank/faults.hpp"

namespace viva {

// What the parser took last before it stopped.
enum class Taken { nothing, opening, key, value };

// Explains the fault after `text[0, from)`, where `taken` ended. `opened` is the offset of the innermost
// bracket that is open, or nowhere.
Fault explain_syntax(std::string_view text, std::size_t from, Taken taken, std::size_t opened);

}  // namespace viva
