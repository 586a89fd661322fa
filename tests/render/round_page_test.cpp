#include "render/round_page.hpp"

#include "catch.hpp"
#include "golden.hpp"
#include "render/sample_round.hpp"
#include "viva/memory/score.hpp"

using namespace viva;
using namespace viva::sample;
using viva::test::check_golden;
using Note = Round::Note;

namespace {

std::string shown(const Page& page) { return render(page, {}); }

Page briefing(const Bank& bank, const RoundState& round, int columns) {
  auto page = briefing_page(bank, round, answer_by_lines, columns);
  for (auto& line : begin_page(columns)) page.push_back(std::move(line));
  return page;
}

// The whole page, at both widths.
template <typename Make>
void check_widths(const std::string& name, const Make& make) {
  for (const int columns : {80, 40})
    check_golden("round-" + name + "-" + std::to_string(columns) + ".txt", shown(make(columns)));
}

Round::View answering() {
  Round::View view;
  view.phase = RoundPhase::answering;
  view.number = 3;
  view.total = 8;
  view.item = 0;
  view.question = finished_round().questions.front();
  view.question.budget = 225;
  view.question_deadline = ten + 225s;
  view.deadline = ten + 21min + 10s;
  return view;
}

Round::View scoring(std::vector<int> ticked) {
  auto view = answering();
  view.phase = RoundPhase::scoring;
  view.question.used = 252;
  view.question.ticked = std::move(ticked);
  view.proposed = propose_mark(static_cast<int>(view.question.ticked.size()), view.question.points);
  view.allowed = {Round::Action::tick, Round::Action::mark, Round::Action::undo, Round::Action::leave};
  view.question_deadline.reset();
  view.deadline.reset();
  return view;
}

std::string note(Note what, const Round::View& view, std::chrono::milliseconds since) {
  return shown(clock_page(what, view, ten + since, 40));
}

}  // namespace

TEST_CASE("the presets of a bank, each with its command") {
  const auto bank = round_bank();
  check_widths("presets", [&](int columns) { return presets_page(bank, columns); });
  CHECK(says(shown(presets_page(bank, 80, " --bank my.json")), "  viva mock screen --bank my.json\n"));
  auto none = bank;
  none.rounds.clear();
  CHECK(says(shown(presets_page(none, 80)), "There are none yet."));
}

TEST_CASE("a round is explained before it begins") {
  const auto bank = round_bank();
  check_widths("briefing", [&](int columns) { return briefing(bank, finished_round(), columns); });
  auto relaxed = finished_round();
  relaxed.relaxed = true;
  for (auto& question : relaxed.questions) question.follow_up = -1;
  const auto text = shown(briefing(bank, relaxed, 80));
  CHECK(says(text, "p stops it"));
  CHECK_FALSE(says(text, "follow-up"));
}

TEST_CASE("a question is asked with its time and the round's, and without its hint") {
  const auto bank = round_bank();
  check_widths("asked", [&](int columns) { return asked_page(bank, answering(), ten, columns); });
  const auto header = [&](const Round::View& view, std::chrono::milliseconds since) {
    return render(asked_page(bank, view, ten + since, 80)[1], {});
  };
  CHECK(header(answering(), 400ms) == "3/8  Beginner · Quantization · 3:45 for this one · 21:10 left in all");
  CHECK(header(answering(), 90s) == "3/8  Beginner · Quantization · 2:15 left of 3:45 · 19:40 left in all");
  CHECK(header(answering(), 1h) == "3/8  Beginner · Quantization · 0:00 left of 3:45 · 0:00 left in all");
  auto paused = answering();
  paused.paused = true;
  CHECK(header(paused, 0s).ends_with("· paused"));
}

TEST_CASE("the clock speaks in one short line") {
  const auto view = answering();
  CHECK(note(Note::half, view, 113s) == "  [half of 3:45 gone]\n");
  CHECK(note(Note::minute_left, view, 165s) == "  [1:00 left of 3:45]\n");
  CHECK(note(Note::minute_left, view, 185s) == "  [0:40 left of 3:45]\n");
  CHECK(note(Note::over, view, 225s) == "  [3:45 is up; 17:25 left in all]\n");
  CHECK(note(Note::round_minute_left, view, 20min + 10s) == "  [1:00 left in the round]\n");
  CHECK(shown(clock_page(Note::round_over, Round::View{}, ten, 80)) ==
        "Time. The round is over; your answer is kept.\n");
}

TEST_CASE("the interviewer probes, and the candidate foretells a mark") {
  auto view = answering();
  view.phase = RoundPhase::follow_up;
  view.follow_up = "Which layers would you leave in floating point?";
  CHECK(shown(follow_up_page(view, 80)) ==
        "\nInterviewer: Which layers would you leave in floating point?\n\n");
  view.follow_up = "And `*p`?\n\n- if *null*";
  CHECK(shown(follow_up_page(view, 80)) == "\nInterviewer: And *p?\n\n             • if null\n\n");
  CHECK(shown(predict_page(80)) == "How did that go?   1 No   2 Lean no   3 Hire   4 Strong hire\n");
}

TEST_CASE("a question is scored beside what was answered") {
  const auto bank = round_bank();
  check_widths("scoring",
               [&](int columns) { return scoring_page(bank, scoring({}), earlier_answers(), columns); });
  auto silent = scoring({});
  silent.question.answer.clear();
  silent.question.reply.clear();
  const auto text = shown(scoring_page(bank, silent, {}, 80));
  for (const auto* absent : {"Your answer", "Interviewer", "earlier"}) CHECK_FALSE(says(text, absent));
}

TEST_CASE("the points made propose a mark") {
  CHECK(shown(mark_page(scoring({1, 2, 3, 5}), 100)) ==
        "4 of 5 points: Hire. Enter to accept, or   1 No   2 Lean no   3 Hire   4 Strong hire   u undo\n");
  auto pointless = scoring({});
  pointless.proposed.reset();
  pointless.question.points = 0;
  CHECK(shown(mark_page(pointless, 80)) ==
        "How did it go?   1 No   2 Lean no   3 Hire   4 Strong hire   u undo\n");
  CHECK(shown(tick_page(round_bank(), pointless, 1, 80)) ==
        "a answer   e your 1 earlier answer   u undo   q later\n");
}

TEST_CASE("earlier answers are read next to the new one") {
  check_widths("earlier", [](int columns) { return earlier_page(earlier_answers(), monday, columns); });
}

TEST_CASE("text from a stranger cannot leave its place on the pages of a round") {
  auto bank = round_bank();
  bank.title = bank.rounds[0].name = bank.tiers[0].name = bank.items[0].prompt = bank.items[0].hint = hostile;
  auto view = scoring({1});
  view.question = hostile_round().questions.front();
  view.follow_up = hostile;
  Page all = presets_page(bank, 40);
  for (const auto& page :
       {briefing(bank, hostile_round(), 40), asked_page(bank, view, ten, 40), follow_up_page(view, 40),
        scoring_page(bank, view, {}, 40), earlier_page({typed(hostile, 1, Rating::good)}, monday, 40)})
    all.insert(all.end(), page.begin(), page.end());
  const auto text = shown(all);
  CHECK_FALSE(says(text, "\x1b"));
  CHECK_FALSE(says(text, "\u202E"));
  check_golden("round-hostile.txt", text);
}
