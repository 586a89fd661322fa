#include "pdf/styled_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace viva::pdf {
namespace {

constexpr std::size_t longest_address = 120;
constexpr std::string_view isolate = "\u2066", isolate_end = "\u2069";  // left to right

bool tells_direction(char32_t c) {
  const auto within = [c](char32_t low, char32_t high) { return c >= low && c <= high; };
  return within(0x0590, 0x08FF) || within(0x200E, 0x200F) || within(0x202A, 0x202E) ||
         within(0x2066, 0x2069) || within(0xFB1D, 0xFDFF) || within(0xFE70, 0xFEFF) ||
         within(0x10800, 0x10FFF) || within(0x1E800, 0x1EFFF);
}

class Styling {
 public:
  explicit Styling(const RichSpans& spans)
      : spans_{spans}, isolates_{std::ranges::any_of(spans, [](const RichSpan& span) {
          return has_directions(span.text);
        })} {}

  StyledText style() {
    for (std::size_t i = 0; i < spans_.size(); ++i) {
      const auto& span = spans_[i];
      if (i == 0 || spans_[i - 1].link != span.link) link_begin_ = made_.text.size();
      add(span);
      if (!span.link.empty() && (i + 1 == spans_.size() || spans_[i + 1].link != span.link)) end_link(span);
    }
    return std::move(made_);
  }

 private:
  void add(const RichSpan& span) {
    const auto begin = made_.text.size();
    if (span.code && isolates_) made_.text += isolate;
    made_.text += span.text;
    if (span.code && isolates_) made_.text += isolate_end;
    if (span.emphasis || span.strong || span.code || !span.link.empty())
      made_.runs.push_back({begin, made_.text.size(), span.emphasis, span.strong, span.code, span.link});
  }

  void end_link(const RichSpan& span) {
    const auto said = std::string_view{made_.text}.substr(link_begin_);
    if (said == span.link || span.link.size() > longest_address) return;
    made_.text += " (";
    const auto begin = made_.text.size();
    made_.text += span.link;
    made_.runs.push_back({.begin = begin, .end = made_.text.size(), .address = span.link});
    made_.text += ')';
  }

  const RichSpans& spans_;
  bool isolates_;
  StyledText made_;
  std::size_t link_begin_ = 0;
};

}  // namespace

bool has_directions(std::string_view text) {
  if (utf8::is_ascii(text)) return false;
  for (std::size_t at = 0; at < text.size();) {
    const auto next = utf8::decode(text, at);
    if (tells_direction(next.code_point)) return true;
    at += next.size;
  }
  return false;
}

StyledText styled_text(const RichSpans& spans) { return Styling{spans}.style(); }

StyledText StyledText::part(std::size_t begin, std::size_t end) const {
  StyledText made{text.substr(begin, end - begin)};
  auto run = std::ranges::lower_bound(runs, begin, std::ranges::less_equal{}, &StyledRun::end);
  for (; run != runs.end() && run->begin < end; ++run) {
    made.runs.push_back(*run);
    made.runs.back().begin = std::max(run->begin, begin) - begin;
    made.runs.back().end = std::min(run->end, end) - begin;
  }
  return made;
}

}  // namespace viva::pdf
