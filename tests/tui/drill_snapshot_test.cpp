// How a drill's full screen looks, mode by mode, as golden files.
#include "golden.hpp"
#include "tui/drill_at_screen.hpp"
#include "tui/screen_bank.hpp"

using namespace viva;
using namespace viva::sample;
using namespace viva::test;

namespace {

// Begun anew for each size, so that what must be in sight is.
std::string sizes(const std::vector<Item>& items, const std::string& keys) {
  return snapshots([&](ScreenFormat format) { return DrillAtScreen{items, keys, format}.frame(); });
}

std::vector<Item> ordinary_ones() { return {ordinary(), item("second", 2), item("third")}; }

const std::string typed = "t F e w e r Space b i t s Enter 更 少 的 内 存 Space 👩‍💻 e\u0301 ";

}  // namespace

TEST_CASE("how a drill asks", "[drill_snapshot]") {
  check_golden("tui-drill-question.txt", sizes(ordinary_ones(), "") +
                                             sizes({worldly(), item("second")}, "s u") +
                                             sizes({lengthy()}, "Down Down"));
}

TEST_CASE("how an answer is typed in a drill", "[drill_snapshot]") {
  check_golden(
      "tui-drill-writing.txt",
      sizes(ordinary_ones(), typed) + sizes(ordinary_ones(), typed + "Tab") + sizes({lengthy()}, typed));
}

TEST_CASE("how the points of a drill are ticked", "[drill_snapshot]") {
  check_golden("tui-drill-points.txt", sizes(ordinary_ones(), typed + "Tab Enter 1 3 Down") +
                                           sizes({worldly()}, "Enter 1 2 End Up Space"));
}

TEST_CASE("how a drill is rated", "[drill_snapshot]") {
  check_golden("tui-drill-rating.txt", sizes(ordinary_ones(), typed + "Tab Enter 1 3 4 Enter Right") +
                                           sizes({worldly()}, "Enter 1 2 3 4 5 6 7 8 9 Enter") +
                                           sizes({lengthy()}, "Enter"));
}

TEST_CASE("how an answer is scored in a drill, with room and without", "[drill_snapshot]") {
  const auto scored = [](const std::string& answer, const std::string& keys) {
    return scoring_snapshots([&](ScreenFormat format) {
      DrillAtScreen drill{{structured(), item("second")}, "t", format};
      drill.take(Paste{answer});
      drill.press("Tab Enter " + keys);
      return drill.frame();
    });
  };
  check_golden("tui-drill-scoring-short.txt",
               scored(short_answer, "1 Down") + scored(short_answer, "1 2 Enter"));
  check_golden("tui-drill-scoring-long.txt", scored(long_answer(), "1 Down Down Down") +
                                                 scored(long_answer(), "PageDown") +
                                                 scored(long_answer(), "1 2 5 Enter Right"));
  check_golden("tui-drill-scoring-follow-ups.txt", scored(short_answer, "f") + scored(short_answer, "a"));
}

TEST_CASE("how a drill asks once more for what was missed", "[drill_snapshot]") {
  const std::string first = "Enter 1 3 4 Enter Enter ";
  check_golden("tui-drill-once-more.txt",
               sizes({ordinary()}, first) + sizes({ordinary()}, first + "Enter 2 Enter"));
}

TEST_CASE("how pages are read in a drill", "[drill_snapshot]") {
  check_golden("tui-drill-reading.txt", sizes(ordinary_ones(), "Enter a") +
                                            sizes(ordinary_ones(), "Enter f") +
                                            sizes({worldly()}, "Enter a") + sizes(ordinary_ones(), "?") +
                                            sizes(ordinary_ones(), "t F1 PageDown"));
}

TEST_CASE("how a drill speaks of what it cannot do", "[drill_snapshot]") {
  check_golden("tui-drill-messages.txt",
               sizes({item("open")}, "u") + sizes({item("open")}, "Enter a") +
                   sizes({item("open")}, "Enter Enter") + snapshots([](ScreenFormat format) {
                     DrillAtScreen drill{ordinary_ones(), "Enter", format};
                     drill.screen.show_message(
                         {"Saved, back tomorrow. NOT ON DISK: /home/me/.local/share/viva/history.db "
                          "is full, and so one answer waits; it is tried again with the next.",
                          Style::bad});
                     return drill.frame();
                   }));
}

TEST_CASE("how hostile text looks in a drill: harmless", "[drill_snapshot]") {
  check_golden("tui-drill-hostile.txt", sizes({hostile_item()}, "") +
                                            sizes({hostile_item()}, "Enter 1 Enter") +
                                            sizes({hostile_item()}, "Enter a"));
}

TEST_CASE("a screen that is too small", "[drill_snapshot]") {
  std::string all;
  for (const Size size : {Size{11, 40}, Size{12, 39}, Size{24, 20}, Size{3, 80}, Size{2, 10}, Size{1, 1}})
    all += snapshot(DrillAtScreen{ordinary_ones(), "", {size}}.frame());
  check_golden("tui-too-small.txt", all);
}

TEST_CASE("what is told by style is told by words, too", "[drill_snapshot]") {
  std::string all;
  for (const auto* keys : {"", "Enter 1 3 Down", "Enter 1 3 Enter Right", "?"})
    for (const auto& format : {usual, small}) {
      const auto frame = DrillAtScreen{ordinary_ones(), keys, format}.frame();
      all += snapshot(frame) + "---- styles\n" + styles(frame) + "\n";
    }
  check_golden("tui-drill-styles.txt", all);
}
