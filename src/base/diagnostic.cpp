#include "viva/base/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "viva/base/text.hpp"

namespace viva {
namespace {

// A source line in three parts, safe to print: before, under and after the mark.
struct Excerpt {
  std::string before, marked, after;

  int columns() const { return width(before) + width(marked) + width(after); }
};

// Takes up to `count` code points off the front of valid UTF-8.
std::string_view take(std::string_view& text, std::size_t count) {
  std::size_t end = 0;
  while (end < text.size() && count-- > 0) do
      ++end;
    while (end < text.size() && continues_code_point(text[end]));
  const auto taken = text.substr(0, end);
  text.remove_prefix(end);
  return taken;
}

Excerpt split(const Diagnostic& diagnostic) {
  const auto source = valid_utf8(diagnostic.source);
  std::string_view rest = source;
  if (diagnostic.column < diagnostic.source_column)
    return {.before = printable(source), .marked = {}, .after = {}};
  const auto before = take(rest, diagnostic.column - diagnostic.source_column);
  const auto marked = take(rest, std::max<std::size_t>(diagnostic.length, 1));
  return {printable(before), printable(marked), printable(rest)};
}

std::string clip_front(const std::string& text, int columns) {
  int used = width(text);
  if (used <= columns) return text;
  std::size_t cut = 0;
  for (const auto cluster : graphemes(text)) {
    if (used + 1 <= columns) break;
    used -= width(cluster);
    cut += cluster.size();
  }
  return "…" + text.substr(cut);
}

// The mark stays; what is left of `columns` goes to both sides of it, and what one side does not need to the
// other.
void cut_to(int columns, Excerpt& excerpt) {
  if (excerpt.columns() <= columns) return;
  if (width(excerpt.marked) > columns * 2 / 3) {
    excerpt.marked = clip(excerpt.marked, columns * 2 / 3);
    excerpt.after.clear();
  }
  const int room = columns - std::max(width(excerpt.marked), 1);
  excerpt.after = clip(excerpt.after, std::max(room / 2, room - width(excerpt.before)));
  excerpt.before = clip_front(excerpt.before, room - width(excerpt.after));
}

std::string without_trailing_spaces(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

std::string heading(const Diagnostic& diagnostic) {
  std::string where = printable(diagnostic.file);
  if (diagnostic.line > 0) where += fmt::format(":{}", diagnostic.line);
  if (diagnostic.line > 0 && diagnostic.column > 0) where += fmt::format(":{}", diagnostic.column);
  if (!where.empty()) where += ": ";
  const auto* severity = diagnostic.severity == Severity::error ? "error" : "warning";
  return fmt::format("{}{}: {}\n", where, severity, printable(diagnostic.message));
}

}  // namespace

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
  return std::ranges::any_of(diagnostics, [](const auto& d) { return d.severity == Severity::error; });
}

std::string diagnostic_text(const Diagnostic& diagnostic, int width_limit) {
  auto out = heading(diagnostic);
  if (diagnostic.line == 0 || diagnostic.source.empty()) return out;
  const auto number = fmt::format("{:>5}", diagnostic.line);
  auto excerpt = split(diagnostic);
  cut_to(std::max(width_limit - static_cast<int>(number.size()) - 3, 20), excerpt);
  out += without_trailing_spaces(number + " | " + excerpt.before + excerpt.marked + excerpt.after) + '\n';
  if (diagnostic.column == 0) return out;
  const auto indent = static_cast<std::size_t>(width(excerpt.before));
  const auto tail = static_cast<std::size_t>(std::max(width(excerpt.marked), 1)) - 1;
  out += fmt::format("{:{}} | {:{}}^{:~<{}}\n", "", number.size(), "", indent, "", tail);
  return out;
}

std::string diagnostic_text(const std::vector<Diagnostic>& diagnostics, int width_limit) {
  std::string out;
  for (const auto& diagnostic : diagnostics) out += diagnostic_text(diagnostic, width_limit);
  return out;
}

}  // namespace viva
