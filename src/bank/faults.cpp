#include "bank/faults.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/json_tokens.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

// Lines of a text by offset. Columns are asked for in ascending order: a line of a million faults is then
// counted once.
class SourceLines {
 public:
  explicit SourceLines(std::string_view text) : text_{text} {
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1))
      starts_.push_back(end + 1);
  }

  std::size_t line(std::size_t at) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(starts_, at) - starts_.begin());
  }

  std::size_t begin(std::size_t line) const { return starts_[line - 1]; }

  // Without the line break.
  std::size_t end(std::size_t line) const {
    if (line == starts_.size()) return text_.size();
    const auto end = starts_[line] - 1;
    return end > begin(line) && text_[end - 1] == '\r' ? end - 1 : end;
  }

  std::size_t column(std::size_t at) {
    if (const auto start = begin(line(at)); counted_to_ < start || counted_to_ > at) {
      counted_to_ = start;
      column_ = 1;
    }
    column_ += count_code_points(text_.substr(counted_to_, at - counted_to_));
    counted_to_ = at;
    return column_;
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_{0};
  std::size_t counted_to_ = 0, column_ = 1;
};

// The part of a line that is worth keeping for an excerpt round `at`.
std::string_view window(std::string_view text, std::size_t begin, std::size_t at, std::size_t end) {
  constexpr std::size_t before = 500, after = 1000;
  if (at - begin > before) begin = at - before;
  while (begin < at && continues_code_point(text[begin])) ++begin;
  if (end - at > after) end = at + after;
  while (end > at && end < text.size() && continues_code_point(text[end])) --end;
  return text.substr(begin, end - begin);
}

std::string label(const Subject& subject, const Bank& bank) {
  const auto named = [&](std::string_view noun, const auto& parts) {
    const auto& id = parts[subject.index].id;
    if (id.empty()) return fmt::format("{} {}: ", noun, subject.index + 1);
    const auto name = quote(id);
    return fmt::format("{} '{}': ", noun, std::string_view{name}.substr(1, name.size() - 2));
  };
  switch (subject.kind) {
    case Subject::Kind::bank: return {};
    case Subject::Kind::tier: return named("tier", bank.tiers);
    case Subject::Kind::topic: return named("topic", bank.topics);
    case Subject::Kind::round: return named("round", bank.rounds);
    case Subject::Kind::item: return named("item", bank.items);
  }
  return {};
}

std::string message(const Fault& fault, const Bank& bank, const SourceLines& lines) {
  auto text = label(fault.subject, bank) + fault.what;
  if (fault.earlier != nowhere) text += fmt::format(" {}", lines.line(fault.earlier));
  if (!fault.advice.empty()) text += "; " + fault.advice;
  return text;
}

void locate(const Fault& fault, std::string_view text, std::string_view original, SourceLines& lines,
            Diagnostic& diagnostic) {
  const auto line = lines.line(fault.at);
  const auto begin = lines.begin(line);
  const auto end = std::max(lines.end(line), fault.at);
  const auto length = fault.length > 0 ? fault.length : token_at(text, fault.at).size();
  const auto kept = window(text, begin, fault.at, end);
  const auto kept_from = static_cast<std::size_t>(kept.data() - text.data());
  diagnostic.line = line;
  diagnostic.column = lines.column(fault.at);
  diagnostic.length =
      std::max<std::size_t>(1, count_code_points(text.substr(fault.at, std::min(length, end - fault.at))));
  diagnostic.source = valid_utf8(original.substr(kept_from, kept.size()));
  diagnostic.source_column =
      diagnostic.column - count_code_points(text.substr(kept_from, fault.at - kept_from));
}

}  // namespace

void Faults::add(Fault fault) {
  if (!full()) {
    kept_.push_back(std::move(fault));
    return;
  }
  ++left_out_;
  if (fault.severity == Severity::error) left_out_worst_ = Severity::error;
}

void Faults::forget(std::string_view text, const std::vector<std::size_t>& unreadable) {
  std::erase_if(kept_, [&](const Fault& fault) {
    if (fault.at == nowhere) return false;
    const auto length = std::max(fault.length, token_at(text, fault.at).size());
    const auto next = std::ranges::lower_bound(unreadable, fault.at);
    return next != unreadable.end() && *next < fault.at + length;
  });
}

std::vector<Diagnostic> Faults::diagnose(const Bank& bank, std::string_view text, std::string_view original,
                                         std::string_view file) && {
  std::vector<Diagnostic> diagnostics;
  if (kept_.empty()) return diagnostics;
  SourceLines lines{text};
  std::ranges::stable_sort(kept_, {}, [](const Fault& fault) { return fault.at + 1; });  // whole file first
  diagnostics.reserve(kept_.size() + 1);
  for (const auto& fault : kept_) {
    auto& diagnostic = diagnostics.emplace_back();
    diagnostic.severity = fault.severity;
    diagnostic.file = file;
    diagnostic.message = message(fault, bank, lines);
    if (fault.at != nowhere) locate(fault, text, original, lines, diagnostic);
  }
  if (left_out_ == 0) return diagnostics;
  auto& rest = diagnostics.emplace_back();
  rest.severity = left_out_worst_;
  rest.file = file;
  rest.message = fmt::format("{} more faults are not shown; mend these first", left_out_);
  return diagnostics;
}

}  // namespace viva
