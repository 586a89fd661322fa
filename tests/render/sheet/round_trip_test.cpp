// What a Markdown sheet says of a bank's texts is read back as the same texts.

#include "bank_file.hpp"
#include "catch.hpp"
#include "render/headed_text.hpp"
#include "render/sheet/writers.hpp"

using namespace viva;

namespace {

Sheet whole_sheet(const Bank& bank, SheetRequest request) {
  std::vector<std::size_t> items(bank.items.size());
  for (std::size_t i = 0; i < items.size(); ++i) items[i] = i;
  const AnswerLog log;
  const Progress progress(bank.items.size());
  return make_sheet(bank, items, {}, request, {log, progress}, Day{});
}

bool begins(const RichText& text, std::string_view opening) { return plain_text(text).starts_with(opening); }

// The blocks of a sheet, from the front.
class SheetBlocks {
 public:
  explicit SheetBlocks(RichText read) : blocks_{std::move(read.blocks)} {}

  const RichBlock& next() { return blocks_.at(at_++); }

  bool skip_to(const RichBlock& wanted) {
    while (at_ < blocks_.size() && blocks_[at_] != wanted) ++at_;
    return at_++ < blocks_.size();
  }

  RichText take(std::size_t count) {
    RichText taken;
    for (std::size_t i = 0; i < count && at_ < blocks_.size(); ++i) taken.blocks.push_back(blocks_[at_++]);
    return taken;
  }

  bool is_at_heading() const { return at_ < blocks_.size() && std::holds_alternative<Heading>(blocks_[at_]); }

 private:
  std::vector<RichBlock> blocks_;
  std::size_t at_ = 0;
};

RichBlock heading(std::string name) { return Paragraph{{{.text = std::move(name), .strong = true}}}; }

// The heading of a question without its number.
RichText without_number(const RichBlock& block) {
  auto spans = std::get<Heading>(block).spans;
  if (spans.empty()) return {};
  auto& first = spans.front().text;
  first.erase(0, first.find('.') + 1);
  if (first.starts_with(' ')) first.erase(0, 1);
  if (first.empty()) spans.erase(spans.begin());
  return {{Paragraph{spans}}};
}

void check_text(SheetBlocks& sheet, const std::string& name, const std::string& text) {
  if (text.empty()) return;
  INFO(name << ": " << text);
  REQUIRE(sheet.skip_to(heading(name)));
  const auto read = read_markdown(text);
  CHECK(sheet.take(read.blocks.size()) == read);
}

// A box and a space go before the text of an entry, or it stands below its box.
RichText without_box(RichText entry) {
  auto* paragraph = std::get_if<Paragraph>(&entry.blocks.at(0));
  REQUIRE(paragraph != nullptr);
  auto& text = paragraph->spans.at(0).text;
  REQUIRE(text.starts_with("[ ]"));
  text.erase(0, text.starts_with("[ ] ") ? 4 : 3);
  if (text.empty()) paragraph->spans.erase(paragraph->spans.begin());
  if (paragraph->spans.empty()) entry.blocks.erase(entry.blocks.begin());
  return entry;
}

void check_list(SheetBlocks& sheet, const std::string& name, const std::vector<std::string>& texts,
                bool boxes) {
  if (texts.empty()) return;
  INFO(name);
  REQUIRE(sheet.skip_to(heading(name)));
  const auto list = std::get<TextList>(sheet.next());
  REQUIRE(list.items.size() == texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    INFO(texts[i]);
    CHECK((boxes ? without_box(list.items[i]) : list.items[i]) == read_markdown(texts[i]));
  }
}

void check_prompt(SheetBlocks& sheet, const SheetItem& item) {
  INFO(item.prompt);
  const auto read = read_markdown(item.prompt);
  const auto [first, below] = headed_text(read);
  RichBlock block;
  do block = sheet.next();
  while (!std::holds_alternative<Heading>(block) || std::get<Heading>(block).level != 3 ||
         !begins({{block}}, std::to_string(item.number) + "."));
  CHECK(without_number(block) == (first.empty() ? RichText{} : RichText{{Paragraph{first}}}));
  CHECK(sheet.take(below.blocks.size()) == below);
}

void check_round_trip(const std::string& path, SheetRequest request) {
  const auto sheet = whole_sheet(test::read_bank(path), request);
  SheetBlocks blocks{read_markdown(sheet_markdown(sheet))};
  for (const auto& section : sheet.sections)
    for (const auto& item : section.items) {
      check_prompt(blocks, item);
      check_text(blocks, "Hint", item.hint);
      check_list(blocks, "Points", item.points, sheet.ticks);
      check_list(blocks, "Pitfalls", item.pitfalls, false);
      check_list(blocks, "Follow-ups", item.follow_ups, false);
      check_text(blocks, "Answer", item.answer);
    }
}

}  // namespace

TEST_CASE("a Markdown sheet reads back as the texts of its bank") {
  for (const auto* path : {"data/bank.json", "tests/banks/texts.json", "tests/banks/hostile.json"}) {
    INFO(path);
    check_round_trip(path, {.kind = SheetKind::answers});
  }
}

TEST_CASE("so does one with boxes") {
  for (const auto* path : {"data/bank.json", "tests/banks/texts.json", "tests/banks/hostile.json"}) {
    INFO(path);
    check_round_trip(path, {.kind = SheetKind::interviewer});
  }
}
