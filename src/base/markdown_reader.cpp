// Part of viva/base/rich_text.hpp: reading Markdown. The only source that sees the parser.
#include <md4c.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/html_entities.hpp"
#include "base/markdown_lists.hpp"
#include "base/markdown_source.hpp"
#include "base/utf8.hpp"
#include "viva/base/rich_text.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

void append_entity(std::string& out, std::string_view entity, bool code) {
  if (const auto code_point = decode_entity(entity))
    append_clean(out, *code_point, code);
  else
    append_unguarded(out, entity, code);
}

std::string attribute_text(const MD_ATTRIBUTE& attribute) {
  std::string out;
  for (std::size_t i = 0; attribute.size > 0 && attribute.substr_offsets[i] < attribute.size; ++i) {
    const auto begin = attribute.substr_offsets[i];
    const std::string_view part{attribute.text + begin, attribute.substr_offsets[i + 1] - begin};
    if (attribute.substr_types[i] == MD_TEXT_ENTITY)
      append_entity(out, part, true);
    else
      append_unguarded(out, part, true);
  }
  return out;
}

// Builds the value from what the parser tells in order.
class TextBuilder {
 public:
  RichText take() { return std::move(open_.front().text); }

  void enter(MD_BLOCKTYPE type, void* detail) {
    end_paragraph();
    links_.clear();
    emphasis_ = strong_ = 0;
    switch (type) {
      case MD_BLOCK_DOC: open_.push_back({}); break;
      case MD_BLOCK_QUOTE: open({}); break;
      case MD_BLOCK_UL: open({.tight = static_cast<MD_BLOCK_UL_DETAIL*>(detail)->is_tight != 0}); break;
      case MD_BLOCK_OL: open(numbered(*static_cast<MD_BLOCK_OL_DETAIL*>(detail))); break;
      case MD_BLOCK_LI:
        if (depth_ <= deepest_text) begin_item();
        break;
      case MD_BLOCK_CODE: begin_code(*static_cast<MD_BLOCK_CODE_DETAIL*>(detail)); break;
      default: break;
    }
  }

  void leave(MD_BLOCKTYPE type, void* detail) {
    if (type == MD_BLOCK_H) return end_heading(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
    end_paragraph();
    switch (type) {
      case MD_BLOCK_QUOTE: close(false); break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL: close(true); break;
      case MD_BLOCK_LI:
        if (depth_ <= deepest_text) end_item();
        break;
      case MD_BLOCK_CODE: end_code(); break;
      case MD_BLOCK_HR: add(ThematicBreak{}); break;
      default: break;
    }
  }

  void enter(MD_SPANTYPE type, void* detail) {
    switch (type) {
      case MD_SPAN_EM: ++emphasis_; break;
      case MD_SPAN_STRONG: ++strong_; break;
      case MD_SPAN_CODE: style_.code = true; break;
      case MD_SPAN_A: open_link(static_cast<MD_SPAN_A_DETAIL*>(detail)->href); break;
      case MD_SPAN_IMG: open_link(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src); break;
      default: break;
    }
  }

  void leave(MD_SPANTYPE type) {
    switch (type) {
      case MD_SPAN_EM: emphasis_ = std::max(emphasis_ - 1, 0); break;
      case MD_SPAN_STRONG: strong_ = std::max(strong_ - 1, 0); break;
      case MD_SPAN_CODE: style_.code = false; break;
      case MD_SPAN_A:
      case MD_SPAN_IMG: close_link(); break;
      default: break;
    }
  }

  void text(MD_TEXTTYPE type, std::string_view part) {
    if (in_code_block(type)) return append_unguarded(code_.code, part, true);
    std::string shown;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
      shown = "\n";
    else if (type == MD_TEXT_ENTITY)
      append_entity(shown, part, false);
    else
      append_unguarded(shown, part, type == MD_TEXT_CODE);
    add_text(std::move(shown));
  }

 private:
  // A block that holds others; which of the two it fills, the parser knows.
  struct Open {
    RichText text;
    TextList list;
  };

  struct Link {
    std::string address;
    bool empty = true;  // has no text yet
  };

  bool in_code_block(MD_TEXTTYPE type) const { return type == MD_TEXT_CODE && !style_.code; }

  void add(RichBlock block) { open_.back().text.blocks.push_back(std::move(block)); }

  static TextList numbered(const MD_BLOCK_OL_DETAIL& detail) {
    return {.start = static_cast<int>(detail.start), .tight = detail.is_tight != 0};
  }

  // A list or a quote. Where it is too deep, what it holds goes to the block around it.
  void open(TextList list) {
    if (++depth_ <= deepest_text)
      open_.push_back({{}, std::move(list)});
    else
      open_[open_.size() - 2].list.tight = false;
  }

  void close(bool is_list) {
    if (depth_-- > deepest_text) return;
    auto closed = std::move(open_.back());
    open_.pop_back();
    if (!is_list && (items_ == 0 || !closed.text.blocks.empty())) add(Quote{std::move(closed.text)});
    if (!is_list) return;
    auto list = settled(std::move(closed.list), items_ > 0);
    if (!list.items.empty()) add(std::move(list));
  }

  void begin_item() {
    open_.push_back({});
    ++items_;
  }

  void end_item() {
    --items_;
    auto item = std::move(open_.back().text);
    open_.pop_back();
    open_.back().list.items.push_back(std::move(item));
  }

  // What follows the fence is a line of the code where a language alone does not say it.
  void begin_code(const MD_BLOCK_CODE_DETAIL& detail) {
    code_.language = attribute_text(detail.lang);
    const auto info = attribute_text(detail.info);
    if (info != code_.language) code_.code = printable(info) + '\n';
  }

  void end_code() {
    if (code_.code.empty() && !code_.language.empty())
      code_.code = printable(std::exchange(code_.language, {})) + '\n';
    add(std::exchange(code_, {}));
  }

  void end_paragraph() {
    if (!spans_.empty()) add(Paragraph{std::exchange(spans_, {})});
  }

  // A heading without text is its marks.
  void end_heading(unsigned level) {
    if (spans_.empty()) add_text(std::string(level, '#'));
    add(Heading{static_cast<int>(level), std::exchange(spans_, {})});
  }

  void add_text(std::string shown) {
    if (shown.empty()) return;
    for (auto& link : links_) link.empty = false;
    RichSpan span{std::move(shown), emphasis_ > 0, strong_ > 0, style_.code,
                  links_.empty() ? "" : links_.front().address};
    if (!spans_.empty() && same_style(spans_.back(), span))
      spans_.back().text += span.text;
    else
      spans_.push_back(std::move(span));
  }

  static bool same_style(const RichSpan& left, const RichSpan& right) {
    return left.emphasis == right.emphasis && left.strong == right.strong && left.code == right.code &&
           left.link == right.link;
  }

  void open_link(const MD_ATTRIBUTE& address) { links_.push_back({attribute_text(address)}); }

  // A link without text shows its address, and so does an image within a link, which leads elsewhere.
  void close_link() {
    if (links_.empty()) return;  // some versions of the parser close more than they open
    const auto address = links_.back().address;
    if (links_.back().empty)
      add_text(address);
    else if (links_.size() > 1)
      add_text(" (" + address + ")");
    links_.pop_back();
  }

  std::vector<Open> open_;
  RichSpans spans_;  // of the paragraph or heading that is open
  CodeBlock code_;
  RichSpan style_;
  int depth_ = 0;  // lists and quotes that are open
  int items_ = 0;  // that are open
  int emphasis_ = 0, strong_ = 0;
  std::vector<Link> links_;
};

TextBuilder& builder(void* data) { return *static_cast<TextBuilder*>(data); }

// Without what CommonMark does not have, and without HTML.
MD_PARSER make_parser() {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_NOHTML;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* data) {
    builder(data).enter(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* data) {
    builder(data).leave(type, detail);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* data) {
    builder(data).enter(type, detail);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* data) {
    builder(data).leave(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const char* text, MD_SIZE size, void* data) {
    builder(data).text(type, {text, size});
    return 0;
  };
  return parser;
}

// The characters of ASCII that mean only themselves wherever they stand within a line.
constexpr auto plain_characters = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) plain[c] = true;
  for (const char mark : std::string_view{"\\`*_[<&"}) plain[static_cast<unsigned char>(mark)] = false;
  return plain;
}();

// What is shown as it is, beyond ASCII.
bool is_shown(const utf8::Decoded& decoded) {
  return decoded.valid && decoded.code_point >= 0x80 && is_printable(decoded.code_point) &&
         !utf8::is_noncharacter(decoded.code_point);
}

// One line without markup.
bool is_plain_line(std::string_view text) {
  constexpr std::string_view openings = "\"'(";
  if (text.empty() || text.back() == ' ') return false;
  const char first = text.front();
  if (is_plain(first) && !is_letter(first) && openings.find(first) == std::string_view::npos) return false;
  for (std::size_t at = 0; at < text.size();) {
    const bool plain = plain_characters[static_cast<unsigned char>(text[at])];
    const auto decoded = plain ? utf8::Decoded{0, 1, true} : utf8::decode(text, at);
    if (!plain && !is_shown(decoded)) return false;
    at += decoded.size;
  }
  return true;
}

// Lines without markup with one empty line between them, as most texts of a bank are: their paragraphs. None
// where the text is not so simple.
std::optional<RichText> plain_paragraphs(std::string_view text) {
  constexpr std::string_view gap = "\n\n";
  RichText read;
  for (;;) {
    const auto end = text.find(gap);
    const auto line = text.substr(0, end);
    if (!is_plain_line(line)) return std::nullopt;
    read.blocks.emplace_back(Paragraph{{{std::string{line}}}});
    if (end == std::string_view::npos) return read;
    text.remove_prefix(end + gap.size());
  }
}

// Where the parser has no memory for more: as typed.
RichText as_typed(std::string_view text) {
  RichText read;
  for (const auto paragraph : split_paragraphs(text)) {
    std::string shown;
    append_unguarded(shown, paragraph, false);
    read.blocks.emplace_back(Paragraph{{{std::move(shown)}}});
  }
  return read;
}

}  // namespace

RichText read_markdown(std::string_view text) {
  if (auto read = plain_paragraphs(text)) return std::move(*read);
  constexpr std::size_t largest = 1u << 30;
  static const auto parser = make_parser();
  const auto source = guarded_markdown(text);
  TextBuilder built;
  const bool fits = source.size() < largest;
  if (!fits || md_parse(source.data(), static_cast<MD_SIZE>(source.size()), &parser, &built) != 0)
    return as_typed(source);
  return built.take();
}

}  // namespace viva
