#include "render/opening_page.hpp"

#include <numeric>

#include "catch.hpp"
#include "golden.hpp"
#include "render/sample_round.hpp"
#include "viva/base/text.hpp"
#include "viva/plan/request.hpp"

using namespace viva;
using namespace viva::sample;
using viva::test::check_golden;

namespace {

constexpr std::chrono::days one_day{1};

// Fifty questions in six tiers.
Bank fifty() {
  auto bank = round_bank();
  const auto first = bank.items.front();
  bank.tiers = {
      {"beginner", "Beginner"},       {"intermediate", "Intermediate"},    {"advanced", "Advanced"},
      {"scenario", "Scenario-Based"}, {"workflow", "AI Workflow & Tools"}, {"behavioral", "Behavioral"}};
  bank.items.clear();
  for (std::size_t i = 0; i < 50; ++i) {
    auto item = first;
    item.id = "question-" + std::to_string(i + 1);
    item.tier = std::min<std::size_t>(i / 9, 5);
    bank.items.push_back(std::move(item));
  }
  return bank;
}

// With as many of the five points as the rating says.
RatedAnswer answer(const Bank& bank, std::size_t item, Day day, Rating rating) {
  RatedAnswer made;
  made.bank = "sample";
  made.item = bank.items[item].id;
  made.at = day + 18h;
  made.day = day;
  made.rating = rating;
  made.ticked.resize(rating == Rating::again ? 1 : static_cast<std::size_t>(rating) + 1);
  std::iota(made.ticked.begin(), made.ticked.end(), 1);
  made.points = 5;
  made.seconds = 150;
  return made;
}

// Three questions a day for ten days up to `last`, each again after four days.
std::vector<RatedAnswer> ten_days(const Bank& bank, Day last) {
  std::vector<RatedAnswer> answers;
  for (int day = 0; day < 10; ++day)
    for (int back : {0, 4})
      for (int i = 0; i < 3; ++i) {
        const int item = 3 * (day - back) + i;
        if (item < 0) continue;
        const auto rating = back == 0 ? Rating::good : item % 7 == 0 ? Rating::again : Rating::hard;
        answers.push_back(answer(bank, static_cast<std::size_t>(item), last - (9 - day) * one_day, rating));
      }
  return answers;
}

std::vector<RatedAnswer> mastered(const Bank& bank, Day last) {
  std::vector<RatedAnswer> answers;
  for (const int ago : {60, 40, 1})
    for (std::size_t item = 0; item < bank.items.size(); ++item)
      answers.push_back(answer(bank, item, last - ago * one_day, Rating::easy));
  return answers;
}

Interview interview_in(int days) {
  Interview interview;
  interview.day = monday + days * one_day;
  return interview;
}

Opening opening_of(const Bank& bank, const std::vector<RatedAnswer>& answers,
                   const std::vector<Interview>& interviews, const std::vector<RoundState>& rounds) {
  const auto standing = stand(bank, find_evidence(bank, {answers, {}}), monday);
  std::optional<PlanRequest> request;
  if (const auto* next = next_interview(interviews, monday))
    request = request_plan(bank, answers, *next, monday - 9 * one_day, monday);
  const auto today = find_today(bank, standing, request, answers, monday);
  return make_opening(bank, standing, today, answers, rounds, interviews);
}

Opening opening(const std::vector<RatedAnswer>& answers, const std::vector<Interview>& interviews,
                const std::vector<RoundState>& rounds = {}) {
  return opening_of(fifty(), answers, interviews, rounds);
}

// In 80 columns and 40, in Unicode and ASCII, as golden files.
void check_screens(const std::string& name, const Opening& opening) {
  for (const int columns : {80, 40}) {
    const auto page = opening_page(fifty(), opening, columns);
    CHECK(page.size() <= 24);
    for (const auto& line : page) CHECK(width(render(line, {})) <= columns);
    check_golden("opening-" + name + "-" + std::to_string(columns) + ".txt", render(page, {}));
    const auto ascii = render(opening_page(fifty(), opening, columns - 2), {false, true});
    CHECK_FALSE(says(ascii, "?"));
    check_golden("opening-" + name + "-ascii-" + std::to_string(columns) + ".txt", ascii);
  }
}

std::string shown(const Opening& opening) { return render(opening_page(fifty(), opening, 80), {}); }

}  // namespace

TEST_CASE("the opening screen without a history") { check_screens("fresh", opening({}, {})); }

TEST_CASE("the opening screen of a newcomer says what the plan has for today") {
  const auto text = shown(opening({}, {interview_in(17)}));
  CHECK(says(text, "  viva drill\n    today: 6 questions, about 18 min\n"));
  CHECK(says(text, "  viva plan\n    the days up to it\n"));
}

TEST_CASE("the opening screen mid-way") {
  check_screens("midway", opening(ten_days(fifty(), monday - one_day), {interview_in(17)},
                                  {earlier_round(), finished_round()}));
}

TEST_CASE("the opening screen on the day before") {
  check_screens("eve", opening(ten_days(fifty(), monday), {interview_in(1)}, {finished_round()}));
}

TEST_CASE("the opening screen on the day") {
  check_screens("today", opening(ten_days(fifty(), monday - one_day), {interview_in(0)}));
}

TEST_CASE("the opening screen on the day after") {
  check_screens("after", opening(ten_days(fifty(), monday - one_day), {interview_in(-1)}));
}

TEST_CASE("the opening screen where everything is mastered") {
  check_screens("mastered", opening(mastered(fifty(), monday), {interview_in(2)}));
}

TEST_CASE("without an interview what is due counts") {
  const auto text = shown(opening(ten_days(fifty(), monday - one_day), {}));
  CHECK(says(text, "Expected today"));
  CHECK(says(text, "10 questions (7 due, 3 new), about 25 min; "));
  CHECK(says(text, "viva plan --interview DATE"));
  CHECK_FALSE(says(text, "Good luck"));
}

TEST_CASE("the next interview counts, and of those that passed the last") {
  CHECK(opening({}, {interview_in(-9), interview_in(5), interview_in(30)}).interview->day ==
        monday + 5 * one_day);
  CHECK(opening({}, {interview_in(-9), interview_in(-2)}).interview->day == monday - 2 * one_day);
  CHECK_FALSE(opening({}, {}).interview);
}

TEST_CASE("a round that is open can be gone on with") {
  auto open = finished_round();
  open.phase = RoundPhase::answering;
  const auto text = shown(opening(ten_days(fifty(), monday), {}, {open}));
  CHECK(says(text, "Phone screen, question 1 of 8, begun today"));
  CHECK(says(text, "viva mock --resume"));
}

TEST_CASE("the round that is planned for today is the one to begin") {
  auto made = opening(ten_days(fifty(), monday - one_day), {interview_in(17)}, {finished_round()});
  CHECK(says(shown(made), "viva mock screen\n"));
  made.work.work.round = PlannedRound{std::nullopt, 12, 900, false};
  CHECK(says(shown(made), ", and a round of 12 min\n"));
  CHECK(says(shown(made), "last 2.5 of 4, today\n"));
  CHECK(says(shown(made), "viva mock --minutes 12\n"));
  CHECK_FALSE(says(shown(made), "viva mock screen\n"));
  made.work.work.round->done = true;
  CHECK(says(shown(made), "viva mock screen\n"));
}

TEST_CASE("the last round stands beside the one before of the same preset") {
  auto better = finished_round(), same = finished_round(), worse = finished_round();
  for (auto& question : better.questions) question.mark = 4;
  for (auto& question : worse.questions) question.mark = 1;
  const auto told = [](const RoundState& last) {
    return shown(opening(ten_days(fifty(), monday), {}, {earlier_round(), last}));
  };
  CHECK(says(told(better), "last 4.0 of 4, today, better than before"));
  CHECK(says(told(same), "last 2.5 of 4, today, as before"));
  CHECK(says(told(worse), "last 1.0 of 4, today, below the one before"));
}

TEST_CASE("an interview's title is said, and commands no terminal") {
  auto interview = interview_in(2);
  interview.title = hostile;
  auto bank = fifty();
  bank.title = hostile;
  for (auto& tier : bank.tiers) tier.name = hostile;
  const auto opening = opening_of(bank, ten_days(bank, monday), {interview}, {});
  const auto text = render(opening_page(bank, opening, 80), {});
  CHECK(says(text, "evil"));
  CHECK_FALSE(says(text, "\x1b"));
  CHECK_FALSE(says(text, "\u202E"));
  for (const auto& line : opening_page(bank, opening, 50)) CHECK(width(render(line, {})) <= 50);
}

TEST_CASE("commands say where questions and answers are") {
  const auto page = opening_page(fifty(), opening(ten_days(fifty(), monday), {}), 80, " --bank my.json");
  CHECK(says(render(page, {}), "viva drill --bank my.json\n"));
}

TEST_CASE("a bank without questions has an opening screen too") {
  Bank bank = round_bank();
  bank.items.clear();
  const auto opening = opening_of(bank, {}, {}, {});
  CHECK(says(render(opening_page(bank, opening, 80), {}), "viva bank init my-bank.json"));
}
