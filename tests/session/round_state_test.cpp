#include "viva/session/round_state.hpp"

#include "session/round_session.hpp"

using namespace viva;
using namespace viva::sample;

namespace {

RoundState round_in(Phase phase) {
  RoundState round;
  round.phase = phase;
  return round;
}

Review typed(const RoundState& now, const std::string& answer, std::chrono::hours before) {
  Review review;
  review.bank = "sample";
  review.item = "a";
  review.at = now.begun - before;
  review.mode = Mode::round;
  review.round = "another";
  review.answer = answer;
  return review;
}

}  // namespace

TEST_CASE("a round is open from its beginning to its end", "[round]") {
  CHECK_FALSE(is_open(round_in(Phase::ready)));
  for (const auto phase : {Phase::answering, Phase::follow_up, Phase::predicting, Phase::scoring})
    CHECK(is_open(round_in(phase)));
  CHECK_FALSE(is_open(round_in(Phase::finished)));
}

TEST_CASE("of several open rounds the latest is gone on with", "[round]") {
  const std::vector<RoundState> rounds{round_in(Phase::scoring), round_in(Phase::answering),
                                       round_in(Phase::finished), round_in(Phase::ready)};
  CHECK(find_open_round(rounds) == &rounds[1]);
  CHECK(find_open_round({round_in(Phase::finished)}) == nullptr);
  CHECK(find_open_round({}) == nullptr);
}

TEST_CASE("earlier answers were typed to the same item in rounds before, the newest first", "[round]") {
  const auto bank = three();
  const auto round = fresh(bank);
  auto own = typed(round, "own", 1h);
  own.round = round.id;
  auto drilled = typed(round, "drilled", 1h);
  drilled.mode = Mode::drill;
  auto other = typed(round, "other", 1h);
  other.item = "b";
  const auto found = earlier_answers({typed(round, "first", 48h), typed(round, "second", 24h),
                                      typed(round, "", 12h), own, drilled, other, typed(round, "later", -1h)},
                                     round, round.questions[0]);
  REQUIRE(found.size() == 2);
  CHECK(found[0].answer == "second");
  CHECK(found[1].answer == "first");
}
