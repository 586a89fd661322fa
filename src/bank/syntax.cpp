#include "bank/syntax.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/json_tokens.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

// What people write that JSON does not have, by how it begins.
struct ForeignToken {
  std::string_view begins, what, advice;
};

constexpr std::string_view no_comments = "JSON has no comments";
constexpr std::string_view comment_advice = R"(make it the value of a key "$comment")";
constexpr std::string_view curly = "this is a typographic quotation mark";
constexpr std::string_view straight = R"(write a plain ")";

constexpr ForeignToken foreign_tokens[]{
    {"//", no_comments, comment_advice},
    {"/*", no_comments, comment_advice},
    {"#", no_comments, comment_advice},
    {"'", "JSON has no single quotes", straight},
    {"`", "JSON has no back quotes", straight},
    {"“", curly, straight},
    {"”", curly, straight},
    {"„", curly, straight},
    {"‘", curly, straight},
    {"’", curly, straight},
    {"\u00A0", "this is a no-break space", "write a plain space"},
    {"True", R"(JSON spells it "true")", "write it in lower case"},
    {"False", R"(JSON spells it "false")", "write it in lower case"},
    {"None", R"(JSON has no "None")", "write null, or leave the key out"},
    {"NaN", R"(JSON has no "NaN")", "write a number"},
    {"Infinity", R"(JSON has no "Infinity")", "write a number"},
    {"+", R"(a number has no "+")", R"(leave out the "+")"},
    {"=", R"(JSON has no "=")", R"(write ":" between a key and its value)"},
    {";", R"(JSON has no ";")", R"(write "," between values)"},
    {std::string_view{"\0", 1}, "this is a NUL byte", "remove it"},
};

bool begins_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$'; }

class Explainer {
 public:
  Explainer(std::string_view text, std::size_t opened) : text_{text}, opened_{opened} {}

  Fault after_opening(std::size_t at) const { return in_object() ? key(at) : value(at); }

  Fault after_key(std::size_t at) const {
    if (peek(at) != ':') return expected(at, R"(":" after the key)");
    return value(skip_space(text_, at + 1));
  }

  Fault after_value(std::size_t from, std::size_t at) const {
    if (opened_ == nowhere) return after_bank(at);
    if (peek(at) != ',') return separator(from, at);
    const auto next = skip_space(text_, at + 1);
    if (closes(next)) return {.at = at, .what = R"(a "," follows the last value)", .advice = "remove it"};
    return in_object() ? key(next) : value(next);
  }

  Fault value(std::size_t at) const {
    const char c = peek(at);
    if (at == text_.size()) return unfinished();
    if (c == '"') return string(at);
    if (is_digit(c) || c == '-') return number(at);
    if (c == ',' || c == ':' || closes(at))
      return {.at = at, .what = fmt::format("a value is missing before \"{}\"", c), .advice = "write it"};
    if (const auto* foreign = foreign_at(at)) return named(at, *foreign);
    if (!begins_word(c)) return expected(at, "a value");
    return {.at = at,
            .what = fmt::format("unknown word {}", quote(token_at(text_, at))),
            .advice = "put text in double quotes"};
  }

 private:
  char peek(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  bool closes(std::size_t at) const { return peek(at) == '}' || peek(at) == ']'; }
  bool in_object() const { return opened_ != nowhere && text_[opened_] == '{'; }
  char closing() const { return in_object() ? '}' : ']'; }
  std::string_view container() const { return in_object() ? "object" : "list"; }

  const ForeignToken* foreign_at(std::size_t at) const {
    const auto* found = std::ranges::find_if(foreign_tokens, [rest = text_.substr(at)](const auto& known) {
      return rest.starts_with(known.begins);
    });
    return found == std::end(foreign_tokens) ? nullptr : found;
  }

  static Fault named(std::size_t at, const ForeignToken& foreign) {
    return {.at = at, .what = std::string{foreign.what}, .advice = std::string{foreign.advice}};
  }

  Fault expected(std::size_t at, std::string_view wanted) const {
    if (at == text_.size()) return unfinished();
    if (const auto* foreign = foreign_at(at)) return named(at, *foreign);
    return {.at = at,
            .what = fmt::format("expected {}, not {}", wanted, quote(token_at(text_, at))),
            .advice = "write what is missing, or remove this"};
  }

  // At the last character there is, rather than on an empty line after it.
  Fault unfinished() const {
    const auto at = text_.find_last_not_of(" \t\r\n") + 1;
    if (opened_ == nowhere) return {.at = at, .what = "the text ends too early", .advice = "complete it"};
    return {.at = at,
            .what = fmt::format("the text ends inside the {} begun on line", container()),
            .advice = fmt::format("close it with \"{}\", and see whether more is missing", closing()),
            .earlier = opened_};
  }

  Fault after_bank(std::size_t at) const {
    if (const auto* foreign = foreign_at(at)) return named(at, *foreign);
    return {.at = at, .what = "text follows the end of the bank", .advice = "remove it"};
  }

  Fault key(std::size_t at) const {
    const char c = peek(at);
    if (at == text_.size()) return unfinished();
    if (c == '"') return string(at);
    if (c == ',') return {.at = at, .what = R"(a key is missing before ",")", .advice = R"(remove the ",")"};
    if (const auto* foreign = foreign_at(at)) return named(at, *foreign);
    if (!begins_word(c)) return expected(at, "a key in double quotes");
    return {.at = at,
            .what = fmt::format("the key {} has no quotes", token_at(text_, at).substr(0, 60)),
            .advice = "put it in double quotes"};
  }

  // Neither "," nor the closing bracket after the value that ends at `from`.
  Fault separator(std::size_t from, std::size_t at) const {
    const char c = peek(at);
    const bool adjoins = from == at && at < text_.size();
    if (at == text_.size()) return unfinished();
    if (closes(at)) return wrong_bracket(at);
    if (adjoins && text_[from - 1] == '"' && begins_word(c))
      return {.at = from - 1,
              .length = 1,
              .what = "text goes on after its closing quote",
              .advice = R"(write a quote inside text as \")"};
    if (adjoins && text_[from - 1] == '0' && is_digit(c))
      return {.at = from - 1, .length = 2, .what = "a number begins with 0", .advice = "remove the 0"};
    if (c == '"' || c == '{' || c == '[' || c == '-' || is_digit(c))
      return {.at = from, .length = 1, .what = R"(a "," is missing after this value)", .advice = "add it"};
    return expected(at, fmt::format("\",\" or \"{}\"", closing()));
  }

  Fault wrong_bracket(std::size_t at) const {
    return {.at = at,
            .what = fmt::format("\"{}\" does not close the {} begun on line", peek(at), container()),
            .advice = fmt::format("write \"{}\" before it, or instead", closing()),
            .earlier = opened_};
  }

  Fault number(std::size_t at) const {
    const auto token = token_at(text_, at);
    const auto exponent = token.find_first_of("eE");
    const bool complete = is_digit(token.back()) && exponent != std::string_view::npos;
    if (complete && token.find_first_not_of("0123456789+-.eE") == std::string_view::npos)
      return {.at = at,
              .what = fmt::format("the number {} is too large", quote(token)),
              .advice = "write a smaller one"};
    return {.at = at,
            .what = fmt::format("{} is not a number", quote(token)),
            .advice = "write it like 3 or 0.5, or put text in double quotes"};
  }

  Fault string(std::size_t at) const {
    for (std::size_t i = at + 1; i < text_.size() && text_[i] != '"'; ++i) {
      if (text_[i] == '\n' || text_[i] == '\r') return unclosed(at);
      if (static_cast<unsigned char>(text_[i]) < ' ') return raw_control(i);
      if (text_[i] != '\\') continue;
      const auto length = escape_length(i);
      if (length == 0) return bad_escape(i);
      i += length - 1;
    }
    return unclosed(at);
  }

  Fault unclosed(std::size_t at) const {
    return {.at = at,
            .what = "this text is not closed on its line",
            .advice = R"(end it with a double quote; write a line break inside text as \n)"};
  }

  Fault raw_control(std::size_t at) const {
    if (peek(at) == '\t')
      return {.at = at, .length = 1, .what = "text holds a tab", .advice = R"(write it as \t)"};
    return {.at = at,
            .length = 1,
            .what = "text holds a control character",
            .advice = fmt::format("remove it, or write it as \\u{:04x}", static_cast<int>(peek(at)))};
  }

  Fault bad_escape(std::size_t at) const {
    if (peek(at + 1) != 'u')
      return {.at = at,
              .length = 2,
              .what = fmt::format("unknown escape {}", quote(text_.substr(at, 2))),
              .advice = R"(write a backslash as \\)"};
    return {.at = at,
            .length = 2,
            .what = R"(\u needs four hexadecimal digits, and half a surrogate pair its other half)",
            .advice = "write the character itself"};
  }

  // Of the escape sequence that begins at `at`; 0 where it is none.
  std::size_t escape_length(std::size_t at) const {
    constexpr std::string_view simple = R"("\/bfnrt)";
    if (peek(at + 1) != 'u') return simple.find(peek(at + 1)) == std::string_view::npos ? 0 : 2;
    const int unit = code_unit(at);
    const auto within = [](int value, int low, int high) { return value >= low && value <= high; };
    if (unit < 0 || within(unit, 0xDC00, 0xDFFF)) return 0;
    if (!within(unit, 0xD800, 0xDBFF)) return 6;
    return within(code_unit(at + 6), 0xDC00, 0xDFFF) ? 12 : 0;
  }

  // What the \uXXXX at `at` stands for, or -1.
  int code_unit(std::size_t at) const {
    constexpr std::string_view digits = "0123456789abcdef", capitals = "ABCDEF";
    if (peek(at) != '\\' || peek(at + 1) != 'u') return -1;
    int unit = 0;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
      auto digit = digits.find(peek(i));
      if (const auto capital = capitals.find(peek(i)); capital != std::string_view::npos)
        digit = 10 + capital;
      if (digit == std::string_view::npos) return -1;
      unit = unit * 16 + static_cast<int>(digit);
    }
    return unit;
  }

  std::string_view text_;
  std::size_t opened_;
};

}  // namespace

Fault explain_syntax(std::string_view text, std::size_t from, Taken taken, std::size_t opened) {
  const Explainer explain{text, opened};
  const auto at = skip_space(text, from);
  switch (taken) {
    case Taken::nothing: return explain.value(at);
    case Taken::opening: return explain.after_opening(at);
    case Taken::key: return explain.after_key(at);
    case Taken::value: return explain.after_value(from, at);
  }
  return explain.value(at);
}

}  // namespace viva
