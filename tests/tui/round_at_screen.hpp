// A round driven by the keys of its full screen and by its clock, as the shell drives it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/round_page.hpp"
#include "session/round_session.hpp"
#include "tui/at_screen.hpp"
#include "tui/request_words.hpp"
#include "tui/round_screen.hpp"

namespace viva::test {

struct RoundAtScreen : AtScreen<RoundAtScreen> {
  using AtScreen::frame;

  Bank bank;
  std::vector<RoundState> past;
  std::vector<Review> reviews;
  Round round;
  RoundScreen screen{RoundSetting{bank, past, reviews}};
  std::chrono::milliseconds passed{0};

  explicit RoundAtScreen(std::vector<Item> items, const std::string& keys = "", bool relaxed = false)
      : bank(sample::bank(std::move(items))), round(sample::open(bank, relaxed)) {
    press(keys);
  }

  RoundAtScreen(const RoundAtScreen&) = delete;
  RoundAtScreen& operator=(const RoundAtScreen&) = delete;

  Now now() const { return sample::at(passed); }

  // Gives what the screen asked for, which the round has done by then.
  std::string take(const InputEvent& input) {
    const auto request = screen.take(input, round);
    if (const auto* event = std::get_if<Round::Event>(&request)) {
      INFO(request_words(request));
      const bool leaves_at_once =
          std::holds_alternative<Round::Leave>(*event) && round.view().phase == RoundPhase::ready;
      REQUIRE((leaves_at_once || round.view().allows(static_cast<Round::Action>(event->index()))));
      step(*event);
    }
    frame();
    return request_words(request);
  }

  void step(const Round::Event& event) {
    for (const auto note : sample::notes(round.step(event, now())))
      screen.show_notice(to_message(note_span(note, round.view(), now().at)), now().at);
  }

  // The time passes second by second.
  void wait(std::chrono::seconds time) {
    for (; time.count() > 0; --time) {
      passed += std::chrono::seconds{1};
      step(Round::Clock{});
    }
  }

  Frame frame(ScreenFormat of) { return screen.draw(round, now(), of); }
};

}  // namespace viva::test
