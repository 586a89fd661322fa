// Texts of every kind at a full screen, compared whole.
#include "bank_file.hpp"
#include "golden.hpp"
#include "tui/drill_at_screen.hpp"
#include "tui/snapshot.hpp"

using namespace viva;
using namespace viva::test;

TEST_CASE("how a drill shows texts of every kind", "[texts]") {
  std::string asked, scored;
  for (auto item : texts_bank().items) {
    item.tier = item.topic = 0;
    DrillAtScreen question{{item}, "", usual};
    asked += snapshot(question.frame()) + '\n';
    DrillAtScreen points{{item}, "t", roomy};
    points.take(Paste{item.hint});
    points.press("Tab Enter");
    scored += snapshot(points.frame()) + '\n';
  }
  check_golden("tui-texts-question.txt", asked);
  check_golden("tui-texts-points.txt", scored);
}
