#include "viva/session/drill_command.hpp"

#include <fmt/format.h>

#include "base/escape.hpp"

namespace viva {

std::string with_value(std::string_view option, std::string_view value) {
  return fmt::format(" {}{}{}", option, value.starts_with('-') ? '=' : ' ', shell_word(value));
}

std::string filter_arguments(const Filter& filter) {
  std::string words;
  for (const auto& criterion : filter_criteria())
    for (const auto& value : values_of(filter, criterion))
      words +=
          criterion.type.empty() ? fmt::format(" {}", criterion.name) : with_value(criterion.name, value);
  return words;
}

std::string drill_command(const Filter& filter) { return "viva drill" + filter_arguments(filter); }

}  // namespace viva
