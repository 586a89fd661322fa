// A JSON text as nlohmann's SAX parser reads it. The parser takes one byte after another, and its events
// carry no positions. The source knows how far the parser has got. It also passes over the plain text at the
// beginning of each string, which is most of a bank: the parser sees only the rest of the string.
// Header only: an iterator, to be inlined.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <string>
#include <string_view>

#include "base/json_tokens.hpp"

namespace viva {

class JsonSource {
 public:
  // shown: the parser sees every byte, so that the position it gives of a fault is right.
  enum class PlainText { passed_over, shown };

  explicit JsonSource(std::string_view text, PlainText plain = PlainText::passed_over)
      : text_{text},
        position_{text.data()},
        end_{text.data() + text.size()},
        passes_{plain == PlainText::passed_over} {}
  JsonSource(const JsonSource&) = delete;
  JsonSource& operator=(const JsonSource&) = delete;

  // All copies share the source's position.
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Iterator() = default;
    Iterator(JsonSource& source, const char*& at) : source_{&source}, at_{&at} {}

    reference operator*() const { return **at_; }
    Iterator& operator++() {
      source_->advance();
      return *this;
    }
    bool operator==(const Iterator& other) const { return *at_ == *other.at_; }

   private:
    JsonSource* source_ = nullptr;
    const char** at_ = nullptr;
  };

  Iterator begin() { return {*this, position_}; }
  Iterator end() { return {*this, end_}; }

  // To be called at each event but a number's. The event is of text[start(), taken()).
  void take() {
    from_ = to_;
    to_ = static_cast<std::size_t>(position_ - text_.data());
  }

  // To be called at the event of a number. The parser has looked one byte further to find its end.
  std::string_view take_number() {
    take();
    const auto number = number_at(text_, start());
    to_ = start() + number.size();
    return number;
  }

  std::size_t start() const {
    auto at = from_;
    while (text_[at] == ' ' || text_[at] == '\n' || text_[at] == '\r' || text_[at] == '\t' ||
           text_[at] == ',' || text_[at] == ':')
      ++at;
    return at;
  }
  std::size_t taken() const { return to_; }

  // The string or key just taken; `rest` is what the parser has seen of it.
  std::string_view whole(const std::string& rest) {
    if (rest.empty()) return plain_;
    if (plain_.empty()) return rest;
    return joined_.assign(plain_).append(rest);
  }

 private:
  void advance() {
    const char* at = position_++;
    if (*at == '"' || *at == '\\') note(at);
  }

  void note(const char* at) {
    if (at == escaped_) return;
    if (*at == '\\')
      escaped_ = at + 1;
    else if (in_string_ = !in_string_; in_string_ && passes_)
      pass_over_plain_text();
  }

  void pass_over_plain_text() {
    const char* begin = position_;
    position_ = end_of_plain_text(begin, end_);
    plain_ = {begin, static_cast<std::size_t>(position_ - begin)};
  }

  // Plain characters stand for themselves: ASCII without quotes, backslashes and control characters. Eight at
  // a time are compared.
  static const char* end_of_plain_text(const char* at, const char* end) {
    constexpr std::uint64_t each = 0x0101010101010101, high = 0x80 * each;
    for (; end - at >= 8; at += 8) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, at, sizeof bytes);
      const auto quotes = bytes ^ ('"' * each), backslashes = bytes ^ ('\\' * each);
      // A byte that is less than what is subtracted becomes 0x80 or more.
      if (((bytes - ' ' * each) | (quotes - each) | (backslashes - each) | bytes) & high) break;
    }
    while (at != end && *at >= ' ' && static_cast<unsigned char>(*at) < 0x80 && *at != '"' && *at != '\\')
      ++at;
    return at;
  }

  std::string_view text_;
  const char* position_;
  const char* end_;
  bool passes_;
  const char* escaped_ = nullptr;  // the byte after a backslash
  bool in_string_ = false;
  std::string_view plain_;  // of the last string
  std::string joined_;
  std::size_t from_ = 0, to_ = 0;  // the last event took text_[from_, to_), white space and separators first
};

}  // namespace viva
