// Part of viva/base/text.hpp: where lines end.
#include <algorithm>
#include <utility>

#include "base/character.hpp"
#include "base/utf8.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

constexpr std::string_view zero_width = "\u200B";

// The last code point of valid UTF-8 that is not empty.
char32_t last_code_point(std::string_view text) {
  auto at = text.size() - 1;
  while (at > 0 && continues_code_point(text[at])) --at;
  return utf8::decode(text, at).code_point;
}

bool decides_alone(char32_t c) { return c == zero_width_space || c == 0x2060 || c == 0xFEFF; }

// What decides about a break after the cluster: its letter, or what is invisible at its end.
char32_t decisive_before(std::string_view cluster) {
  const auto last = last_code_point(cluster);
  if (decides_alone(last)) return last;
  for (std::size_t at = 0; at < cluster.size();) {
    const auto next = utf8::decode(cluster, at);
    if (!is_invisible(next.code_point)) return next.code_point;
    at += next.size;
  }
  return last;
}

// Finds the lines of one paragraph, unit by unit. A unit is what stands between two places where a line may
// end.
class Wrapping {
 public:
  // `text` is breakable().
  Wrapping(std::string_view text, int columns) : text_{text}, columns_{columns} {}

  std::vector<TextRange> run() {
    for (std::size_t at = 0; at < text_.size();) {
      const auto begin = std::min(text_.find_first_not_of(' ', at), text_.size());
      const auto end = std::min(text_.find(' ', begin), text_.size());
      if (begin < end) add_word(begin, end, static_cast<int>(begin - at));
      at = end;
    }
    end_line();
    return std::move(lines_);
  }

 private:
  // A mark without width may be all there is on a line.
  bool is_empty() const { return line_.begin == line_.end; }

  void end_line() {
    lines_.push_back(std::exchange(line_, {}));
    used_ = 0;
  }

  // `gap`: the spaces before it.
  void add_word(std::size_t begin, std::size_t end, int gap) {
    const auto word = text_.substr(begin, end - begin);
    if (utf8::is_plain_ascii(word)) return add_unit({begin, end}, static_cast<int>(word.size()), gap);
    std::size_t unit = begin, last = begin;  // where the unit and its last cluster begin
    int columns = 0;
    for (auto at = begin; at < end;) {
      const auto next = first_cluster(text_.substr(at, end - at));
      if (at > last && may_break(text_.substr(last, at - last), text_.substr(at, next.size))) {
        add_unit({unit, at}, columns, std::exchange(gap, 0));
        unit = at;
        columns = 0;
      }
      last = at;
      at += next.size;
      columns += next.columns;
    }
    add_unit({unit, end}, columns, gap);
  }

  void add_unit(TextRange unit, int columns, int gap) {
    if (!is_empty() && used_ + gap + columns > columns_) end_line();
    if (is_empty()) gap = 0;
    if (columns > columns_) return add_long(unit);
    used_ += gap;
    append(unit, columns);
  }

  void add_long(TextRange unit) {
    while (unit.begin < unit.end) {
      const auto next = first_cluster(text_.substr(unit.begin, unit.end - unit.begin));
      add_part({unit.begin, unit.begin + next.size}, next.columns);
      unit.begin += next.size;
    }
  }

  void add_part(TextRange cluster, int columns) {
    if (columns > columns_) return add_wide_cluster(cluster);
    if (!is_empty() && used_ + columns > columns_) end_line();
    append(cluster, columns);
  }

  void add_wide_cluster(TextRange cluster) {
    constexpr char32_t emoji_selector = 0xFE0F;  // may widen what it follows
    for (auto at = cluster.begin; at < cluster.end;) {
      const auto next = utf8::decode(text_, at);
      const int columns = next.code_point == emoji_selector ? 1 : columns_of(next.code_point);
      if (!is_empty() && used_ + columns > columns_) end_line();
      append({at, at + next.size}, columns);
      at += next.size;
    }
  }

  void append(TextRange part, int columns) {
    if (is_empty()) line_.begin = part.begin;
    line_.end = part.end;
    used_ += columns;
  }

  std::string_view text_;
  int columns_;
  std::vector<TextRange> lines_;
  TextRange line_{};
  int used_ = 0;
};

}  // namespace

std::vector<TextRange> wrapped_ranges(std::string_view text, int columns) {
  return Wrapping{text, std::max(columns, 1)}.run();
}

std::string without_breaks(std::string_view text) {
  std::string out;
  for (auto at = text.find(zero_width); at != std::string_view::npos; at = text.find(zero_width)) {
    out += text.substr(0, at);
    text.remove_prefix(at + zero_width.size());
  }
  return out += text;
}

bool may_break(std::string_view before, std::string_view after) {
  if (utf8::is_plain_ascii(before) && utf8::is_plain_ascii(after)) return false;
  return may_break_between(decisive_before(before), utf8::decode(after, 0).code_point);
}

std::vector<std::string> wrap(std::string_view text, int columns) {
  std::vector<std::string> lines;
  if (utf8::is_plain_ascii(text)) {
    for (const auto [begin, end] : wrapped_ranges(text, columns))
      lines.emplace_back(text.substr(begin, end - begin));
    return lines;
  }
  const auto source = with_newlines(text);
  for (const auto line : split_lines(source)) {
    const auto shown = breakable(line);
    for (const auto [begin, end] : wrapped_ranges(shown, columns))
      lines.push_back(without_breaks(std::string_view{shown}.substr(begin, end - begin)));
  }
  return lines;
}

}  // namespace viva
