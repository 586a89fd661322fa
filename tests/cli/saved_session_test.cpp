// Drills and rounds that are saved with every step, and what they say where that fails.
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "catch.hpp"
#include "cli/full_session.hpp"
#include "cli/saved_drill.hpp"
#include "cli/saved_round.hpp"
#include "session/round_session.hpp"
#include "store/scratch.hpp"

using namespace viva;
using namespace viva::test;
using namespace std::chrono_literals;

namespace {

// A shell whose history can be written once mend() was called.
struct Workspace {
  Bank bank;
  Scratch scratch;
  Shell shell{options(scratch)};
  SaveQueue queue{shell.history_file(), bank};

  explicit Workspace(Bank of) : bank(std::move(of)) {
    write_text(scratch / "answers", "no folder");
    ::setenv("VIVA_NOW", "2026-11-22T18:30:00Z", 1);
  }
  ~Workspace() { ::unsetenv("VIVA_NOW"); }
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;

  void mend() const { std::filesystem::remove(scratch / "answers"); }
  History::Log log() const { return History{shell.history_file(), History::Access::read}.log(); }

 private:
  static Options options(const Scratch& scratch) {
    Options made;
    made.history = scratch / "answers" / "history.db";
    return made;
  }
};

struct DrillHere : Workspace {
  DrillHere() : Workspace(sample::bank({sample::item("first", 3), sample::item("second", 2)})) {}

  Drill drill{bank, Progress(2), {0, 1}, Random{1}, shell.now()};
  SavedDrill saved{shell, bank, drill, queue};

  SavedDrill::Outcome rate(Rating rating) {
    saved.step(Drill::Reveal{});
    saved.step(Drill::Tick{{1}});
    return saved.step(Drill::Rate{rating});
  }
};

}  // namespace

TEST_CASE("a rating is in the history when the drill goes on", "[saved_drill]") {
  DrillHere at;
  at.mend();
  const auto outcome = at.rate(Rating::good);
  CHECK(!outcome.trouble);
  CHECK(outcome.said.text == "Saved. What you missed comes once more before the end; back tomorrow.");
  REQUIRE(at.log().reviews.size() == 1);
  CHECK(at.log().reviews.front().rating == Rating::good);
  CHECK(at.log().reviews.front().asked == PointKeys{"Point 1", "Point 2", "Point 3"});
}

TEST_CASE("undo is in the history, too, and says what it took back", "[saved_drill]") {
  DrillHere at;
  at.mend();
  at.rate(Rating::good);
  CHECK(at.saved.step(Drill::Undo{}).said.text == "Taken back: first.");
  CHECK(at.log().retractions.size() == 1);
}

TEST_CASE("events that change no history write nothing and say nothing", "[saved_drill]") {
  DrillHere at;
  for (const Drill::Event& event : {Drill::Event{Drill::Type{"x"}}, Drill::Event{Drill::Reveal{"x"}}}) {
    const auto outcome = at.saved.step(event);
    CHECK(outcome.said.text.empty());
    CHECK(!outcome.trouble);
  }
}

TEST_CASE("a drill whose answers cannot be saved says so, and how many wait", "[saved_drill]") {
  DrillHere at;
  CHECK(at.rate(Rating::good).said.text.starts_with("NOT SAVED, but kept; 1 answer waits."));
  const auto second = at.rate(Rating::easy);
  CHECK(second.said.text.starts_with("NOT SAVED, but kept; 2 answers wait."));
  CHECK(second.trouble);
}

namespace {

struct RoundHere : Workspace {
  RoundHere() : Workspace(sample::three()) {}

  Round round{bank, sample::fresh(bank), Random{2}, shell.now()};
  std::vector<std::string> said;  // "trouble" or "mended", as often as it is told
  SavedRound saved{shell, round, queue,
                   [this](const auto& trouble) { said.emplace_back(trouble ? "trouble" : "mended"); }};
};

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a round is in the history with each step", "[saved_round]") {
  RoundHere at;
  at.mend();
  at.saved.step(Round::Begin{});
  at.saved.step(Round::Submit{"an answer"});
  CHECK(at.said.empty());
  CHECK(at.log().rounds == std::vector{at.round.state()});
}

TEST_CASE("a round tells of trouble once, and again when it is over", "[saved_round]") {
  RoundHere at;
  at.saved.step(Round::Begin{});
  at.saved.step(Round::Submit{"an answer"});
  CHECK(at.said == Texts{"trouble"});
  at.mend();
  at.saved.step(Round::Next{"a reply"});
  at.saved.step(Round::Predict{3});
  CHECK(at.said == Texts{"trouble", "mended"});
  CHECK(at.log().rounds == std::vector{at.round.state()});
}

TEST_CASE("a frame stays until its clock shows the next second", "[full_session]") {
  const Instant whole{};
  CHECK(to_next_second(whole, whole) == 1001ms);
  CHECK(to_next_second(whole + 5s + 300ms, whole) == 701ms);
  CHECK(to_next_second(whole - 300ms, whole) == 301ms);
}
