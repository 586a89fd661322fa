#include "render/item_page.hpp"

#include <algorithm>
#include <array>

#include "bank/sample_bank.hpp"
#include "catch.hpp"
#include "viva/base/text.hpp"

using namespace viva;
using namespace viva::sample;

namespace {

std::string shown(const Page& page) { return '\n' + render(page, {}); }

Bank three() {
  auto made =
      bank({item("what-is-quantization", 2), item("npu", beginner, npu), item("pruning", scenario, pruning)});
  made.items[0].prompt = "What is quantization, what do you gain, and how do you keep accuracy from falling?";
  return made;
}

// Of the first item alone: both of its points made with ease so many days ago, one after the other.
Progress easy(std::vector<int> days_ago) {
  Progress progress(3);
  progress[0].emplace(2);
  const std::array grades{PointGrade{0, Rating::easy, true}, PointGrade{1, Rating::easy, true}};
  for (const int days : days_ago) progress[0]->add(Rating::easy, monday - std::chrono::days{days}, grades);
  return progress;
}

std::string list(const std::vector<std::size_t>& items, int columns) {
  return shown(list_items(three(), items, easy({40, 30}), monday, columns));
}

std::string standing_line(const Progress& progress) {
  const auto page = show_item(three(), 0, progress, {}, monday, 80);
  return render(page.at(2), {});
}

}  // namespace

TEST_CASE("an item says where it stands", "[item]") {
  CHECK(standing_line(Progress(3)) == "not asked yet");
  CHECK(standing_line(easy({0})) == "expected recall 100 %, due in 8 days");
  CHECK(standing_line(easy({8})) == "expected recall 90 %, due now");
}

TEST_CASE("a recall that is nearly certain is not called certain", "[item]") {
  const auto progress = easy({31, 1});
  REQUIRE(recall(*progress[0], monday) > 0.995);
  CHECK(standing_line(progress).starts_with("expected recall 99 %, due in "));
}

TEST_CASE("an item in full has what the bank holds of it, each part under its heading", "[item]") {
  auto bank = three();
  auto& item = bank.items[0];
  item.pitfalls = {"Promising too much."};
  item.follow_ups = {"And then?"};
  item.answer = "First.\n\nSecond.";
  item.references = {{"A paper", "https://example.org/a-very-long-address-that-is-not-to-be-broken"}};
  CHECK(shown(show_item(bank, 0, Progress(3), {}, monday, 40)) == R"(
what-is-quantization
Beginner · Quantization · about 3 min
not asked yet

  What is quantization, what do you
  gain, and how do you keep accuracy
  from falling?

Hint
  Name it.

Points
  [ ] Point 1
  [ ] Point 2

Pitfalls
  ! Promising too much.

Follow-ups
  ? And then?

Answer
  First.

  Second.

References
  A paper
  https://example.org/a-very-long-address-that-is-not-to-be-broken
)");
}

TEST_CASE("an item that was answered says what became of each of its points, and of the answers") {
  auto bank = three();
  bank.items[0] = item("kv-cache", 4);
  bank.items[0].points[3].text = "A point that was added since, with more words than a line holds";
  const auto old = point_keys({bank.items[0].points.begin(), bank.items[0].points.begin() + 3});
  const auto answered = [&](int days_ago, Rating rating, std::vector<int> ticked, Mode mode) {
    return RatedAnswer{"sample",
                       "kv-cache",
                       monday - std::chrono::days{days_ago} + 18h,
                       monday - std::chrono::days{days_ago},
                       rating,
                       std::move(ticked),
                       3,
                       0,
                       130,
                       mode};
  };
  const AnswerLog log{
      {answered(6, Rating::again, {1}, Mode::drill), answered(5, Rating::hard, {1, 3}, Mode::round),
       answered(1, Rating::hard, {1, 3}, Mode::practice)},
      {old}};
  const auto evidence = find_evidence(bank, log);
  const auto page = show_item(bank, 0, replay(bank, evidence), past_of(bank, log, evidence, 0), monday, 40);
  CHECK(shown(page) == R"(
kv-cache
Beginner · Quantization · about 3 min
expected recall 58 %, due now

  What about kv-cache?

Hint
  Name it.

Points
  [x] Point 1
      made 3 of 3 times, last yesterday;
      99 % now
  [ ] Point 2
      made 0 of 3 times; 33 % now
  [x] Point 3
      made 2 of 3 times, last yesterday;
      98 % now
  [ ] A point that was added since, with
      more words than a line holds
      not asked yet

Your answers
  Sun 22 Nov   Hard, 2 of 3 points, 2:10
               min, practice
  Wed 18 Nov   Hard, 2 of 3 points, 2:10
               min, round
  Tue 17 Nov   Again, 1 of 3 points,
               2:10 min
)");
}

TEST_CASE("only the last five answers to an item are told") {
  ItemPast past;
  for (int i = 0; i < 7; ++i) {
    past.answers.emplace_back();
    past.answers.back().day = monday - std::chrono::days{9 - i};
    past.answers.back().rating = Rating::good;
  }
  auto progress = easy({1});
  const auto text = shown(show_item(three(), 0, progress, past, monday, 80));
  CHECK(text.find("Your answers\n  Mon 23 Nov") == std::string::npos);
  CHECK(text.find("Your answers\n  Fri 20 Nov   Good\n") != std::string::npos);
  CHECK(text.find("  Mon 16 Nov   Good\n") != std::string::npos);
  CHECK(text.find("Sun 15 Nov") == std::string::npos);
}

TEST_CASE("what is read after answering is the answer, the pitfalls and the references", "[item]") {
  auto bank = three();
  CHECK(answer_page(bank.items[0], 40).empty());
  bank.items[0].pitfalls = {"Guessing."};
  CHECK(shown(answer_page(bank.items[0], 40)) == "\n\nPitfalls\n  ! Guessing.\n");
}

TEST_CASE("points are numbered for ticking, in a column of their own", "[item]") {
  CHECK(shown(hint_page(item("a", 2), 40)) == "\nHint   Name it.\n\n  1  Point 1\n  2  Point 2\n");
  CHECK(shown(hint_page(item("a", 10), 40)).find("\n   9  Point 9\n  10  Point 10\n") != std::string::npos);
  CHECK(shown(hint_page(item("a"), 40)) == "\nHint   Name it.\n");
}

TEST_CASE("a list in the bank's order stands under the names of the tiers", "[item]") {
  CHECK(list({0, 1, 2}, 80) == R"(
Beginner
  what-is-quantization  in 45 days   What is quantization, what do you gain, an…
  npu                   new          What about npu?

Scenario-Based
  pruning               new          What about pruning?

3 questions, about 9 min: 2 new, 0 due
)");
}

TEST_CASE("a list in another order is one table", "[item]") {
  CHECK(list({2, 0}, 80) == R"(
  pruning               new          What about pruning?
  what-is-quantization  in 45 days   What is quantization, what do you gain, an…

2 questions, about 6 min: 1 new, 0 due
)");
}

TEST_CASE("a wide list has the topics, a narrow one leaves out the prompts", "[item]") {
  CHECK(list({0}, 130) == R"(
Beginner
  what-is-quantization  in 45 days   Quantization  What is quantization, what do you gain, and how do you keep accuracy from fall…

1 question, about 3 min: 0 new, 0 due
)");
  CHECK(list({0}, 40) == R"(
Beginner
  what-is-quantization  in 45 days

1 question, about 3 min: 0 new, 0 due
)");
}

TEST_CASE("a very narrow list clips the ids, down to eight columns", "[item]") {
  CHECK(list({0}, 30) == R"(
Beginner
  what-is-quanti…  in 45 days

1 question, about 3 min: 0
new, 0 due
)");
  CHECK(list({0}, 10) == R"(
Beginner
  what-is…  in 45 days

1
question,
about 3
min: 0
new, 0 due
)");
}

TEST_CASE("an answer of another year says which, in full") {
  ItemPast past;
  for (const int days_ago : {400, 1}) {
    past.answers.emplace_back();
    past.answers.back().day = monday - std::chrono::days{days_ago};
    past.answers.back().rating = Rating::good;
  }
  const auto text = shown(show_item(three(), 0, easy({1}), past, monday, 80));
  CHECK(text.find("Your answers\n  Sun 22 Nov       Good\n  Sun 19 Oct 2025  Good\n") != std::string::npos);
}
