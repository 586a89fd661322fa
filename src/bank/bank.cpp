#include "viva/bank/bank.hpp"

#include "bank/draft.hpp"
#include "bank/encoding.hpp"

namespace viva {
namespace {

// `text` is `original`, but that bytes which are not UTF-8 are "?".
ParsedBank diagnosed(Bank bank, Faults faults, std::string_view text, std::string_view original,
                     std::string_view file) {
  ParsedBank parsed{std::move(bank), {}};
  parsed.diagnostics = std::move(faults).diagnose(parsed.bank, text, original, file);
  return parsed;
}

// Reads a copy of the same length without the invalid bytes, so that they do not hide the faults after them.
ParsedBank parse_repaired(std::string_view text, const std::vector<std::size_t>& invalid, Faults faults,
                          std::string_view file) {
  const auto copy = repaired(text, invalid);
  auto bank = resolve(read_bank(copy, faults), faults);
  faults.forget(copy, invalid);
  report_invalid(text, invalid, faults);
  return diagnosed(std::move(bank), std::move(faults), copy, text, file);
}

}  // namespace

// Bytes become a text (encoding.hpp), the text a draft (reader.cpp), the draft a bank (resolve.cpp), and the
// faults found on the way diagnostics (faults.hpp).
ParsedBank parse_bank(std::string_view bytes, std::string_view file) {
  Faults faults;
  const auto text = without_mark(bytes, faults);
  if (is_hopeless(text, faults)) return diagnosed({}, std::move(faults), text, text, file);
  const auto faults_so_far = faults;
  auto draft = read_bank(text, faults);
  if (!draft.whole)  // else the parser has seen that all of it is UTF-8
    if (const auto invalid = invalid_bytes(text); !invalid.empty())
      return parse_repaired(text, invalid, faults_so_far, file);
  auto bank = resolve(std::move(draft), faults);
  return diagnosed(std::move(bank), std::move(faults), text, text, file);
}

bool has_answer(const Item& item) {
  return !item.answer.empty() || !item.pitfalls.empty() || !item.references.empty();
}

}  // namespace viva
