// What holds for every drill, tried with random ones. The seed is fixed, so a failure can be repeated.
#include "catch.hpp"
#include "session/drill_session.hpp"
#include "viva/base/random.hpp"

using namespace viva;
using namespace viva::sample;
using std::chrono::days;

namespace {

class RandomDrill {
 public:
  explicit RandomDrill(std::uint64_t seed) : random_(seed), bank_(sample::bank(items())) {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < bank_.items.size(); ++i) all.push_back(i);
    seeded_shuffle(all, random_);
    all.resize(pick(all.size() + 1));
    asked_ = all;
    answer_before();
    drill_.emplace(bank_, log_.replayed(bank_), all, Random{seed + 1'000'000}, now_);
  }

  void step() {
    pass_time();
    const auto event = any_event();
    const auto before = drill_->view();
    const auto progress = drill_->progress();
    const auto effects = drill_->step(event, now_);
    log_.apply(effects);
    const auto after = drill_->view();
    if (!before.allows(action_of(event))) {
      REQUIRE(effects.empty());
      REQUIRE(after == before);
      REQUIRE(drill_->progress() == progress);
    }
    REQUIRE(drill_->progress() == log_.replayed(bank_));
    check_view(after);
    if (!effects.empty()) check_rated(before, event, after);
  }

 private:
  std::size_t pick(std::size_t bound) { return static_cast<std::size_t>(below(random_, bound)); }
  Rating any_rating() { return static_cast<Rating>(pick(4) + 1); }

  std::vector<Item> items() {
    std::vector<Item> made;
    const auto count = pick(6);
    for (std::size_t i = 0; i < count; ++i) {
      made.push_back(item("q" + std::to_string(i), static_cast<int>(pick(5))));
      for (auto& point : made.back().points)
        if (pick(2) == 0) point.id = "id-" + std::to_string(pick(1000));
    }
    return made;
  }

  void answer_before() {
    for (const auto& asked : bank_.items)
      for (auto reviews = pick(4); reviews > 0; --reviews) {
        Review review;
        review.id = random_id(random_);
        review.bank = asked.bank;
        review.item = asked.id;
        review.day = wednesday - days{static_cast<int>(3 * reviews)};
        review.rating = any_rating();
        review.points = static_cast<int>(asked.points.size());
        for (int point = 1; point <= review.points; ++point)
          if (pick(2) == 0) review.ticked.push_back(point);
        if (pick(2) == 0) review.asked = point_keys(asked.points);  // else as before format 4
        log_.reviews.push_back(review);
      }
  }

  // Mostly some seconds; now and then a day, or a day back, as a journey over the date line has it.
  void pass_time() {
    now_.at += std::chrono::milliseconds{pick(90'000)};
    if (pick(20) == 0) now_.day += days{static_cast<int>(pick(5)) - 1};
  }

  Drill::Event any_event() {
    switch (pick(10)) {
      case 0: return Drill::Skip{};
      case 1: return Drill::Undo{};
      case 2: return pick(10) == 0 ? Drill::Event{Drill::Quit{}} : Drill::Undo{};
      case 3:
      case 4:
      case 5: return Drill::Tick{any_points()};
      case 6:
      case 7: return Drill::Reveal{"typed"};
      default: return Drill::Rate{any_rating()};
    }
  }

  std::vector<int> any_points() {
    std::vector<int> points;
    for (auto left = pick(4); left > 0; --left) points.push_back(static_cast<int>(pick(6)));
    return points;
  }

  static Drill::Action action_of(const Drill::Event& event) {
    using Action = Drill::Action;
    constexpr std::array actions{Action::reveal, Action::tick, Action::rate,
                                 Action::skip,   Action::undo, Action::quit};
    return actions[event.index()];
  }

  void check_view(const Drill::View& view) const {
    const bool finished = view.phase == Drill::Phase::finished;
    REQUIRE(view.number <= view.total);
    REQUIRE(view.summary.has_value() == finished);
    REQUIRE(finished != view.allows(Drill::Action::quit));
    REQUIRE(view.total >= asked_.size());
    REQUIRE(view.total <= 2 * asked_.size());
    if (!finished) {
      REQUIRE(view.asked.size() <= bank_.items[view.item].points.size());
      REQUIRE((view.repeated || view.asked.size() == bank_.items[view.item].points.size()));
      return;
    }
    const auto& summary = *view.summary;
    for (const auto& missed : summary.missed) REQUIRE(missed.point < bank_.items[missed.item].points.size());
    REQUIRE(summary.items + summary.skipped + summary.left == asked_.size());
    std::size_t rated = 0, returning = 0;
    for (const auto& entry : summary.ratings) rated += entry.second;
    for (const auto& entry : summary.returns) returning += entry.second;
    REQUIRE(rated == summary.items);
    REQUIRE(returning == summary.items);
    REQUIRE(summary.points_made + summary.missed.size() == summary.points);
  }

  // A rating does what the view foretold for it.
  void check_rated(const Drill::View& before, const Drill::Event& event, const Drill::View& after) const {
    const auto* rate = std::get_if<Drill::Rate>(&event);
    REQUIRE(after.rated.has_value() == (rate != nullptr));
    if (!rate) return;
    REQUIRE(after.rated->item == before.item);
    REQUIRE(after.rated->returns == due(*drill_->progress()[before.item]));
    const auto& review = log_.reviews.back();
    REQUIRE(review.ticked == before.ticked);
    REQUIRE(review.mode == before.mode);
    REQUIRE(review.answer == "typed");
    REQUIRE(review.seconds >= 0);
    REQUIRE(review.asked.size() == before.asked.size());
    const auto missed = before.asked.size() - before.ticked.size();
    const bool whole = rate->rating != Rating::again && missed == 0;
    const auto once_more = whole || before.repeated ? 0 : std::max<std::size_t>(missed, 1);
    REQUIRE(after.rated->once_more == once_more);
  }

  Random random_;
  Bank bank_;
  std::vector<std::size_t> asked_;
  Log log_;
  Now now_{Instant{wednesday + 18h}, wednesday};
  std::optional<Drill> drill_;
};

}  // namespace

TEST_CASE("whatever happens, a drill agrees with the log that its effects make", "[drill]") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    RandomDrill drill{seed};
    for (int event = 0; event < 80; ++event) drill.step();
  }
}

TEST_CASE("a drill ends: every item is asked at most twice", "[drill]") {
  Random random{1};
  for (std::size_t items = 0; items <= 5; ++items) {
    Session session{std::vector<Item>(items, item("same", 1))};
    std::size_t ratings = 0;
    for (; session.view().phase != Drill::Phase::finished; ++ratings)
      session.play(below(random, 2) == 0 ? "ra1" : "ra3");
    CHECK(ratings <= 2 * items);
    CHECK(session.view().summary->items == items);
  }
}
