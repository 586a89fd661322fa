// A bank in a form that is read without parsing or looking up names: the build packs viva's own bank, which
// is unpacked at every start. Not a format for files: it changes whenever a field does.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "viva/bank/bank.hpp"

namespace viva {

// `bank` is as parse_bank returns it, without errors.
std::string pack(Bank bank);

// None: the bytes are not those of a bank whose indexes exist. Any bytes are safe. Texts are not checked.
std::optional<Bank> unpack(std::string_view bytes);

}  // namespace viva
