// What holds for every round, tried with random ones. The seed is fixed, so a failure can be repeated.
#include <array>
#include <optional>
#include <set>

#include "session/round_session.hpp"
#include "viva/session/scorecard.hpp"

using namespace viva;
using namespace viva::sample;

namespace {

class RandomRound {
 public:
  explicit RandomRound(std::uint64_t seed) : random_(seed), bank_(any_bank()) {
    Draw draw;
    draw.name = "mock";
    draw.seconds = static_cast<int>(1 + pick(900));
    for (std::size_t i = 0; i < bank_.items.size(); ++i) draw.items.push_back(i);
    const bool relaxed = pick(2) == 0, follow_ups = pick(2) == 0;
    auto state = new_round(bank_, draw, seed, relaxed, follow_ups, random_, now_);
    round_.emplace(bank_, std::move(state), Random{seed}, now_);
  }

  void step() {
    pass_time();
    const auto event = any_event();
    const auto before = round_->state();
    const bool allowed =
        event.index() < actions && round_->view().allows(static_cast<Round::Action>(event.index()));
    const auto effects = round_->step(event, now_);
    check_state();
    check_time(before);
    check_phase(before, std::holds_alternative<Round::Undo>(event) && allowed);
    check_effects(before, effects);
    if (!allowed) check_unheard(before);
    if (pick(8) == 0) restore();
  }

 private:
  static constexpr std::size_t actions = static_cast<std::size_t>(Round::Action::abandon) + 1;

  std::size_t pick(std::size_t bound) { return static_cast<std::size_t>(below(random_, bound)); }

  Bank any_bank() {
    std::vector<Item> items;
    const auto count = pick(5);
    for (std::size_t i = 0; i < count; ++i) {
      items.push_back(item("q" + std::to_string(i), static_cast<int>(pick(4))));
      items.back().minutes = static_cast<int>(1 + pick(9));
      if (pick(2) == 0) items.back().follow_ups = {"And why?", "And how?"};
    }
    return bank(std::move(items));
  }

  // Mostly some seconds; now and then minutes, or back.
  void pass_time() {
    now_.at += std::chrono::milliseconds{pick(20'000)};
    if (pick(20) == 0) now_.at += std::chrono::seconds{pick(300)};
    if (pick(20) == 0) now_.at -= std::chrono::seconds{pick(300)};
  }

  Round::Event any_event() {
    switch (pick(16)) {
      case 0: return Round::Begin{};
      case 1: return Round::Type{"typed"};
      case 2:
      case 3: return Round::Submit{"submitted"};
      case 4:
      case 5: return Round::Next{"replied"};
      case 6:
      case 7: return Round::Predict{static_cast<int>(pick(6))};
      case 8: return Round::Pause{};
      case 9: return Round::Resume{};
      case 10: return Round::Tick{any_points()};
      case 11:
      case 12: return Round::Mark{static_cast<int>(pick(6))};
      case 13: return Round::Undo{};
      case 14: return pick(40) == 0 ? Round::Event{Round::Abandon{}} : Round::Leave{};
      default: return Round::Clock{};
    }
  }

  std::vector<int> any_points() {
    std::vector<int> points;
    for (auto left = pick(4); left > 0; --left) points.push_back(static_cast<int>(pick(5)));
    return points;
  }

  void check_state() const {
    const auto& state = round_->state();
    REQUIRE((state.questions.empty() ? state.current == 0 : state.current < state.questions.size()));
    if (state.questions.empty()) REQUIRE((state.phase == Phase::ready || state.phase == Phase::finished));
    for (const auto& question : state.questions) {
      REQUIRE((!question.mark || (*question.mark >= 1 && *question.mark <= 4)));
      REQUIRE((!question.predicted || (*question.predicted >= 1 && *question.predicted <= 4)));
      REQUIRE(question.used >= 0);
      REQUIRE(question.used <= state.seconds);
      REQUIRE(std::ranges::is_sorted(question.ticked));
      REQUIRE((question.ticked.empty() ||
               (question.ticked[0] >= 1 && question.ticked.back() <= question.points)));
      REQUIRE((question.review.empty() || question.mark));
    }
    check_view();
    score_round(state);
  }

  void check_view() const {
    const auto view = round_->view();
    REQUIRE(view.number <= view.total);
    const bool shown = is_asking(view.phase) || view.phase == Phase::scoring;
    REQUIRE(view.item.has_value() == shown);
    REQUIRE(view.deadline.has_value() == is_asking(view.phase));
    REQUIRE(view.wake.has_value() == (is_asking(view.phase) && !view.paused));
    if (view.paused) REQUIRE(is_asking(view.phase));
    REQUIRE(view.allows(Round::Action::leave) ==
            (view.phase != Phase::ready && view.phase != Phase::finished));
    if (shown) REQUIRE(view.question.item == bank_.items[*view.item].id);
    if (view.phase == Phase::scoring)
      REQUIRE(view.question.points == static_cast<int>(bank_.items[*view.item].points.size()));
  }

  // The rest of the round's time never grows; what is saved is sound.
  void check_time(const RoundState& before) const {
    const auto& state = round_->state();
    REQUIRE(state.seen == now_.at);
    REQUIRE(state.saved <= state.seen);
    if (!is_asking(state.phase)) return;
    REQUIRE(state.shown <= state.seen);
    REQUIRE(state.seen < state.deadline);
    REQUIRE(state.deadline - state.shown <= std::chrono::seconds{state.seconds});
    if (is_asking(before.phase)) REQUIRE(state.deadline - state.seen <= before.deadline - before.seen);
    if (before.paused && state.paused) REQUIRE(state.deadline - state.seen == before.deadline - before.seen);
  }

  // Forward, question by question, but for an undo.
  void check_phase(const RoundState& before, bool undone) const {
    const auto& state = round_->state();
    const auto place = [](const RoundState& of) {
      const int stage = of.phase == Phase::ready     ? 0
                        : is_asking(of.phase)        ? 1
                        : of.phase == Phase::scoring ? 2
                                                     : 3;
      const auto step = stage == 1 ? of.phase : Phase::ready;
      return std::tuple{stage, stage == 3 ? 0 : of.current, step};
    };
    if (undone) {
      REQUIRE(state.phase == Phase::scoring);
      REQUIRE(place(state) <= place(before));
    } else {
      REQUIRE(place(state) >= place(before));
    }
  }

  // Reviews are those that the marks have; a save is the last effect, and no more than typing waits for it.
  void check_effects(const RoundState& before, const std::vector<Round::Effect>& effects) {
    for (const auto& effect : effects) {
      if (const auto* append = std::get_if<Round::Append>(&effect))
        REQUIRE(reviews_.insert(append->review.id).second);
      if (const auto* retract = std::get_if<Round::Retract>(&effect))
        REQUIRE(reviews_.erase(retract->review) == 1);
    }
    std::set<std::string> held;
    for (const auto& question : round_->state().questions)
      if (!question.review.empty()) held.insert(question.review);
    REQUIRE(held == reviews_);
    REQUIRE(round_->state().revision == before.revision + (saves(effects) ? 1 : 0));
    if (effects.size() > 0) REQUIRE(saves(effects));
  }

  // What is not allowed changes nothing; the time that passed may.
  void check_unheard(const RoundState& before) const {
    const auto& state = round_->state();
    REQUIRE(state.paused == before.paused);
    REQUIRE(state.abandoned == before.abandoned);
    REQUIRE(state.ticks_given == before.ticks_given);
    if (state.phase == before.phase) REQUIRE(state.questions == before.questions);
  }

  void restore() {
    const auto before = round_->state();
    round_.emplace(bank_, before, random_, now_);
    REQUIRE(round_->state() == before);
    random_.discard(100);
  }

  Random random_;
  Now now_ = at(0s);
  Bank bank_;
  std::optional<Round> round_;
  std::set<std::string> reviews_;
};

}  // namespace

TEST_CASE("whatever happens, a round stays sound, and can be restored", "[round]") {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    RandomRound round{seed};
    for (int event = 0; event < 150; ++event) round.step();
  }
}

TEST_CASE("a round restored with any other bank stays sound", "[round]") {
  const auto whole = three();
  const std::vector<Bank> others{bank({}), bank({item("a", 2)}), bank({item("c"), item("b", 3)}),
                                 bank({item("new"), item("c", 1), item("a")})};
  for (const auto phase :
       {Phase::ready, Phase::answering, Phase::follow_up, Phase::predicting, Phase::scoring, Phase::finished})
    for (const auto& other : others) {
      CAPTURE(static_cast<int>(phase), other.items.size());
      auto laid = in_phase(whole, phase);
      laid.step(Round::Pause{}, at(4min));
      Round round{other, laid.state(), Random{3}, at(5h)};
      if (round.view().paused) CHECK(is_asking(round.view().phase));
      round.step(Round::Resume{}, at(5h));
      for (int event = 0; round.view().phase != Phase::finished; ++event) {
        REQUIRE(event < 30);
        for (const auto& next :
             {Round::Event{Round::Begin{}}, Round::Event{Round::Submit{"s"}}, Round::Event{Round::Next{"n"}},
              Round::Event{Round::Predict{2}}, Round::Event{Round::Tick{{}}}, Round::Event{Round::Mark{2}}})
          round.step(next, at(5h));
      }
      const auto card = score_round(round.state());
      CHECK(card.marked + card.gone + card.unscored == 3);
    }
}
