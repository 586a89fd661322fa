#include "store/record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "viva/base/text.hpp"

namespace viva {
namespace {

bool fits(std::int64_t number) {
  return number >= std::numeric_limits<int>::min() && number <= std::numeric_limits<int>::max();
}

template <typename T>
Expected convert_text(const JsonValue& value, T& out, std::optional<T> (*parse)(std::string_view),
                      std::string_view expected) {
  const auto* text = std::get_if<std::string>(&value);
  const auto parsed = text ? parse(*text) : std::nullopt;
  if (!parsed) return expected;
  out = *parsed;
  return {};
}

}  // namespace

Expected convert(const JsonValue& value, std::string& out) {
  const auto* text = std::get_if<std::string>(&value);
  if (!text) return "a text";
  out = *text;
  return {};
}

Expected convert(const JsonValue& value, int& out) {
  const auto* number = std::get_if<std::int64_t>(&value);
  if (!number) return "a whole number";
  if (!fits(*number)) return "a smaller number";
  out = static_cast<int>(*number);
  return {};
}

Expected convert(const JsonValue& value, std::optional<int>& out) { return convert(value, out.emplace()); }

Expected convert(const JsonValue& value, std::vector<int>& out) {
  const auto* numbers = std::get_if<std::vector<std::int64_t>>(&value);
  if (!numbers || !std::ranges::all_of(*numbers, fits)) return "a list of whole numbers";
  for (const auto number : *numbers) out.push_back(static_cast<int>(number));
  return {};
}

Expected convert(const JsonValue& value, Rating& out) {
  int number = 0;
  const auto expected = convert(value, number);
  out = static_cast<Rating>(number);
  return expected;
}

Expected convert(const JsonValue& value, Mode& out) {
  return convert_text(value, out, parse_mode, "\"drill\", \"practice\" or \"round\"");
}

Expected convert(const JsonValue& value, Instant& out) {
  return convert_text(value, out, parse_instant, "a time such as \"2026-11-22T16:05:09.250Z\"");
}

Expected convert(const JsonValue& value, Day& out) {
  return convert_text(value, out, parse_day, "a date such as \"2026-11-22\"");
}

Record::Record(std::vector<JsonField> fields) : fields_{std::move(fields)}, taken_(fields_.size()) {}

std::size_t Record::find(std::string_view field) const {
  return static_cast<std::size_t>(std::ranges::find(fields_, field, &JsonField::name) - fields_.begin());
}

bool Record::has(std::string_view field) const { return find(field) < fields_.size(); }

bool Record::is_wrong(std::string_view field) const {
  return !has(field) || std::ranges::find(wrong_, field) != wrong_.end();
}

Extent Record::place(std::string_view field) const { return fields_[find(field)].value_at; }

std::optional<Extent> Record::require_place(std::string_view field) {
  if (take(field)) return place(field);
  note_missing(field);
  return std::nullopt;
}

const JsonValue* Record::take(std::string_view field) {
  const auto index = find(field);
  if (index == fields_.size()) return nullptr;
  taken_[index] = true;
  return &fields_[index].value;
}

void Record::note_missing(std::string_view field) {
  missing_ += fmt::format("{}\"{}\"", missing_.empty() ? "" : ", ", field);
}

void Record::complain(std::string_view field, std::string message) {
  if (is_wrong(field)) return;
  wrong_.push_back(field);
  faults_.push_back({place(field), std::move(message)});
}

void Record::complain_of_type(std::string_view field, std::string_view expected) {
  complain(field, fmt::format("\"{}\" must be {}", field, expected));
}

void Record::complain_of_name(std::size_t index) {
  const auto& field = fields_[index];
  const auto shown = printable(field.name);
  if (find(field.name) != index)
    faults_.push_back({field.name_at, fmt::format("\"{}\" is there twice; keep one", shown)});
  else if (!taken_[index])
    faults_.push_back({field.name_at, fmt::format("unknown key \"{}\"; remove it, or update viva", shown)});
}

std::vector<LineFault> Record::finish() {
  for (std::size_t index = 0; index < fields_.size(); ++index) complain_of_name(index);
  std::ranges::stable_sort(faults_, {}, [](const LineFault& fault) { return fault.at->begin; });
  if (!missing_.empty()) faults_.push_back({{}, fmt::format("this line lacks {}", missing_)});
  return std::move(faults_);
}

}  // namespace viva
