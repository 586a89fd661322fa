#include "viva/session/scorecard.hpp"

#include "catch.hpp"

using namespace viva;
using Strings = std::vector<std::string>;

namespace {

// An answer of one minute against two; mark 0: none.
RoundQuestion scored(std::string tier, int mark, std::string topic = "Speed") {
  RoundQuestion question;
  question.bank = "sample";
  question.item = "q";
  question.tier = question.tier_name = std::move(tier);
  question.topic = question.topic_name = std::move(topic);
  question.reach = Reach::reached;
  question.used = 60;
  question.budget = 120;
  if (mark > 0) question.mark = mark;
  return question;
}

RoundQuestion reach(RoundQuestion question, Reach reach) {
  question.reach = reach;
  return question;
}

RoundQuestion foretold(int predicted, int mark, std::string topic = "Speed") {
  auto question = scored("Beginner", mark, std::move(topic));
  question.predicted = predicted;
  return question;
}

RoundQuestion named(RoundQuestion question, std::string item) {
  question.item = std::move(item);
  return question;
}

Scorecard card(std::vector<RoundQuestion> questions) {
  RoundState round;
  round.phase = RoundPhase::finished;
  round.questions = std::move(questions);
  return score_round(round);
}

// Of marks in one tier.
std::optional<Verdict> verdict(const std::vector<int>& marks) {
  std::vector<RoundQuestion> questions;
  for (const int mark : marks) questions.push_back(scored("Beginner", mark));
  return card(std::move(questions)).verdict;
}

}  // namespace

TEST_CASE("the verdict's means, at their edges", "[scorecard]") {
  CHECK(verdict({4, 4, 4, 3, 3}) == Verdict::strong_hire);       // 3.6
  CHECK(verdict({4, 4, 3, 3, 3}) == Verdict::hire);              // 3.4
  CHECK(verdict({4, 4, 4, 4, 3, 3, 3}) == Verdict::hire);        // 3.57
  CHECK(verdict({3, 3}) == Verdict::hire);                       // 3.0
  CHECK(verdict({4, 3, 2}) == Verdict::hire);                    // 3.0
  CHECK(verdict({4, 3, 3, 3, 3, 3, 3, 1}) == Verdict::lean_no);  // 2.875
  CHECK(verdict({3, 2}) == Verdict::lean_no);                    // 2.5
  CHECK(verdict({4, 1}) == Verdict::lean_no);                    // 2.5
  CHECK(verdict({3, 3, 2, 2, 2}) == Verdict::no);                // 2.4
  CHECK(verdict({1}) == Verdict::no);
  CHECK(verdict({4}) == Verdict::strong_hire);
}

TEST_CASE("one answer below 3 holds back a strong hire, however good the mean", "[scorecard]") {
  CHECK(verdict({4, 4, 4, 4, 2}) == Verdict::hire);  // 3.6
  CHECK(verdict({4, 4, 4, 4, 4, 4, 4, 4, 4, 2}) == Verdict::hire);
  CHECK(verdict({4, 4, 4, 4, 4, 4, 4, 4, 4, 3}) == Verdict::strong_hire);
}

TEST_CASE("one tier below 2 holds back a hire, however good the mean", "[scorecard]") {
  const auto with = [](const std::vector<int>& weak) {
    std::vector<RoundQuestion> questions(8, scored("Beginner", 4));
    for (const int mark : weak) questions.push_back(scored("Advanced", mark));
    return card(std::move(questions)).verdict;
  };
  CHECK(with({2}) == Verdict::hire);
  CHECK(with({3, 1}) == Verdict::hire);
  CHECK(with({2, 2, 1}) == Verdict::lean_no);  // mean 3.4, the tier's 1.67
  CHECK(with({1}) == Verdict::lean_no);        // mean 3.67
}

TEST_CASE("not reached counts as 1; gone and unscored do not count", "[scorecard]") {
  const auto made = card({scored("Beginner", 4), reach(scored("Beginner", 1), Reach::not_reached),
                          reach(scored("Advanced", 0), Reach::gone), scored("Advanced", 0)});
  CHECK(made.marked == 2);
  CHECK(made.not_reached == 1);
  CHECK(made.gone == 1);
  CHECK(made.unscored == 1);
  CHECK(made.mean == 2.5);
  CHECK(made.verdict == Verdict::lean_no);
  REQUIRE(made.tiers.size() == 1);
  CHECK(made.tiers[0].count == 2);
  CHECK(made.used == 120);
  CHECK(made.budget == 240);
}

TEST_CASE("an abandoned round is judged by what was scored", "[scorecard]") {
  RoundState round;
  round.phase = RoundPhase::finished;
  round.abandoned = true;
  round.questions = {scored("Beginner", 3), scored("Beginner", 0),
                     reach(scored("Advanced", 0), Reach::waiting)};
  const auto made = score_round(round);
  CHECK(made.abandoned);
  CHECK(made.marked == 1);
  CHECK(made.unscored == 2);
  CHECK(made.not_reached == 0);
  CHECK(made.verdict == Verdict::hire);
  CHECK(made.used == 120);  // the answer that waits to be scored took its time too
}

TEST_CASE("where nothing was marked there is no verdict, but something to do", "[scorecard]") {
  for (const auto& made : {card({}), card({scored("Beginner", 0), reach(scored("A", 0), Reach::gone)})}) {
    CHECK_FALSE(made.verdict);
    CHECK(made.mean == 0);
    CHECK(made.tiers.empty());
    CHECK(made.next == Strings{"viva drill"});
  }
}

TEST_CASE("tiers and topics come in the order they were asked", "[scorecard]") {
  const auto made = card({scored("Late", 4, "B"), scored("Early", 1, "A"), scored("Late", 2, "A")});
  REQUIRE(made.tiers.size() == 2);
  CHECK(made.tiers[0].name == "Late");
  CHECK(made.tiers[0].mean() == 3);
  CHECK(made.tiers[1].name == "Early");
  REQUIRE(made.topics.size() == 2);
  CHECK(made.topics[0].name == "B");
  CHECK(made.topics[1].name == "A");
  CHECK(made.topics[1].mean() == 1.5);
}

TEST_CASE("calibration compares predictions with the marks of the same answers", "[scorecard]") {
  auto unmarked = scored("Beginner", 0);
  unmarked.predicted = 4;
  const auto made = card({foretold(4, 2), foretold(3, 3), scored("Beginner", 1), unmarked}).calibration;
  CHECK(made.predictions == 2);
  CHECK(made.predicted == 3.5);
  CHECK(made.given == 2.5);
  const auto none = card({scored("Beginner", 1)}).calibration;
  CHECK(none.predictions == 0);
  CHECK(none.predicted == 0);
  CHECK(none.overconfident.empty());
}

TEST_CASE("one is over-confident where predictions are half a mark too good, the worst first",
          "[scorecard]") {
  const auto made = card({foretold(3, 2, "by one"), foretold(4, 1, "by three"), foretold(1, 4, "too modest"),
                          foretold(3, 3, "by half"), foretold(3, 2, "by half"),  // 1/2
                          foretold(3, 3, "by a third"), foretold(3, 3, "by a third"),
                          foretold(3, 2, "by a third"), foretold(2, 1, "by one too")});
  CHECK(made.calibration.overconfident == Strings{"by three", "by one", "by one too", "by half"});
}

TEST_CASE("what to drill next: the questions that went badly, then the weakest topics", "[scorecard]") {
  const auto next = [](std::vector<RoundQuestion> questions) { return card(std::move(questions)).next; };
  CHECK(next({scored("Beginner", 3), scored("Beginner", 4)}) == Strings{"viva drill"});
  CHECK(next({named(scored("T", 2, "pruning"), "a"), named(scored("T", 1, "speed"), "b"),
              named(scored("T", 2, "npu"), "c"), named(scored("T", 4, "memory"), "d")}) ==
        Strings{"viva drill --id a --id b --id c", "viva drill --topic speed", "viva drill --topic pruning"});
  CHECK(next({named(scored("T", 2, "pruning"), "a"), named(scored("T", 4, "pruning"), "b")}) ==
        Strings{"viva drill --id a"});
  std::vector<RoundQuestion> bad;
  for (const auto* id : {"a", "b", "c", "d", "e", "f"}) bad.push_back(named(scored("T", 1, "npu"), id));
  CHECK(next(bad) == Strings{"viva drill --id a --id b --id c --id d --id e", "viva drill --topic npu"});
  CHECK(next({named(reach(scored("T", 1, "npu"), Reach::not_reached), "never-seen")}) ==
        Strings{"viva drill --id never-seen", "viva drill --topic npu"});
  CHECK(next({named(scored("T", 2, "it's"), "-x")}) ==
        Strings{"viva drill --id=-x", "viva drill --topic 'it'\\''s'"});
}

TEST_CASE("a question of two banks is to be drilled once", "[scorecard]") {
  auto other = named(scored("T", 1, "npu"), "a");
  other.bank = "other";
  CHECK(card({named(scored("T", 1, "npu"), "a"), other}).next ==
        Strings{"viva drill --id a", "viva drill --topic npu"});
}

TEST_CASE("a round is better or worse by a quarter of a mark", "[scorecard]") {
  const auto trend = [](const std::vector<int>& before, const std::vector<int>& now) {
    const auto made = [](const std::vector<int>& marks) {
      std::vector<RoundQuestion> questions;
      for (const int mark : marks) questions.push_back(scored("Beginner", mark));
      return card(std::move(questions));
    };
    return compare(made(before), made(now)).whole.trend;
  };
  CHECK(trend({3, 3, 3, 3}, {4, 3, 3, 3}) == Trend::better);
  CHECK(trend({4, 3, 3, 3}, {3, 3, 3, 3}) == Trend::worse);
  CHECK(trend({3, 3, 3, 3, 3}, {4, 3, 3, 3, 3}) == Trend::same);
  CHECK(trend({4, 3, 3, 3, 3}, {3, 3, 3, 3, 3}) == Trend::same);
  CHECK(trend({2}, {2}) == Trend::same);
  // 23/12 and 13/6 are a quarter apart, but not as computers count.
  const std::vector<int> twelve{1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2}, six{2, 2, 2, 2, 2, 3};
  CHECK(trend(twelve, six) == Trend::better);
  CHECK(trend(six, twelve) == Trend::worse);
}

TEST_CASE("rounds are compared in the tiers that both have", "[scorecard]") {
  const auto before = card({scored("Beginner", 2), scored("Advanced", 3), scored("Old", 1)});
  const auto now = card({scored("Advanced", 1), scored("New", 4), scored("Beginner", 4)});
  const auto compared = compare(before, now);
  CHECK(compared.whole.name == "All");
  CHECK(compared.whole.before == 2);
  CHECK(compared.whole.now == 3);
  REQUIRE(compared.tiers.size() == 2);
  CHECK(compared.tiers[0].name == "Advanced");
  CHECK(compared.tiers[0].before == 3);
  CHECK(compared.tiers[0].now == 1);
  CHECK(compared.tiers[0].trend == Trend::worse);
  CHECK(compared.tiers[1].name == "Beginner");
  CHECK(compared.tiers[1].trend == Trend::better);
}

TEST_CASE("verdicts are called as the marks are", "[scorecard]") {
  CHECK(verdict_name(Verdict::strong_hire) == "Strong hire");
  CHECK(verdict_name(Verdict::hire) == "Hire");
  CHECK(verdict_name(Verdict::lean_no) == "Lean no");
  CHECK(verdict_name(Verdict::no) == "No");
}
