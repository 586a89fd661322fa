#include "render/drill_page.hpp"

#include "bank/sample_bank.hpp"
#include "catch.hpp"

using namespace viva;
using namespace viva::sample;

namespace {

std::string shown(const Page& page) { return '\n' + render(page, {}); }

Bank two() {
  auto made = bank({item("kv-cache", 3), item("npu")});
  made.items[0].follow_ups = {"And then?"};
  return made;
}

// The first question of two, on its way to the rating.
struct Practice {
  Bank bank = two();
  Drill drill{bank, Progress(2), {0, 1}, Random{1}, {monday + 10h, monday}};

  void step(const Drill::Event& event) { drill.step(event, {monday + 11h, monday}); }
  std::string keys() const {
    const auto view = drill.view();
    return shown(keys_page(view, monday, 70));
  }
};

Drill::Summary summary() {
  Drill::Summary made;
  made.items = 2;
  made.ratings = {{Rating::hard, 1}, {Rating::good, 1}};
  made.seconds = 250;
  made.points_made = 4;
  made.points = 6;
  made.missed = {{0, 2, true}, {0, 0, false}};
  made.returns = {{monday + std::chrono::days{1}, 1}, {monday + std::chrono::days{4}, 1}};
  return made;
}

std::string summary_of(const Drill::Summary& summary) {
  return shown(summary_page(two(), summary, {"viva drill", "1 due"}, monday, 60));
}

}  // namespace

TEST_CASE("a plan says how many questions of which kind, and how long they take", "[drill]") {
  DrillPlan plan;
  plan.selection.items = {0, 1};
  plan.counts = {1, 1, 0};
  CHECK(describe_plan(two(), plan) == "2 questions: 1 due, 1 new, about 6 min");
  plan.counts = {0, 0, 2};
  CHECK(describe_plan(two(), plan) == "2 questions: 2 ahead of time, about 6 min");
}

TEST_CASE("a question stands under its number, and says why it is asked again", "[drill]") {
  auto view = Practice{}.drill.view();
  CHECK(shown(question_page(two(), view, 60)) ==
        "\n\n1/2  Beginner · Quantization · about 3 min\n\n  What about kv-cache?\n\n");
  view.mode = Mode::practice;
  CHECK(turn_words(view) == "ahead of time");
  view.repeated = true;
  CHECK(turn_words(view) == "once more");
  CHECK(shown(question_page(two(), view, 60)).find("about 3 min · once more\n") != std::string::npos);
}

TEST_CASE("once more it is the points that were missed that are asked for", "[drill]") {
  Drill::View view;
  view.phase = Drill::Phase::question;
  view.asked = {0, 2};
  CHECK(once_more_words(view) == "");
  view.repeated = true;
  CHECK(once_more_words(view) == "Say the 2 points you missed");
  view.asked = {1};
  CHECK(once_more_words(view) == "Say the point you missed");
  CHECK(shown(keys_page(view, monday, 70)) == "\nSay the point you missed, then press Enter.\n");
  view.phase = Drill::Phase::points;
  CHECK(shown(keys_page(view, monday, 70)) == "\n\nDid you make it? (1 or none)\n");
  view.asked.clear();  // of a question without points the whole is
  CHECK(once_more_words(view) == "");
}

TEST_CASE("each step says what can be typed", "[drill]") {
  Practice practice;
  CHECK(practice.keys() == "\nAnswer aloud or on paper, then press Enter.   e edit   s skip   q stop\n");
  practice.step(Drill::Reveal{});
  CHECK(practice.keys() == R"(

Which points did you make? (1 2 4, all, none)   f follow-ups   s skip
q stop
)");
  practice.step(Drill::Tick{{1, 2}});
  CHECK(practice.keys() == R"(
2 of 3 points: Hard. Enter to accept, or   1 Again (1 d)
2 Hard (1 d)   3 Good (1 d)   4 Easy (3 d)
f follow-ups   u undo   s skip   q stop
)");
}

TEST_CASE("an item without points is rated at once", "[drill]") {
  Practice practice;
  practice.step(Drill::Skip{});
  practice.step(Drill::Reveal{});
  CHECK(practice.keys() == R"(

How did it go?   1 Again (1 d)   2 Hard (1 d)   3 Good (2 d)
4 Easy (8 d)
u undo   s skip   q stop
)");
}

TEST_CASE("a rating may bring a question back before the interview, or not", "[drill]") {
  Drill::View view;
  view.returns = {tuesday, wednesday, monday + std::chrono::days{8}, std::nullopt};
  CHECK(return_words(view, Rating::again, monday) == "1 d");
  CHECK(return_words(view, Rating::good, monday) == "8 d");
  CHECK(return_words(view, Rating::easy, monday) == "not again");
}

TEST_CASE("a rating says when the question is back, or that it is not saved yet", "[drill]") {
  Drill::Rated rated{"", 0, Rating::good, monday + std::chrono::days{2}, 0};
  CHECK(rated_words(rated, 0, monday).text == "Saved, back in 2 days.");
  CHECK(rated_words(rated, 1, monday).text ==
        "NOT SAVED, but kept; 1 answer waits. It is tried again with every answer.");
  CHECK(rated_words(rated, 3, monday).text.find("3 answers wait.") != std::string::npos);
  CHECK(rated_words(rated, 3, monday).style == Style::bad);
  rated.once_more = 2;
  CHECK(rated_words(rated, 0, monday).text ==
        "Saved. What you missed comes once more before the end; back in 2 days.");
  rated.returns.reset();
  CHECK(rated_words(rated, 0, monday).text ==
        "Saved. What you missed comes once more before the end; not planned again before the interview.");
  rated.once_more = 0;
  CHECK(rated_words(rated, 0, monday).text == "Saved, not planned again before the interview.");
  CHECK(undone_words(two().items[0]).text == "Taken back: kv-cache.");
}

TEST_CASE("the summary says what was covered, missed, and when it is back", "[drill]") {
  CHECK(summary_of(summary()) == R"(

2 questions in 4 minutes: 1 Hard, 1 Good
Covered 4 of 6 points

Missed
  kv-cache  Point 3
  kv-cache  Point 1

Back   1 tomorrow, 1 in 4 days

Next   viva drill
       1 due
)");
}

TEST_CASE("of many points missed the summary has the first five, and says where the others are", "[drill]") {
  auto bank = two();
  bank.items[0].points[2].text = "A point that has far more words than there is room for on a line";
  auto made = summary();
  made.missed = {{0, 2, true}, {0, 0, false}, {0, 1, false}, {0, 2, false}, {0, 0, false}};
  const auto page = [&] { return shown(summary_page(bank, made, {"viva drill", "1 due"}, monday, 40)); };
  CHECK(page().find("\nMissed\n  kv-cache  A point that has far more w…\n") != std::string::npos);
  CHECK(page().find("viva show") == std::string::npos);
  made.missed.push_back({0, 1, false});
  made.missed.push_back({0, 2, false});
  CHECK(page().find(R"(
Missed, 5 of 7
  kv-cache  A point that has far more w…
  kv-cache  Point 1
  kv-cache  Point 2
  kv-cache  A point that has far more w…
  kv-cache  Point 1
  viva show ID has all of them.

Back )") != std::string::npos);
}

TEST_CASE("what was missed is a line each, whatever its structure", "[drill]") {
  auto bank = two();
  bank.items[0].points[0].text = "Two ways:\n\n- `new`\n- *make*";
  auto made = summary();
  made.missed = {{0, 0, false}};
  const auto page = shown(summary_page(bank, made, {"viva drill", "1 due"}, monday, 60));
  CHECK(page.find("\n  kv-cache  Two ways: new make\n") != std::string::npos);
}

TEST_CASE("what was missed stands in columns, however long the ids are", "[drill]") {
  auto bank = two();
  bank.items[0].id = "a-question-with-quite-a-long-id";
  bank.items[1] = item("npu", 1);
  auto made = summary();
  made.missed = {{0, 0, false}, {1, 0, false}};
  const auto text = shown(summary_page(bank, made, {"viva drill", "1 due"}, monday, 40));
  CHECK(text.find("\n  a-question-w…  Point 1\n  npu            Point 1\n") != std::string::npos);
}

TEST_CASE("the summary tells what is not planned again before the interview", "[drill]") {
  auto made = summary();
  made.returns = {{std::nullopt, 2}, {tuesday, 1}, {wednesday, 3}};
  CHECK(summary_of(made).find("\nBack   1 tomorrow, 3 in 2 days; 2 not planned again before\n"
                              "       the interview\n") != std::string::npos);
  made.returns = {{std::nullopt, 2}};
  CHECK(summary_of(made).find("\nBack   not planned again before the interview\n") != std::string::npos);
}

TEST_CASE("the summary of a short drill leaves out what there was not", "[drill]") {
  auto made = summary();
  made.points = 0;
  made.missed.clear();
  made.seconds = 30;
  made.skipped = 1;
  made.left = 2;
  const auto text = summary_of(made);
  CHECK(text.find("2 questions in under a minute") != std::string::npos);
  CHECK(text.find("1 skipped, 2 not reached") != std::string::npos);
  CHECK(text.find("Covered") == std::string::npos);
  CHECK(text.find("Missed") == std::string::npos);
}

TEST_CASE("a drill without a rating has nothing to sum up", "[drill]") {
  CHECK(summary_of({}) ==
        "\n\nNothing was rated, so there is nothing to keep.\n\nNext   viva drill\n       1 due\n");
}

TEST_CASE("what was typed and not rated is shown, so that it is not lost", "[drill]") {
  CHECK(unrated_page({}, 60).empty());
  CHECK(shown(unrated_page({"One\nline", "Two"}, 60)) == R"(
Typed, but not rated, and so not in your history:

  | One
  | line

  | Two
)");
}

TEST_CASE("what cannot be done now says why", "[drill]") {
  using Action = Drill::Action;
  using Phase = Drill::Phase;
  CHECK(why_not(Action::undo, Phase::question) == "there is nothing to take back yet");
  CHECK(why_not(Action::answer, Phase::question) ==
        "answer first: Enter shows the hint, then there is more to see");
  CHECK(why_not(Action::answer, Phase::points) == "the bank has no model answer to this question");
  CHECK(why_not(Action::follow_ups, Phase::rating) == "the bank has no follow-ups to this question");
}
