#include "viva/bank/bank.hpp"

#include "bank/draft.hpp"
#include "bank/encoding.hpp"

namespace viva {
namespace {

ParsedBank parse_valid(std::string_view text, Draft draft, Faults faults, std::string_view file) {
  ParsedBank parsed;
  parsed.bank = resolve(std::move(draft), faults);
  parsed.diagnostics = std::move(faults).diagnose(parsed.bank, text, text, file);
  return parsed;
}

// Reads a copy of the same length, so that what is not UTF-8 does not hide the faults after it.
ParsedBank parse_repaired(std::string_view text, const std::vector<std::size_t>& invalid, Faults faults,
                          std::string_view file) {
  ParsedBank parsed;
  const auto copy = repaired(text, invalid);
  parsed.bank = resolve(read_bank(copy, faults), faults);
  faults.forget(copy, invalid);
  report_invalid(text, invalid, faults);
  parsed.diagnostics = std::move(faults).diagnose(parsed.bank, copy, text, file);
  return parsed;
}

}  // namespace

ParsedBank parse_bank(std::string_view text, std::string_view file) {
  Faults before;
  text = without_mark(text, before);
  if (is_hopeless(text, before)) return parse_valid(text, {}, std::move(before), file);
  auto faults = before;
  auto draft = read_bank(text, faults);
  // Only a text that could not be read to its end may hold bytes that are not UTF-8.
  const auto invalid = draft.whole ? std::vector<std::size_t>{} : invalid_bytes(text);
  if (!invalid.empty()) return parse_repaired(text, invalid, std::move(before), file);
  return parse_valid(text, std::move(draft), std::move(faults), file);
}

bool has_answer(const Item& item) {
  return !item.answer.empty() || !item.pitfalls.empty() || !item.references.empty();
}

}  // namespace viva
