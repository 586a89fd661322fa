// What holds of every full screen whatever is pressed, pasted or clicked, at whatever size. The seeds are
// fixed, so a failure can be repeated.
#include <algorithm>
#include <functional>
#include <set>

#include "tui/browse_at_screen.hpp"
#include "tui/drill_at_screen.hpp"
#include "tui/round_at_screen.hpp"
#include "tui/screen_bank.hpp"
#include "viva/base/random.hpp"

using namespace viva;
using namespace viva::sample;
using namespace viva::test;

namespace {

std::vector<Item> hard_ones() { return {worldly(), lengthy(), hostile_item(), ordinary(), item("plain", 3)}; }

std::size_t pick(Random& random, std::size_t bound) { return static_cast<std::size_t>(below(random, bound)); }

ScreenFormat any_look(Random& random) {
  const auto up_to = [&](int most) {
    return 1 + static_cast<int>(pick(random, static_cast<std::size_t>(most)));
  };
  const bool fits = pick(random, 3) > 0;
  const Size size = fits ? Size{11 + up_to(29), 39 + up_to(81)} : Size{up_to(40), up_to(120)};
  return {size, pick(random, 4) == 0};
}

InputEvent any_event(Random& random, const Frame& shown) {
  const std::vector<std::string> pastes{malice, "one\ttwo", "\n\n", "語", "", std::string(500, 'x'), "q"};
  switch (pick(random, 12)) {
    case 0: return Paste{pastes[pick(random, pastes.size())]};
    case 1:
    case 2:
    case 3:
    case 4: {
      const auto row = static_cast<int>(pick(random, static_cast<std::size_t>(shown.size().rows)));
      const auto column = static_cast<int>(pick(random, static_cast<std::size_t>(shown.size().columns)));
      return shown.clicked(row, column).value_or(KeyPress{"Enter"});
    }
    case 5:
    case 6: return KeyPress{"Enter"};
    case 7: return KeyPress{std::vector<std::string>{"Tab", "Up", "Down", "Space"}[pick(random, 4)]};
    default: return KeyPress{all_keys()[pick(random, all_keys().size())]};
  }
}

// Empty cells follow a cluster of several columns, and nothing else.
bool is_whole(const std::vector<Cell>& cells) {
  for (std::size_t begin = 0; begin < cells.size();) {
    auto end = begin + 1;
    while (end < cells.size() && cells[end].text.empty()) ++end;
    if (width(cells[begin].text) != static_cast<int>(end - begin)) return false;
    begin = end;
  }
  return true;
}

bool is_safe(const Cell& cell, bool ascii) {
  if (cell.text != printable(cell.text) || graphemes(cell.text).size() > 1) return false;
  return !ascii || std::ranges::all_of(cell.text, [](char c) { return c >= ' ' && c <= '~'; });
}

void check_frame(const Frame& frame, const ScreenFormat& format) {
  INFO(snapshot(frame));
  REQUIRE(frame.size() == format.size);
  for (int row = 0; row < format.size.rows; ++row) {
    const auto& cells = frame.row(row);
    REQUIRE(static_cast<int>(cells.size()) == format.size.columns);
    REQUIRE(is_whole(cells));
    REQUIRE(std::ranges::all_of(cells, [&](const Cell& cell) { return is_safe(cell, format.ascii); }));
  }
  if (const auto& cursor = frame.cursor()) {
    REQUIRE((cursor->first >= 0 && cursor->first < format.size.rows));
    REQUIRE((cursor->second >= 0 && cursor->second < format.size.columns));
  }
  if (format.size.rows < smallest.rows || format.size.columns < smallest.columns) return;
  const auto keys = last_row(frame);
  REQUIRE((keys.ends_with("? help") || keys.ends_with("F1 help") || keys == " Enter close"));
}

bool is_press(const InputEvent& event, std::string_view key) {
  const auto* press = std::get_if<KeyPress>(&event);
  return press && press->key == key;
}

// Where points are ticked, the one under the cursor is in sight after each key that has to do with it.
void check_cursor(const Frame& frame, const InputEvent& event) {
  if (!last_row(frame).starts_with(" Space tick")) return;
  if (!is_press(event, "Up") && !is_press(event, "Down") && !is_press(event, "Space")) return;
  INFO(snapshot(frame));
  REQUIRE(shows(frame, "> ["));
}

// `gone`: the session is over. What a session does not allow fails in take().
template <typename AtScreen>
void check(AtScreen& at, Random& random, int events, const std::function<bool()>& gone) {
  for (int i = 0; i < events; ++i) {
    at.format = any_look(random);
    const auto shown = at.frame();
    check_frame(shown, at.format);
    const auto event = any_event(random, shown);
    const auto asked = at.take(event);
    INFO(asked);
    if (std::holds_alternative<Paste>(event)) REQUIRE((asked.empty() || asked.starts_with("Type")));
    if (gone()) return;
    check_cursor(at.frame(), event);
  }
}

}  // namespace

TEST_CASE("whatever is done, a drill's screen is whole and asks only for what the drill allows",
          "[screen_property]") {
  std::set<Drill::Phase> seen;
  for (unsigned seed = 1; seed <= 20; ++seed) {
    Random random{seed};
    DrillAtScreen at{hard_ones()};
    check(at, random, 150, [&] {
      seen.insert(at.session.view().phase);
      return at.session.view().phase == Drill::Phase::finished;
    });
  }
  CHECK(seen.size() == 4);
}

TEST_CASE("whatever is done, a round's screen is whole and asks only for what the round allows",
          "[screen_property]") {
  std::set<RoundPhase> seen;
  for (unsigned seed = 1; seed <= 20; ++seed) {
    Random random{seed};
    RoundAtScreen at{hard_ones(), seed % 2 == 0 ? "" : "Enter", seed % 4 < 2};
    check(at, random, 200, [&] {
      if (pick(random, 10) == 0) at.wait(std::chrono::seconds{pick(random, 60)});
      seen.insert(at.round.view().phase);
      return false;
    });
  }
  CHECK(seen.size() == 6);
}

TEST_CASE("whatever is done, the browser is whole", "[screen_property]") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    Random random{seed};
    BrowseAtScreen at{hard_ones()};
    check(at, random, 150, [] { return false; });
  }
}
