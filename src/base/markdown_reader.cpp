// Part of viva/base/rich_text.hpp: reading Markdown. The only source that sees the parser.
#include <md4c.h>

#include <algorithm>
#include <utility>

#include "base/html_entities.hpp"
#include "base/markdown_source.hpp"
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

// Without the empty items at its end, and at the end of its last item.
void drop_last_marks(TextList& list) {
  while (!list.items.empty()) {
    auto& blocks = list.items.back().blocks;
    if (auto* inner = blocks.empty() ? nullptr : std::get_if<TextList>(&blocks.back())) {
      drop_last_marks(*inner);
      if (inner->items.empty()) blocks.pop_back();
    }
    if (!blocks.empty()) return;
    list.items.pop_back();
  }
}

// What alone is in a list has no empty line beside it.
void tighten_single(TextList& list) {
  if (list.items.size() == 1 && list.items[0].blocks.size() < 2) list.tight = true;
}

// After an empty item and an empty line, some parsers see the end of all items.
void drop_marks_between(std::vector<RichBlock>& blocks) {
  std::vector<RichBlock> kept;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    auto* list = i + 1 < blocks.size() ? std::get_if<TextList>(&blocks[i]) : nullptr;
    if (list != nullptr) {
      drop_last_marks(*list);
      if (list->items.empty()) continue;
      tighten_single(*list);
    }
    kept.push_back(std::move(blocks[i]));
  }
  blocks = std::move(kept);
}

void drop_first_marks(std::vector<RichBlock>& blocks);

// Is nothing left of a list or quote without the marks alone that it begins with?
bool is_marks_alone(RichBlock& block) {
  if (auto* quote = std::get_if<Quote>(&block)) {
    drop_first_marks(quote->text.blocks);
    return quote->text.blocks.empty();
  }
  auto* list = std::get_if<TextList>(&block);
  if (list == nullptr) return false;
  const auto kept = std::ranges::find_if(list->items, [](RichText& item) {
    drop_first_marks(item.blocks);
    return !item.blocks.empty();
  });
  if (list->start) list->start = std::min(*list->start + static_cast<int>(kept - list->items.begin()), 999);
  list->items.erase(list->items.begin(), kept);
  tighten_single(*list);
  return list->items.empty();
}

// Of an item. Some parsers overlook the empty line before a line of marks alone.
void drop_first_marks(std::vector<RichBlock>& blocks) {
  auto kept = blocks.begin();
  while (kept != blocks.end() && is_marks_alone(*kept)) ++kept;
  blocks.erase(blocks.begin(), kept);
}

// Would the list be part of a paragraph before it? Parsers disagree.
bool joins_paragraph(const RichBlock& block) {
  const auto* list = std::get_if<TextList>(&block);
  return list != nullptr && (list->start.value_or(1) != 1 || list->items.front().blocks.empty());
}

bool needs_empty_line(const RichText& item) {
  for (std::size_t i = 1; i < item.blocks.size(); ++i)
    if (std::holds_alternative<Paragraph>(item.blocks[i - 1]) && joins_paragraph(item.blocks[i])) return true;
  return false;
}

// One of the values that are read again as themselves, whatever the parser saw.
TextList settled(TextList list) {
  for (auto& item : list.items) drop_first_marks(item.blocks);
  if (std::ranges::any_of(list.items, needs_empty_line)) list.tight = false;
  if (!list.tight)
    for (auto& item : list.items) drop_marks_between(item.blocks);
  tighten_single(list);
  return list;
}

// Builds the value from what the parser tells in order.
class Builder {
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
        if (depth_ <= deepest_text) open_.push_back({});
        break;
      case MD_BLOCK_CODE:
        code_.language = attribute_text(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->lang);
        break;
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
      case MD_BLOCK_CODE: add(std::exchange(code_, {})); break;
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
    if (is_list)
      add(settled(std::move(closed.list)));
    else
      add(Quote{std::move(closed.text)});
  }

  void end_item() {
    auto item = std::move(open_.back().text);
    open_.pop_back();
    open_.back().list.items.push_back(std::move(item));
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
  int emphasis_ = 0, strong_ = 0;
  std::vector<Link> links_;
};

Builder& builder(void* data) { return *static_cast<Builder*>(data); }

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

// One line without markup: a text of most banks.
bool is_plain_line(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto is_markup = [](char c) {
    const bool ascii = c >= 0x20 && c < 0x7F;
    return !ascii || c == '\\' || c == '`' || c == '*' || c == '_' || c == '[' || c == '<' || c == '&';
  };
  return !text.empty() && is_letter(text.front()) && text.back() != ' ' &&
         std::ranges::none_of(text, is_markup);
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
  if (is_plain_line(text)) return {{Paragraph{{{std::string{text}}}}}};
  constexpr std::size_t largest = 1u << 30;
  static const auto parser = make_parser();
  const auto source = guarded_markdown(text);
  Builder built;
  const bool fits = source.size() < largest;
  if (!fits || md_parse(source.data(), static_cast<MD_SIZE>(source.size()), &parser, &built) != 0)
    return as_typed(source);
  return built.take();
}

}  // namespace viva
