// A frame of each full screen, and a key typed into a long answer.
#include <fmt/format.h>

#include <numeric>

#include "catch.hpp"
#include "render/sample_round.hpp"
#include "tui/answer_editor.hpp"
#include "tui/browse_screen.hpp"
#include "tui/drill_screen.hpp"
#include "tui/round_screen.hpp"

namespace {

using namespace viva;

constexpr ScreenFormat large{{40, 120}};
const Now now{sample::ten, sample::monday};

Bank bank_of(int items) {
  auto bank = sample::round_bank();
  const auto item = bank.items.front();
  for (int i = 1; i < items; ++i) {
    bank.items.push_back(item);
    bank.items.back().id = fmt::format("question-{}", i);
  }
  return bank;
}

std::string words(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += fmt::format("{}word{}", i % 12 == 0 ? '\n' : ' ', i % 7);
  return text;
}

// As long as the questions of viva's own bank.
Bank long_bank(int items) {
  auto bank = bank_of(items);
  for (int i = 0; i < items; ++i) {
    auto& item = bank.items[static_cast<std::size_t>(i)];
    item.prompt = words(30);
    item.hint = words(40) + " `code`";
    item.answer = words(330);
    item.points.assign(7, {"", words(12)});
    item.pitfalls.assign(3, words(15));
    item.topic = static_cast<std::size_t>(i) % bank.topics.size();
  }
  return bank;
}

}  // namespace

TEST_CASE("a frame of a drill", "[tui]") {
  const auto bank = bank_of(1);
  Drill drill{bank, Progress(1), {0}, Random{1}, now};
  DrillScreen screen{bank};
  BENCHMARK("question, 120x40") { return screen.draw(drill.view(), 5, now.day, large); };
  drill.step(Drill::Reveal{}, now);
  drill.step(Drill::Tick{{1, 2}}, now);
  BENCHMARK("rating, 120x40") { return screen.draw(drill.view(), 5, now.day, large); };
  BENCHMARK("rating, 120x40, ASCII") { return screen.draw(drill.view(), 5, now.day, {large.size, true}); };
}

TEST_CASE("a frame of a round", "[tui]") {
  const auto bank = bank_of(1);
  Random ids{1};
  DrawRequest request;
  request.questions = 1;
  request.seconds = 600;
  const auto drawn = draw_round(bank, Progress(1), request, now.day);
  Round round{bank, new_round(bank, drawn, 1, false, true, ids, now), Random{1}, now};
  const std::vector<RoundState> rounds;
  const std::vector<Review> reviews;
  RoundScreen screen{{bank, rounds, reviews}};
  round.step(Round::Begin{}, now);
  screen.draw(round, now, large);
  screen.set_text(words(1'000));
  BENCHMARK("answering with 1,000 words, 120x40") { return screen.draw(round, now, large); };
  round.step(Round::Submit{words(1'000)}, now);
  round.step(Round::Next{}, now);
  round.step(Round::Predict{3}, now);
  REQUIRE(round.view().phase == RoundPhase::scoring);
  BENCHMARK("scoring beside 1,000 words, 120x40") { return screen.draw(round, now, large); };
}

TEST_CASE("a frame of the browser", "[tui]") {
  for (const int items : {50, 10'000}) {
    const auto bank = long_bank(items);
    const Progress progress(bank.items.size());
    BrowseScreen screen{bank, progress, {}, now.day};
    BENCHMARK(fmt::format("{} questions, 120x40", items)) { return screen.draw(large); };
    BENCHMARK_ADVANCED(fmt::format("{} questions, the first key", items))
    (Catch::Benchmark::Chronometer meter) {
      std::vector<BrowseScreen> fresh(static_cast<std::size_t>(meter.runs()),
                                      BrowseScreen{bank, progress, {}, now.day});
      meter.measure([&](int run) { return fresh[static_cast<std::size_t>(run)].take(KeyPress{"w"}); });
    };
    for (const char c : std::string{"word"}) screen.take(KeyPress{std::string{c}});
    BENCHMARK(fmt::format("{} questions, a word that leaves none, and back", items)) {
      screen.take(KeyPress{"q"});
      return screen.take(KeyPress{"Backspace"});
    };
  }
}

TEST_CASE("a key typed into a long answer", "[tui]") {
  for (const int count : {100, 5'000}) {
    AnswerEditor editor{words(count)};
    editor.lay_out(90, 20);
    editor.apply(AnswerEditor::Edit::page_up);
    BENCHMARK(fmt::format("{} words", count)) {
      editor.insert("x");
      editor.lay_out(90, 20);
      const auto rows = editor.rows();
      editor.apply(AnswerEditor::Edit::erase_left);
      return rows.size();
    };
  }
}
