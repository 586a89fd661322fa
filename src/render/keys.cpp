#include "render/keys.hpp"

#include <utility>

#include "viva/base/text.hpp"

namespace viva {
namespace {

// "viva drill", " --id a", " --id b": an option in quotes is none.
std::vector<std::string_view> parts(std::string_view command) {
  std::vector<std::string_view> found;
  bool in_quotes = false;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < command.size(); ++at) {
    if (command[at] == '\'') in_quotes = !in_quotes;
    if (in_quotes || at == 0 || !command.substr(at).starts_with(" --")) continue;
    found.push_back(command.substr(begin, at - begin));
    begin = at;
  }
  found.push_back(command.substr(begin));
  return found;
}

}  // namespace

void add_keys(Page& page, std::string_view lead, const std::vector<Key>& keys, int columns) {
  Line line;
  int used = 0;
  if (!lead.empty()) {
    add_wrapped(page, {}, lead, columns);
    line = std::move(page.back());
    page.pop_back();
    for (const auto& span : line) used += width(span.text);
  }
  for (const auto& [key, meaning] : keys) {
    const int needed = width(key) + 1 + width(meaning);
    if (used > 0 && used + 3 + needed > columns) {
      page.push_back(std::move(line));
      line = {};
      used = 0;
    }
    if (used > 0) line.push_back({"   "});
    line.push_back({key, Style::accent});
    line.push_back({" " + meaning, Style::dim});
    used += needed + (used > 0 ? 3 : 0);
  }
  page.push_back(std::move(line));
}

void add_command(Page& page, std::string_view command, int columns) {
  constexpr std::string_view indent = "  ", more = " \\";
  std::string line{indent};
  for (const auto part : parts(command)) {
    const int needed = width(printable(line)) + width(printable(part)) + width(more);
    if (line.size() > indent.size() && needed > columns) {
      page.push_back({{std::exchange(line, "   ") + std::string{more}, Style::accent}});
    }
    line += part;
  }
  page.push_back({{line, Style::accent}});
}

}  // namespace viva
