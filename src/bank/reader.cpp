// Part of bank/draft.hpp: nlohmann's SAX events, checked against the tables of bank/fields.hpp and stored at
// once.
#include <fmt/format.h>
#include <utf8proc.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "bank/draft.hpp"
#include "bank/fields.hpp"
#include "bank/syntax.hpp"
#include "base/json_source.hpp"
#include "base/json_tokens.hpp"
#include "viva/base/suggest.hpp"

namespace viva {
namespace {

constexpr std::size_t deepest = 64;
constexpr std::string_view comment_key = "$comment";

bool is_blank(std::string_view text) {
  if (!text.empty() && text[0] > ' ') return false;  // nearly always
  while (!text.empty()) {
    utf8proc_int32_t point = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &point);
    const auto category = utf8proc_category(point);
    const bool separator = category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP;
    if (!separator && !(point >= '\t' && point <= '\r') && point != 0xFEFF) return false;
    text.remove_prefix(static_cast<std::size_t>(size));
  }
  return true;
}

std::string_view describe(const Value& value) {
  if (const auto* object = std::get_if<Object>(&value.must_be); object && object->shape->by_text)
    return "text in double quotes, or an object in { }";
  constexpr std::string_view kinds[]{"anything",       "text in double quotes", "text in double quotes",
                                     "a whole number", "a list in [ ]",         "an object in { }"};
  return kinds[value.must_be.index()];
}

class BankReader {
 public:
  BankReader(std::string_view text, Draft& draft, Faults& faults)
      : text_{text}, source_{text}, draft_{draft}, faults_{faults} {
    frames_.push_back({.object = &draft_.bank, .member = &whole_bank, .next = &whole_bank.value});
  }

  void read() {
    if (!nlohmann::json::sax_parse(source_.begin(), source_.end(), this)) return;
    draft_.whole = skip_space(text_, source_.taken()) == text_.size();
    if (!draft_.whole) syntax_fault();  // nlohmann takes a NUL for the end
  }

  // The events; false ends the parse.
  bool null() { return other("null"); }
  bool boolean(bool) { return other("true or false"); }
  bool number_integer(nlohmann::json::number_integer_t value) { return number(static_cast<double>(value)); }
  bool number_unsigned(nlohmann::json::number_unsigned_t value) { return number(static_cast<double>(value)); }
  bool number_float(double value, const std::string&) { return number(value); }
  bool binary(nlohmann::json::binary_t&) { return true; }

  bool string(const std::string& rest) {
    take(Taken::value);
    if (skipping_ > 0) return true;
    const auto value = source_.whole(rest);
    const auto& next = next_value();
    if (const auto* text = std::get_if<Text>(&next.must_be))
      read_text(*text, object_of_next(), value);
    else if (const auto* object = std::get_if<Object>(&next.must_be); object && object->shape->by_text)
      read_by_text(*object, value);
    else if (const auto* name = std::get_if<NameOf>(&next.must_be))
      read_name(*name, value);
    else
      mismatch(next, "text");
    return true;
  }

  bool key(const std::string& rest) {
    take(Taken::key);
    if (skipping_ > 0) return true;
    const auto name = source_.whole(rest);
    auto& frame = frames_.back();
    frame.member = nullptr;
    frame.next = &anything_;
    if (name == comment_key) return true;
    if (frame.shape->each_tier)
      begin_draw(frame, name);
    else if (const auto* field = find_field(frame, name))
      begin_field(frame, *field);
    else
      unknown_key(*frame.shape, name);
    return true;
  }

  bool start_object(std::size_t) {
    if (!open()) return false;
    if (skipping_ > 0)
      ++skipping_;
    else if (const auto* object = want<Object>("an object"))
      begin_object(*object);
    else
      skipping_ = 1;
    return true;
  }

  bool end_object() {
    close();
    if (skipping_ > 0)
      --skipping_;
    else
      finish_object();
    return true;
  }

  bool start_array(std::size_t) {
    if (!open()) return false;
    if (skipping_ > 0)
      ++skipping_;
    else if (const auto* list = want<ListOf>("a list"))
      begin_list(*list);
    else
      skipping_ = 1;
    return true;
  }

  bool end_array() {
    close();
    if (skipping_ > 0)
      --skipping_;
    else
      finish_list();
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) {
    syntax_fault();
    return false;
  }

 private:
  // An object or list that is being read; outermost a list of the one bank.
  struct Frame {
    void* object = nullptr;         // what it is read into; a list is in the object around it
    const Shape* shape = nullptr;   // null: a list
    const Field* member = nullptr;  // of an object the member being read, of a list the member it is
    const Value* next = nullptr;    // what the next value must be
    std::size_t at = 0;             // the opening bracket
    Subject subject = {};
    std::size_t count = 0;  // elements or draws begun
    std::size_t keys = 0;   // where its keys begin in keys_
  };

  void take(Taken taken) {
    source_.take();
    taken_ = taken;
  }

  std::size_t start() const { return source_.start(); }

  bool open() {
    take(Taken::opening);
    opened_.push_back(start());
    if (opened_.size() <= deepest) return true;
    add({.at = opened_.back(),
         .what = fmt::format("brackets are nested more than {} deep", deepest),
         .advice = "a bank needs no more than 5 levels"});
    return false;
  }

  void close() {
    take(Taken::value);
    opened_.pop_back();
  }

  void syntax_fault() {
    faults_.add(explain_syntax(text_, source_.taken(), taken_, opened_.empty() ? nowhere : opened_.back()));
  }

  // Values.
  const Value& next_value() {
    auto& frame = frames_.back();
    if (!frame.shape) ++frame.count;
    return *frame.next;
  }

  template <class Wanted>
  const Wanted* want(std::string_view found) {
    const auto& next = next_value();
    const auto* wanted = std::get_if<Wanted>(&next.must_be);
    if (!wanted) mismatch(next, found);
    return wanted;
  }

  bool other(std::string_view found) {
    take(Taken::value);
    if (skipping_ == 0) mismatch(next_value(), found);
    return true;
  }

  bool number(double value) {
    const auto token = source_.take_number();
    taken_ = Taken::value;
    const bool goes_on = token_at(text_, start()).size() > token.size();  // "007": a syntax fault follows
    if (skipping_ > 0 || goes_on) return true;
    const auto* wanted = want<Number>("a number");
    if (!wanted) return true;
    if (value < wanted->low || value > wanted->high || value != std::floor(value))
      report(start(), fmt::format("{} is {}", slot(), token.substr(0, 60)), wanted->advice);
    else if (wanted->in)
      wanted->in(object_of_next()) = static_cast<int>(value);
    return true;
  }

  void read_text(const Text& text, void* object, std::string_view value) {
    text.in(object) = value;
    const auto& frame = frames_.back();
    if (text.rule == &id_text && frame.shape->subject != Subject::Kind::bank)
      draft_.of(frame.shape->subject).ids.back() = start();
    if (text.rule == &id_text && frame.shape->by_text) draft_.points.back() = start();
    if (is_blank(value))
      report_blank(value);
    else if (!text.rule->holds(value))
      report(start(), fmt::format("bad {} {}", text.rule->noun, quote(value)), text.rule->advice);
  }

  void read_by_text(const Object& object, std::string_view value) {
    auto* into = object.in(object_of_next());
    draft_.points.push_back(start());
    read_text(std::get<Text>(object.shape->by_text->value.must_be), into, value);
  }

  void read_name(const NameOf& name, std::string_view value) {
    if (is_blank(value)) return report_blank(value);
    auto& known = draft_.of(name.kind);
    name.in(object_of_next()) = known.names.index_of(value);
    known.uses.resize(draft_.bank.items.size(), nowhere);
    known.uses.back() = start();
  }

  // The object that the next value belongs to; in a list, which then is one longer, its new element.
  void* object_of_next() const {
    const auto& frame = frames_.back();
    if (frame.shape || frames_.size() == 1) return frame.object;
    return std::get<ListOf>(frame.member->value.must_be).add(frame.object);
  }

  void begin_object(const Object& object) {
    auto* into = object.in(object_of_next());
    const auto subject = begin_part(*object.shape);
    if (object.shape->by_text) draft_.points.push_back(opened_.back());
    frames_.push_back({.object = into,
                       .shape = object.shape,
                       .at = opened_.back(),
                       .subject = subject,
                       .keys = keys_.size()});
    keys_.resize(keys_.size() + object.shape->fields.size(), nowhere);
  }

  void finish_object() {
    const auto& frame = frames_.back();
    for (const auto& field : frame.shape->fields)
      if (field.required && place_of_key(frame, field) == nowhere) missing(frame, field);
    if (frame.shape->each_tier && frame.count == 0) empty(frame.at, *frames_[frames_.size() - 2].member);
    keys_.resize(frame.keys);
    frames_.pop_back();
  }

  void begin_list(const ListOf& list) {
    const auto& parent = frames_.back();
    frames_.push_back({.object = parent.object,
                       .member = parent.member,
                       .next = list.element,
                       .at = opened_.back(),
                       .subject = parent.subject});
  }

  void finish_list() {
    const auto& frame = frames_.back();
    if (std::get<ListOf>(frame.member->value.must_be).needs_one && frame.count == 0)
      empty(frame.at, *frame.member);
    if (const auto* object = std::get_if<Object>(&frame.next->must_be))
      draft_.of(object->shape->subject).complete = true;
    frames_.pop_back();
  }

  // Registers what may have an id.
  Subject begin_part(const Shape& shape) {
    if (shape.subject == Subject::Kind::bank) return frames_.back().subject;
    auto& ids = draft_.of(shape.subject).ids;
    ids.push_back(nowhere);
    return {shape.subject, ids.size() - 1};
  }

  // Keys.
  std::size_t& place_of_key(const Frame& frame, const Field& field) {
    return keys_[frame.keys + static_cast<std::size_t>(&field - frame.shape->fields.data())];
  }

  // Most banks have their keys in the order of the table: the search begins after the key before.
  const Field* find_field(const Frame& frame, std::string_view name) {
    const auto& fields = frame.shape->fields;
    for (std::size_t tried = 0; tried < fields.size(); ++tried) {
      if (++last_found_ >= fields.size()) last_found_ = 0;
      if (fields[last_found_].key == name) return &fields[last_found_];
    }
    return nullptr;
  }

  void begin_field(Frame& frame, const Field& field) {
    frame.member = &field;
    frame.next = &field.value;
    auto& place = place_of_key(frame, field);
    if (place == nowhere)
      place = start();
    else
      duplicate_key(quote(field.key), place);
  }

  void begin_draw(Frame& frame, std::string_view tier) {
    frame.member = frame.shape->each_tier;
    frame.next = &frame.member->value;
    ++frame.count;
    draws(frame).emplace_back(draft_.of(Subject::Kind::tier).names.index_of(tier), 0);
    draft_.draws.push_back(start());
  }

  static Draws& draws(const Frame& frame) { return *static_cast<Draws*>(frame.object); }

  // Faults.
  void add(Fault fault) {
    const auto& frame = frames_.back();
    fault.subject = frame.subject;
    if (frame.shape && !frame.shape->part.empty())
      fault.what = fmt::format("{} {}: {}", frame.shape->part, frames_[frames_.size() - 2].count, fault.what);
    faults_.add(std::move(fault));
  }

  void report(std::size_t at, std::string what, std::string_view advice) {
    add({.at = at, .what = std::move(what), .advice = std::string{advice}});
  }

  void report_blank(std::string_view value) {
    const auto& frame = frames_.back();
    report(start(), fmt::format("{} is {}", slot(), value.empty() ? "empty" : "blank"),
           frame.shape && frame.member->required ? "write it" : "write it, or leave it out");
  }

  // The name of the value being read.
  std::string slot() const {
    const auto& frame = frames_.back();
    if (frames_.size() == 1) return "the bank";
    if (!frame.shape) return fmt::format("entry {} of \"{}\"", frame.count, frame.member->key);
    if (!frame.shape->each_tier) return quote(frame.member->key);
    return quote(draft_.of(Subject::Kind::tier).names[draws(frame).back().first]);
  }

  static std::string example(const Field& field) {
    if (field.key.empty()) return fmt::format("for example {}", field.example);
    return fmt::format("for example \"{}\": {}", field.key, field.example);
  }

  void mismatch(const Value& value, std::string_view found) {
    if (std::holds_alternative<Anything>(value.must_be)) return;
    report(start(), fmt::format("{} must be {}, not {}", slot(), describe(value), found),
           example(*frames_.back().member));
    if (const auto* object = std::get_if<Object>(&value.must_be)) {  // keeps the count right
      object_of_next();
      begin_part(*object->shape);
      if (object->shape->by_text) draft_.points.push_back(start());
    }
  }

  void missing(const Frame& frame, const Field& field) {
    report(frame.at, fmt::format("\"{}\" is missing", field.key), "add it, " + example(field));
  }

  void empty(std::size_t at, const Field& field) {
    report(at, fmt::format("\"{}\" is empty", field.key), "add at least one, " + example(field));
  }

  void duplicate_key(const std::string& name, std::size_t first) {
    add({.at = start(),
         .what = fmt::format("duplicate key {}, first on line", name),
         .advice = "keep one of them",
         .earlier = first});
  }

  void unknown_key(const Shape& shape, std::string_view name) {
    std::vector<std::string> known;
    for (const auto& field : shape.fields) known.emplace_back(field.key);
    const auto near = faults_.full() ? std::string{} : nearest(name, known);
    add({.at = start(),
         .what = fmt::format("unknown key {}", quote(name)),
         .advice = near.empty() ? fmt::format("viva ignores it: remove it, or call it \"{}\"", comment_key)
                                : fmt::format("did you mean \"{}\"?", near),
         .severity = Severity::warning});
  }

  static constexpr Value anything_{Anything{}};

  std::string_view text_;
  JsonSource source_;
  Taken taken_ = Taken::nothing;
  std::vector<std::size_t> opened_;  // every open bracket
  std::size_t skipping_ = 0;         // how many of them are in a value that is ignored
  std::vector<Frame> frames_;
  std::vector<std::size_t> keys_;  // where each key of each open object is; nowhere: not yet seen
  std::size_t last_found_ = 0;     // in the table
  Draft& draft_;
  Faults& faults_;
};

}  // namespace

Draft read_bank(std::string_view text, Faults& faults) {
  Draft draft;
  BankReader{text, draft, faults}.read();
  return draft;
}

}  // namespace viva
