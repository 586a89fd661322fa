// A command as a value: its name and help, the options it takes, and what it does. Parsing, help, completion
// and the manual all read this. An option checks its value and stores it in a variable, which must live as
// long as the option is used.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_code.hpp"
#include "viva/base/enum_names.hpp"
#include "viva/base/text.hpp"
#include "viva/session/match.hpp"

namespace viva {

struct Bank;
class Shell;

struct Option {
  std::string names;    // as typed: "--tier", "-o,--output"; without a dash it is a positional
  std::string type{};   // what help calls its value: "N"; empty for a flag and a positional
  std::string help{};   // one line
  std::string group{};  // its heading in help; empty: "Options"

  bool required = false;
  bool repeatable = false;
  std::string excludes{};  // an option that cannot be given with it
  std::string variable{};  // of the environment, that gives the value where none is typed

  // What completion offers for its value.
  bool is_file = false;
  std::vector<std::string> words{};                      // all there are
  std::vector<Named> (*entries)(const Bank&) = nullptr;  // of the bank in use

  // A flag is set. A value is checked and stored; what is wrong with it is returned, or "". An option with
  // neither is one that the parser carries out itself.
  bool* flag = nullptr;
  std::function<std::string(const std::string& value)> store{};

  bool is_positional() const { return !names.starts_with('-'); }
  bool takes_value() const { return is_positional() || !type.empty(); }
  std::vector<std::string> spellings() const;  // "-o" and "--output"
};

struct Command {
  using Run = std::function<ExitCode(const Shell&)>;

  std::string name{}, help{};
  std::string footer{};  // after the options in help: what else to know, and examples
  std::vector<Option> options{};
  std::vector<Command> subcommands{};  // where there are any, one must be typed
  Run run{};
};

// Each completes an option with what it does to a variable.
Option flag(Option option, bool& value);
Option text(Option option, std::string& value);
Option text(Option option, std::optional<std::string>& value);
Option texts(Option option, std::vector<std::string>& values);  // repeatable

// nullopt where the text is not a whole number from `least` to `most`.
std::optional<int> parse_whole_number(std::string_view text, int least, int most);
std::string not_a_whole_number(std::string_view text, int least, int most);

// `value`: an int or uint64, or an optional one.
template <typename Number>
Option number(Option option, int least, int most, Number& value) {
  option.store = [least, most, &value](const std::string& typed) -> std::string {
    const auto number = parse_whole_number(typed, least, most);
    if (!number) return not_a_whole_number(typed, least, most);
    value = *number;
    return "";
  };
  return option;
}

// "text, markdown or json"
std::string either(const std::vector<std::string>& words);
template <typename Enum, std::size_t size>
std::string either(const EnumNames<Enum, size>& names) {
  return either({names.all.begin(), names.all.end()});
}

std::string not_one_of(std::string_view text, const std::vector<std::string>& words);

// One of an enum's names, in any case. `value`: an enum, an optional one, or a vector of them, which makes
// the option repeatable. Without a help text, the help is which names there are.
template <typename Enum, std::size_t size, typename Value>
Option one_of(Option option, const EnumNames<Enum, size>& names, Value& value) {
  constexpr bool many = requires(Enum one) { value.push_back(one); };
  option.repeatable = many;
  option.words.assign(names.all.begin(), names.all.end());
  if (option.help.empty()) option.help = either(option.words);
  option.store = [names, &value](const std::string& typed) -> std::string {
    const auto chosen = names.value_of(fold_case(typed));
    if (!chosen) return not_one_of(typed, {names.all.begin(), names.all.end()});
    if constexpr (many)
      value.push_back(*chosen);
    else
      value = *chosen;
    return "";
  };
  return option;
}

}  // namespace viva
