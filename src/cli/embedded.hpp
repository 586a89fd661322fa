// Files built into viva. Header only: the build makes the sources.
#pragma once

#include <string_view>

namespace viva::embedded {

extern const std::string_view bank_json;
extern const std::string_view packed_bank;  // the same, as bank/packed.hpp has it
extern const std::string_view bank_schema;
extern const std::string_view starter_bank;

}  // namespace viva::embedded
