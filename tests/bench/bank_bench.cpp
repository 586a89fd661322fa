// Loading a large bank: speed beside json::accept on the same bytes, and memory beside what the bank needs.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "bench/allocations.hpp"
#include "catch.hpp"
#include "viva/bank/bank.hpp"

namespace {

constexpr int item_count = 100'000;

std::string item(int number) {
  return fmt::format(R"(    {{
      "id": "question-{0}",
      "tier": "{1}",
      "topic": "topic-{2}",
      "minutes": {3},
      "prompt": "Question {0}: what does a key-value cache keep, how does it grow with the length of the context, and what would you do about it on a phone?",
      "hint": "Say what is kept for each token and layer, work out the size for one model, then go through the ways to shrink it \u2013 fewer heads, fewer bits, a window \u2013 and what each of them costs.",
      "points": [
        "keys and values of every layer are kept for each token",
        "memory grows in proportion to the context: 2 × layers × heads × width × bytes",
        "grouped heads divide it by the size of the group",
        "eight bits halve it with next to no loss"
      ],
      "follow_ups": ["How large is it for 8,192 tokens?", "When would you rather recompute?"],
      "references": [{{"title": "A paper on caches, number {0}", "url": "https://example.org/papers/{0}"}}]
    }})",
                     number, number % 2 == 0 ? "beginner" : "advanced", number % 12, 1 + number % 9);
}

std::string generated_bank() {
  std::string text = R"({
  "format": 1, "id": "generated", "title": "A generated bank",
  "tiers": [{"id": "beginner", "name": "Beginner"}, {"id": "advanced", "name": "Advanced"}],
  "topics": [)";
  for (int i = 0; i < 12; ++i)
    text += fmt::format(R"({}{{"id": "topic-{}", "name": "Topic {}"}})", i > 0 ? ", " : "", i, i);
  text += "],\n  \"items\": [\n";
  for (int i = 0; i < item_count; ++i) text += (i > 0 ? ",\n" : "") + item(i);
  return text + "\n  ]\n}\n";
}

const std::string& bank_text() {
  static const std::string text = generated_bank();
  return text;
}

template <class Work>
double seconds(Work work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double megabytes(std::size_t bytes) { return static_cast<double>(bytes) / 1e6; }

}  // namespace

TEST_CASE("loading 100,000 items", "[bank]") {
  const auto& text = bank_text();
  REQUIRE(viva::parse_bank(text, "generated").diagnostics.empty());
  BENCHMARK("json::accept") { return nlohmann::json::accept(text); };
  BENCHMARK("parse_bank") { return viva::parse_bank(text, "generated").bank.items.size(); };

  // The ratio from the best of runs in turn, which is steadier than the means above.
  double accept = 1e9, parse = 1e9;
  for (int run = 0; run < 7; ++run) {
    accept = std::min(accept, seconds([&] { REQUIRE(nlohmann::json::accept(text)); }));
    parse = std::min(parse, seconds([&] { REQUIRE(viva::parse_bank(text, "generated").ok()); }));
  }
  fmt::print("{:.1f} MB: json::accept {:.0f} MB/s, parse_bank {:.0f} MB/s, ratio {:.2f}\n",
             megabytes(text.size()), megabytes(text.size()) / accept, megabytes(text.size()) / parse,
             accept / parse);
}

TEST_CASE("memory for 100,000 items", "[bank]") {
  using namespace viva::bench;
  const auto& text = bank_text();
  const auto before = allocated();
  reset_peak();
  const auto parsed = viva::parse_bank(text, "generated");
  const auto peak = peak_allocated() - before;
  const auto parsed_size = allocated();
  const auto copy = parsed.bank;  // no spare capacity
  const auto needed = allocated() - parsed_size;
  fmt::print(
      "text {:.1f} MB, bank {:.1f} MB, most at once {:.1f} MB: {:.1f} MB beyond the bank, {:.2f} of the "
      "text\n",
      megabytes(text.size()), megabytes(needed), megabytes(peak), megabytes(peak - needed),
      megabytes(peak - needed) / megabytes(text.size()));
  CHECK(peak <= text.size() + needed);
  CHECK(copy.items.size() == item_count);
}
