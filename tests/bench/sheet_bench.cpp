// Sheets of 50 and of 10,000 questions: the time should grow with their number, no faster.
#include <fmt/format.h>

#include <numeric>

#include "bench/allocations.hpp"
#include "catch.hpp"
#include "render/sheet/writers.hpp"

namespace {

using namespace viva;

Item item(int number) {
  Item made;
  made.bank = "generated";
  made.id = fmt::format("question-{}", number);
  made.tier = static_cast<std::size_t>(number / 2'500);
  made.prompt =
      fmt::format("Question {}: what does a cache of keys and values keep, and how does it grow?", number);
  made.hint =
      "Say what is kept for each token and layer, work out the size, then go through the ways to shrink it.";
  for (int i = 0; i < 6; ++i)
    made.points.push_back({"", fmt::format("point {}: grouped heads divide it by the size of the group", i)});
  made.pitfalls = {"Taking what is kept for what is read.", "Forgetting the “layers”."};
  made.follow_ups = {"How large is it for 8,192 tokens?"};
  made.answer = std::string(1'300, 'a');
  made.references = {{"A paper", "https://example.org/papers"}};
  return made;
}

Bank bank_of(int items) {
  Bank bank;
  bank.id = "generated";
  bank.title = "A generated bank";
  bank.tiers = {{"a", "A"}, {"b", "B"}, {"c", "C"}, {"d", "D"}};
  bank.topics = {{"topic", "Topic"}};
  for (int i = 0; i < items; ++i) bank.items.push_back(item(i));
  return bank;
}

Sheet sheet_of(const Bank& bank) {
  std::vector<std::size_t> items(bank.items.size());
  std::iota(items.begin(), items.end(), std::size_t{0});
  SheetRequest request;
  request.kind = SheetKind::answers;
  return make_sheet(bank, items, {}, request, {AnswerLog{}, Progress(bank.items.size())}, Day{});
}

}  // namespace

TEST_CASE("sheets", "[sheet]") {
  for (const int items : {50, 10'000}) {
    const auto bank = bank_of(items);
    const auto sheet = sheet_of(bank);
    fmt::print("{} questions: HTML of {:.1f} MB\n", items,
               static_cast<double>(sheet_html(sheet).size()) / 1e6);
    BENCHMARK(fmt::format("the sheet of {}", items)) { return sheet_of(bank); };
    BENCHMARK(fmt::format("HTML of {}", items)) { return sheet_html(sheet); };
    BENCHMARK(fmt::format("text of {}", items)) { return sheet_text(sheet, true); };
    BENCHMARK(fmt::format("Markdown of {}", items)) { return sheet_markdown(sheet); };
    BENCHMARK(fmt::format("Anki of {}", items)) { return sheet_anki(sheet); };
    BENCHMARK(fmt::format("JSON of {}", items)) { return sheet_json(sheet); };
  }
}
