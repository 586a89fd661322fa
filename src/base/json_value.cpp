#include "base/json_value.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "base/json_source.hpp"

namespace viva {
namespace {

using Json = nlohmann::json;

// Makes the value from the events of nlohmann's parser.
class Builder {
 public:
  Builder(std::string_view text, JsonSource::PlainText plain) : source_{text, plain} {}

  JsonText build() {
    Json::sax_parse(source_.begin(), source_.end(), this);
    return std::move(result_);
  }

  bool null() { return token(std::monostate{}); }
  bool boolean(bool value) { return token(value); }
  bool string(std::string& rest) { return token(std::string{source_.whole(rest)}); }
  bool number_integer(Json::number_integer_t value) { return number(std::int64_t{value}); }
  bool number_unsigned(Json::number_unsigned_t value) { return number(std::uint64_t{value}); }
  bool number_float(double value, const std::string&) { return number(value); }
  bool binary(Json::binary_t&) { return true; }

  bool key(std::string& rest) {
    source_.take();
    if (depth_ <= deepest_json)
      std::get<JsonValue::Object>(open_.back()->content)
          .push_back({std::string{source_.whole(rest)}, {source_.start(), source_.taken()}, {}});
    return true;
  }

  bool start_object(std::size_t) { return open(JsonValue::Object{}); }
  bool end_object() { return close(); }
  bool start_array(std::size_t) { return open(JsonValue::List{}); }
  bool end_array() { return close(); }

  // `seen` counts the byte that does not fit. The end of the text counts as one.
  bool parse_error(std::size_t seen, const std::string&, const Json::exception&) {
    result_.fault = seen - 1;
    return false;
  }

 private:
  template <typename Content>
  bool token(Content content) {
    source_.take();
    add(std::move(content));
    return true;
  }

  template <typename Number>
  bool number(Number value) {
    source_.take_number();
    add(value);
    return true;
  }

  template <typename Container>
  bool open(Container empty) {
    source_.take();
    auto* value = add(std::move(empty));
    if (++depth_ <= deepest_json) open_.push_back(value);
    return true;
  }

  bool close() {
    source_.take();
    if (depth_-- > deepest_json) return true;
    open_.back()->at.end = source_.taken();
    open_.pop_back();
    return true;
  }

  // Returns null where the value is nested too deep to be kept.
  template <typename Content>
  JsonValue* add(Content content) {
    if (depth_ > deepest_json) return nullptr;
    auto& value = place();
    value = {std::move(content), {source_.start(), source_.taken()}};
    return &value;
  }

  JsonValue& place() {
    if (open_.empty()) return result_.value.emplace();
    auto& parent = open_.back()->content;
    if (auto* list = std::get_if<JsonValue::List>(&parent)) return list->emplace_back();
    return std::get<JsonValue::Object>(parent).back().value;
  }

  JsonSource source_;
  JsonText result_;
  std::vector<JsonValue*> open_;  // lists and objects, from the outermost; none moves before it is closed
  std::size_t depth_ = 0;         // of open brackets, also of those not kept
};

}  // namespace

JsonText parse_json(std::string_view text) {
  auto json = Builder{text, JsonSource::PlainText::passed_over}.build();
  if (json.fault) json.fault = Builder{text, JsonSource::PlainText::shown}.build().fault;
  return json;
}

std::string explain_json_fault(std::string_view text) {
  try {
    [[maybe_unused]] const auto parsed = Json::parse(text);
  } catch (const Json::exception& fault) {
    return fault.what();
  }
  return {};
}

}  // namespace viva
