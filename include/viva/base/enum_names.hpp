// The names of an enum's values, as they are typed and written: one table for both directions.
// Header only: templates, checked by the compiler.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace viva {

// Has the enum a name for this value? Compilers print one without a name as a cast: "(viva::Order)4".
template <auto value>
consteval bool is_enumerator() {
  const std::string_view function = __PRETTY_FUNCTION__;
  const char after_cast = function[function.rfind(')') + 1];
  return after_cast < '0' || after_cast > '9';
}

template <typename Enum, std::size_t size>
struct EnumNames {
  std::array<std::string_view, size> all;  // in the enum's order

  constexpr std::string_view operator[](Enum value) const { return all[static_cast<std::size_t>(value)]; }

  // The value of exactly this name; nullopt: none has it.
  constexpr std::optional<Enum> value_of(std::string_view name) const {
    for (std::size_t i = 0; i < size; ++i)
      if (all[i] == name) return static_cast<Enum>(i);
    return std::nullopt;
  }
};

// Of an enum that counts from 0. Does not compile unless every enumerator has a name.
template <typename Enum, typename... Names>
consteval auto enum_names(Names... names) {
  constexpr auto size = sizeof...(names);
  static_assert(is_enumerator<static_cast<Enum>(size - 1)>(), "more names than enumerators");
  static_assert(!is_enumerator<static_cast<Enum>(size)>(), "fewer names than enumerators");
  return EnumNames<Enum, size>{{names...}};
}

}  // namespace viva
