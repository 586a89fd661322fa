#include "base/json_record.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace viva {

std::optional<Mismatch> convert(const JsonValue& value, bool& out) {
  const auto* flag = std::get_if<bool>(&value.content);
  if (!flag) return Mismatch{"true or false"};
  out = *flag;
  return std::nullopt;
}

std::optional<Mismatch> convert(const JsonValue& value, std::string& out) {
  const auto* text = std::get_if<std::string>(&value.content);
  if (!text) return Mismatch{"a text"};
  out = *text;
  return std::nullopt;
}

namespace {

template <typename T>
std::optional<Mismatch> convert_list(const JsonValue& value, std::vector<T>& out, std::string_view expected) {
  const auto* list = std::get_if<JsonValue::List>(&value.content);
  if (!list) return Mismatch{expected};
  for (std::size_t i = 0; i < list->size(); ++i)
    if (auto mismatch = convert((*list)[i], out.emplace_back())) {
      mismatch->element = i;
      return mismatch;
    }
  return std::nullopt;
}

}  // namespace

std::optional<Mismatch> convert(const JsonValue& value, std::vector<int>& out) {
  return convert_list(value, out, "a list of whole numbers");
}

std::optional<Mismatch> convert(const JsonValue& value, std::vector<std::string>& out) {
  return convert_list(value, out, "a list of texts");
}

std::optional<Mismatch> convert(const JsonValue& value, Instant& out) {
  return convert_text(value, out, parse_instant, "a time such as \"2026-11-22T16:05:09.250Z\"");
}

std::optional<Mismatch> convert(const JsonValue& value, Day& out) {
  return convert_text(value, out, parse_day, "a date such as \"2026-11-22\"");
}

JsonRecord::JsonRecord(const JsonValue& value, std::vector<JsonFault>& faults)
    : fields_{std::get_if<JsonValue::Object>(&value.content)}, faults_{faults} {
  if (!fields_) add(JsonFault::Kind::not_an_object, {}, value.at);
}

JsonRecord::JsonRecord(const JsonValue& value, const JsonRecord& parent, std::string_view field,
                       std::size_t index)
    : fields_{std::get_if<JsonValue::Object>(&value.content)},
      path_{fmt::format("{}{}{}[{}]", parent.path_, parent.path_.empty() ? "" : ".", field, index)},
      index_{index},
      faults_{parent.faults_} {
  if (!fields_) add(JsonFault::Kind::not_an_object, {}, value.at);
}

bool JsonRecord::is_wrong(std::string_view field) const {
  return !has(field) || std::ranges::find(wrong_, field) != wrong_.end();
}

const JsonValue* JsonRecord::require(std::string_view field) {
  const auto* value = take(field);
  if (!value) add(JsonFault::Kind::missing, field, std::nullopt);
  return value;
}

void JsonRecord::require_texts(std::string_view field, std::vector<std::string>& out) {
  const auto* list = require_list(field);
  for (std::size_t i = 0; list && i < list->size(); ++i)
    if (const auto mismatch = convert((*list)[i], out.emplace_back()))
      add_wrong(JsonFault::Kind::mistyped, field, std::string{mismatch->expected}, i);
}

void JsonRecord::complain(std::string_view field, std::string message) {
  if (!is_wrong(field)) add_wrong(JsonFault::Kind::other, field, std::move(message), std::nullopt);
}

void JsonRecord::complain_of_type(std::string_view field, const Mismatch& mismatch) {
  const auto kind = mismatch.out_of_range ? JsonFault::Kind::out_of_range : JsonFault::Kind::mistyped;
  if (!is_wrong(field)) add_wrong(kind, field, std::string{mismatch.expected}, mismatch.element);
}

void JsonRecord::finish() {
  if (!fields_) return;
  for (const auto& member : *fields_)
    if (find(member.name) != &member)
      add(JsonFault::Kind::repeated, member.name, member.name_at);
    else if (std::ranges::find(taken_, member.name) == taken_.end())
      add(JsonFault::Kind::unknown, member.name, member.name_at);
}

const JsonMember* JsonRecord::find(std::string_view field) const {
  if (!fields_) return nullptr;
  const auto found = std::ranges::find(*fields_, field, &JsonMember::name);
  return found == fields_->end() ? nullptr : &*found;
}

const JsonValue* JsonRecord::take(std::string_view field) {
  const auto* member = find(field);
  if (!member) return nullptr;
  taken_.push_back(field);
  return &member->value;
}

const JsonValue::List* JsonRecord::require_list(std::string_view field) {
  const auto* value = require(field);
  if (!value) return nullptr;
  const auto* list = std::get_if<JsonValue::List>(&value->content);
  if (!list) complain_of_type(field, {"a list"});
  return list;
}

JsonFault& JsonRecord::add(JsonFault::Kind kind, std::string_view field, std::optional<Extent> at) {
  auto& fault = faults_.emplace_back();
  fault.kind = kind;
  fault.path = path_;
  fault.index = index_;
  fault.field = field;
  fault.at = at;
  return fault;
}

void JsonRecord::add_wrong(JsonFault::Kind kind, std::string_view field, std::string what,
                           std::optional<std::size_t> element) {
  auto& fault = add(kind, field, find(field)->value.at);
  fault.what = std::move(what);
  fault.element = element;
  wrong_.push_back(field);
}

}  // namespace viva
