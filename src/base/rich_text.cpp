#include "viva/base/rich_text.hpp"

#include "base/rich_visit.hpp"

namespace viva {
namespace {

class PlainText {
 public:
  std::string write(const RichText& text) {
    add(text);
    if (out_.ends_with('\n')) out_.pop_back();
    return std::move(out_);
  }

 private:
  void add(const RichText& text) {
    for (const auto& block : text.blocks)
      std::visit(Overloaded{[&](const Paragraph& paragraph) { add(paragraph.spans); },
                            [&](const Heading& heading) { add(heading.spans); },
                            [&](const CodeBlock& code) { out_ += code.code; }, [&](const ThematicBreak&) {},
                            [&](const Quote& quote) { add(quote.text); },
                            [&](const TextList& list) {
                              for (const auto& item : list.items) add(item);
                            }},
                 block);
  }

  void add(const RichSpans& spans) {
    for (const auto& span : spans) out_ += span.text;
    out_ += '\n';
  }

  std::string out_;
};

}  // namespace

bool operator==(const RichText& left, const RichText& right) { return left.blocks == right.blocks; }

std::string plain_text(const RichText& text) { return PlainText{}.write(text); }

std::string one_line_of(std::string_view markdown) {
  const auto text = plain_text(read_markdown(markdown));
  std::string line;
  for (const char c : text) {
    const bool space = c == '\n' || c == '\t' || c == ' ';
    if (!space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  return line;
}

}  // namespace viva
