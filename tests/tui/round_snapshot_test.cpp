// How a round's full screen looks, mode by mode, as golden files.
#include "golden.hpp"
#include "tui/round_at_screen.hpp"
#include "tui/screen_bank.hpp"

using namespace viva;
using namespace viva::sample;
using namespace viva::test;

namespace {

using Play = std::function<void(RoundAtScreen&)>;

std::string sizes(const std::vector<Item>& items, const Play& play) {
  return snapshots([&](ScreenFormat format) {
    RoundAtScreen at{items, "", true};
    at.format = format;
    play(at);
    return at.frame();
  });
}

std::string sizes(const std::vector<Item>& items, const std::string& keys) {
  return sizes(items, [&](RoundAtScreen& at) { at.press(keys); });
}

std::vector<Item> ordinary_ones() { return {ordinary(), item("second", 2), item("third")}; }

void answer_aloud(RoundAtScreen& at, bool follow_up) {
  at.wait(100s);
  at.press(follow_up ? "Tab Enter Tab Enter" : "Tab Enter");
  at.press("3");
}

// The first answer typed; all in scoring.
void to_scoring(RoundAtScreen& at) {
  at.press("Enter");
  at.type("Weights go from 32 to 8 bits, so a quarter of the memory. 更少的内存 👩‍💻");
  at.wait(190s);
  at.press("Tab Enter");
  at.type("The first and the last.");
  at.press("Tab Enter 4");
  while (at.round.view().phase != RoundPhase::scoring) answer_aloud(at, false);
}

void to_scorecard(RoundAtScreen& at) {
  to_scoring(at);
  while (at.round.view().phase != RoundPhase::finished)
    at.press(at.round.view().question.points > 0 ? "1 2 Enter 3" : "3");
}

}  // namespace

TEST_CASE("how a round begins", "[round_snapshot]") {
  check_golden("tui-round-briefing.txt", sizes(ordinary_ones(), ""));
}

TEST_CASE("how a round asks", "[round_snapshot]") {
  const Play late = [](RoundAtScreen& at) {
    at.press("Enter");
    at.type("更少的内存 👩‍💻 e\u0301");
    at.wait(192s);
  };
  const Play half = [](RoundAtScreen& at) {
    at.press("Enter Tab");
    at.wait(90s);
  };
  check_golden("tui-round-answering.txt", sizes(ordinary_ones(), late) + sizes(ordinary_ones(), half) +
                                              sizes({worldly()}, "Enter o k Tab") + sizes({lengthy()}, late));
}

TEST_CASE("how a round follows up, waits and asks how it went", "[round_snapshot]") {
  check_golden("tui-round-follow-up.txt", sizes(ordinary_ones(), "Enter Tab Enter s o"));
  check_golden("tui-round-paused.txt", sizes(ordinary_ones(), "Enter s o Tab p"));
  check_golden("tui-round-predicting.txt", sizes(ordinary_ones(), "Enter Tab Enter Tab Enter Right Right"));
}

TEST_CASE("how a round is scored", "[round_snapshot]") {
  const Play ticking = [](RoundAtScreen& at) {
    to_scoring(at);
    at.press("1 Down Down Space");
  };
  const Play marking = [](RoundAtScreen& at) {
    to_scoring(at);
    at.press("1 2 3 Enter");
  };
  check_golden("tui-round-ticking.txt", sizes(ordinary_ones(), ticking) + sizes({worldly()}, ticking));
  check_golden("tui-round-marking.txt", sizes(ordinary_ones(), marking) + sizes({worldly()}, marking) +
                                            sizes({lengthy()}, "Enter Tab Enter 2"));
}

TEST_CASE("how an answer is scored in a round, with room and without", "[round_snapshot]") {
  const auto scored = [](const std::string& answer, const std::string& keys) {
    return scoring_snapshots([&](ScreenFormat format) {
      RoundAtScreen at{{structured()}};
      at.format = format;
      at.press("Enter");
      at.take(Paste{answer});
      at.press("Tab Enter");
      at.take(Paste{"`shared_ptr` counts."});
      at.press("Tab Enter 4 " + keys);
      return at.frame();
    });
  };
  check_golden("tui-round-scoring-short.txt",
               scored(short_answer, "1 Down") + scored(short_answer, "1 2 Enter"));
  check_golden("tui-round-scoring-long.txt",
               scored(long_answer(), "1 Down Down Down Down") + scored(long_answer(), "1 2 5 Enter Right"));
}

TEST_CASE("how pages are read in a round", "[round_snapshot]") {
  check_golden("tui-round-reading.txt", sizes(ordinary_ones(), [](RoundAtScreen& at) {
                                          to_scoring(at);
                                          at.press("a");
                                        }) + sizes(ordinary_ones(), [](RoundAtScreen& at) {
                                          to_scoring(at);
                                          at.press("e");
                                        }));
}

TEST_CASE("how a round's scorecard looks", "[round_snapshot]") {
  check_golden("tui-round-scorecard.txt",
               sizes(ordinary_ones(), to_scorecard) + sizes(ordinary_ones(), [](RoundAtScreen& at) {
                 to_scorecard(at);
                 at.press("End");
               }));
}

TEST_CASE("how a round ends that runs out of time", "[round_snapshot]") {
  check_golden("tui-round-over.txt", sizes(ordinary_ones(), [](RoundAtScreen& at) {
                 at.press("Enter");
                 at.type("nearly don");
                 at.wait(9min);
               }));
}

TEST_CASE("how hostile text looks in a round: harmless", "[round_snapshot]") {
  const std::vector<Item> items{hostile_item()};
  check_golden("tui-round-hostile.txt", sizes(items, "Enter") + sizes(items, "Enter Tab Enter") +
                                            sizes(items, "Enter Tab Enter Tab Enter 1 1 Enter") +
                                            sizes(items, "Enter Tab Enter Tab Enter 1 Enter 1"));
}

TEST_CASE("what a round tells by style is told by words, too", "[round_snapshot]") {
  std::string all;
  for (const auto& format : {usual, small}) {
    RoundAtScreen at{ordinary_ones()};
    at.format = format;
    const auto add = [&] { all += snapshot(at.frame()) + "---- styles\n" + styles(at.frame()) + "\n"; };
    to_scoring(at);
    at.press("1 2 3 Enter");
    add();
    at.press("Enter 1 Enter 3 4");
    add();
  }
  check_golden("tui-round-styles.txt", all);
}
