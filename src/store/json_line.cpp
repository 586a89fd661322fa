#include "store/json_line.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

namespace viva {
namespace {

// Tells how far the parser has read.
struct Cursor {
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  const char* at = nullptr;
  const char** read = nullptr;

  reference operator*() const { return *at; }
  Cursor& operator++() {
    *read = ++at;
    return *this;
  }
  Cursor operator++(int) {
    auto before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const Cursor& a, const Cursor& b) { return a.at == b.at; }
};

class Reader : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Reader(std::string_view line) : line_{line}, read_{line.data()} {}

  JsonLine parse() {
    const Cursor begin{line_.data(), &read_}, end{line_.data() + line_.size(), &read_};
    nlohmann::json::sax_parse(begin, end, this);
    return std::move(result_);
  }

  bool null() override { return value({}); }
  bool boolean(bool) override { return value({}); }
  bool number_integer(number_integer_t number) override { return value(number); }
  bool number_unsigned(number_unsigned_t number) override {
    constexpr auto greatest = std::numeric_limits<std::int64_t>::max();
    return value(static_cast<std::int64_t>(std::min(number, static_cast<number_unsigned_t>(greatest))));
  }
  bool number_float(number_float_t, const string_t&) override { return value({}); }
  bool string(string_t& text) override { return value(std::move(text)); }
  bool binary(binary_t&) override { return value({}); }

  bool start_object(std::size_t) override { return ++depth_ == 1 || open({}); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override {
    if (++depth_ == 1) return refuse(0);
    return open(depth_ == 2 ? JsonValue{std::vector<std::int64_t>{}} : JsonValue{});
  }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    if (depth_ > 1) return true;
    const auto begin = line_.find_first_not_of(" \t\r{,", last_end_);
    last_end_ = position();
    result_.fields.push_back({std::move(name), {}, {begin, last_end_}, {}});
    return true;
  }

  // `read` counts the byte that does not fit.
  bool parse_error(std::size_t read, const std::string&, const nlohmann::json::exception&) override {
    return refuse(read == 0 ? 0 : read - 1);
  }

 private:
  std::size_t position() const { return static_cast<std::size_t>(read_ - line_.data()); }
  JsonValue& current() { return result_.fields.back().value; }

  bool refuse(std::size_t at) {
    at = std::min(at, line_.size());
    result_.fault = Extent{at, at + 1};
    return false;
  }

  // A value that is neither list nor object.
  bool value(JsonValue value) {
    if (depth_ == 0) return refuse(0);
    if (depth_ == 1) {
      current() = std::move(value);
      return finish();
    }
    auto* list = std::get_if<std::vector<std::int64_t>>(&current());
    const auto* number = std::get_if<std::int64_t>(&value);
    if (list && number)
      list->push_back(*number);
    else
      current() = {};
    return true;
  }

  bool open(JsonValue value) {
    current() = std::move(value);
    return true;
  }

  bool close() { return --depth_ != 1 || finish(); }

  // The value ends here, but that a number is known to end only when more has been read.
  bool finish() {
    const auto begin = line_.find_first_not_of(" \t\r:", last_end_);
    const bool delimited = std::string_view{"\"[{"}.find(line_[begin]) != std::string_view::npos;
    last_end_ = delimited ? position() : std::min(line_.find_first_of(" \t\r,}", begin), line_.size());
    result_.fields.back().value_at = {begin, last_end_};
    return true;
  }

  std::string_view line_;
  const char* read_;
  std::size_t last_end_ = 0;
  int depth_ = 0;
  JsonLine result_;
};

}  // namespace

JsonLine parse_json_line(std::string_view line) { return Reader{line}.parse(); }

}  // namespace viva
