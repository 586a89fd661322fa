#include "viva/bank/bank.hpp"

#include <fmt/format.h>

#include <unordered_map>
#include <unordered_set>

#include "bank/draft.hpp"
#include "bank/encoding.hpp"

namespace viva {
namespace {

// `text` is `original` with "?" for each byte that is not UTF-8.
ParsedBank diagnosed(Bank bank, Faults faults, std::string_view text, std::string_view original,
                     std::string_view file) {
  ParsedBank parsed{std::move(bank), {}};
  parsed.diagnostics = std::move(faults).diagnose(parsed.bank, text, original, file);
  return parsed;
}

// Reads a copy of the same length without the invalid bytes, so that they do not hide the faults after them.
ParsedBank parse_with_placeholders(std::string_view text, const std::vector<std::size_t>& invalid,
                                   Faults faults, std::string_view file) {
  const auto copy = with_placeholders(text, invalid);
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
  const auto text = strip_byte_order_mark(bytes, faults);
  if (report_unparsable(text, faults)) return diagnosed({}, std::move(faults), text, text, file);
  const auto faults_so_far = faults;
  auto draft = read_bank(text, faults);
  // A text that was read to its end is valid UTF-8.
  if (!draft.whole) {
    if (const auto invalid = invalid_bytes(text); !invalid.empty())
      return parse_with_placeholders(text, invalid, faults_so_far, file);
  }
  auto bank = resolve(std::move(draft), faults);
  return diagnosed(std::move(bank), std::move(faults), text, text, file);
}

std::vector<std::string> point_keys(const std::vector<Point>& points) {
  std::unordered_set<std::string> ids, taken;  // a text may be another's id, or itself end in "#2"
  std::unordered_map<std::string, int> times;
  for (const auto& point : points)
    if (!point.id.empty()) ids.insert(point.id);
  std::vector<std::string> keys;
  for (const auto& point : points) {
    const auto& own = point.id.empty() ? point.text : point.id;
    auto key = own;
    int& time = times.try_emplace(own, 1).first->second;
    while ((point.id.empty() && ids.contains(key)) || !taken.insert(key).second)
      key = fmt::format("{} #{}", own, ++time);
    keys.push_back(std::move(key));
  }
  return keys;
}

std::vector<std::string> point_texts(const std::vector<Point>& points) {
  std::vector<std::string> texts;
  for (const auto& point : points) texts.push_back(point.text);
  return texts;
}

bool has_answer(const Item& item) {
  return !item.answer.empty() || !item.pitfalls.empty() || !item.references.empty();
}

}  // namespace viva
