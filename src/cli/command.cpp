#include "cli/command.hpp"

#include <fmt/format.h>

#include <charconv>

#include "viva/base/suggest.hpp"

namespace viva {

std::vector<std::string> Option::spellings() const {
  std::vector<std::string> all;
  for (std::string_view rest = names; !rest.empty();) {
    const auto end = rest.find(',');
    all.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  }
  return all;
}

Option flag(Option option, bool& value) {
  option.flag = &value;
  return option;
}

Option text(Option option, std::string& value) {
  option.store = [&value](const std::string& typed) {
    value = typed;
    return std::string{};
  };
  return option;
}

Option text(Option option, std::optional<std::string>& value) {
  option.store = [&value](const std::string& typed) {
    value = typed;
    return std::string{};
  };
  return option;
}

Option texts(Option option, std::vector<std::string>& values) {
  option.repeatable = true;
  option.store = [&values](const std::string& typed) {
    values.push_back(typed);
    return std::string{};
  };
  return option;
}

std::optional<int> parse_whole_number(std::string_view text, int least, int most) {
  int number = 0;
  const auto* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  const bool fits = error == std::errc{} && rest == end && number >= least && number <= most;
  return fits ? std::optional{number} : std::nullopt;
}

std::string not_a_whole_number(std::string_view text, int least, int most) {
  return fmt::format("\"{}\" is not a whole number from {} to {}", text, least, most);
}

std::string either(const std::vector<std::string>& words) {
  std::string all;
  for (std::size_t i = 0; i < words.size(); ++i)
    all += (i == 0 ? "" : i + 1 < words.size() ? ", " : " or ") + words[i];
  return all;
}

std::string not_one_of(std::string_view text, const std::vector<std::string>& words) {
  return fmt::format("there is no \"{}\"{}", text, suggestion(text, words));
}

}  // namespace viva
