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

// Fills lines with one paragraph, unit by unit. A unit is what stands between two places where a line may
// end.
class Wrapping {
 public:
  Wrapping(int columns, std::vector<std::string>& lines) : columns_{columns}, lines_{lines} {}

  // `text` is breakable().
  void paragraph(std::string_view text) {
    has_zero_width_ = text.find(zero_width) != std::string_view::npos;
    while (!text.empty()) {
      const auto start = text.find_first_not_of(' ');
      if (start == std::string_view::npos) break;
      text.remove_prefix(start);
      const auto word = text.substr(0, text.find(' '));
      text.remove_prefix(word.size());
      add_word(word);
    }
    end_line();
  }

 private:
  void end_line() {
    lines_.push_back(std::exchange(line_, {}));
    used_ = 0;
  }

  void add_word(std::string_view word) {
    int gap = used_ > 0 ? 1 : 0;
    if (utf8::is_plain_ascii(word)) return add_unit(word, static_cast<int>(word.size()), gap);
    std::size_t begin = 0, last = 0;  // of the unit, and of its last cluster
    int columns = 0;
    for (std::size_t at = 0; at < word.size();) {
      const auto next = first_cluster(word.substr(at));
      if (at > last && may_break(word.substr(last, at - last), word.substr(at, next.size))) {
        add_unit(word.substr(begin, at - begin), columns, std::exchange(gap, 0));
        begin = at;
        columns = 0;
      }
      last = at;
      at += next.size;
      columns += next.columns;
    }
    add_unit(word.substr(begin), columns, gap);
  }

  void add_unit(std::string_view unit, int columns, int gap) {
    if (used_ > 0 && used_ + gap + columns > columns_) {
      end_line();
      gap = 0;
    }
    if (columns > columns_) return add_long(unit);
    line_.append(static_cast<std::size_t>(gap), ' ');
    append(unit);
    used_ += gap + columns;
  }

  void add_long(std::string_view unit) {
    while (!unit.empty()) {
      const auto next = first_cluster(unit);
      add_part(unit.substr(0, next.size), next.columns);
      unit.remove_prefix(next.size);
    }
  }

  void add_part(std::string_view cluster, int columns) {
    if (columns > columns_) return add_wide_cluster(cluster);
    if (used_ > 0 && used_ + columns > columns_) end_line();
    append(cluster);
    used_ += columns;
  }

  void add_wide_cluster(std::string_view cluster) {
    constexpr char32_t emoji_selector = 0xFE0F;  // may widen what it follows
    for (std::size_t at = 0; at < cluster.size();) {
      const auto next = utf8::decode(cluster, at);
      const int columns = next.code_point == emoji_selector ? 1 : columns_of(next.code_point);
      if (used_ > 0 && used_ + columns > columns_) end_line();
      append(cluster.substr(at, next.size));
      used_ += columns;
      at += next.size;
    }
  }

  void append(std::string_view text) {
    for (auto at = has_zero_width_ ? text.find(zero_width) : std::string_view::npos;
         at != std::string_view::npos; at = text.find(zero_width)) {
      line_ += text.substr(0, at);
      text.remove_prefix(at + zero_width.size());
    }
    line_ += text;
  }

  int columns_;
  std::vector<std::string>& lines_;
  std::string line_;
  int used_ = 0;
  bool has_zero_width_ = false;  // few texts have such a space
};

}  // namespace

bool may_break(std::string_view before, std::string_view after) {
  if (utf8::is_plain_ascii(before) && utf8::is_plain_ascii(after)) return false;
  return may_break_between(decisive_before(before), utf8::decode(after, 0).code_point);
}

std::vector<std::string> wrap(std::string_view text, int columns) {
  std::vector<std::string> lines;
  if (utf8::is_plain_ascii(text)) {
    Wrapping{std::max(columns, 1), lines}.paragraph(text);
    return lines;
  }
  const auto source = with_newlines(text);
  for (const auto paragraph : split_lines(source))
    Wrapping{std::max(columns, 1), lines}.paragraph(breakable(paragraph));
  return lines;
}

}  // namespace viva
