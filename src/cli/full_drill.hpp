// A drill at a full screen, as run_at_full_screen() runs it.
#pragma once

#include <chrono>
#include <optional>
#include <variant>

#include "cli/saved_drill.hpp"
#include "cli/shell.hpp"
#include "tui/drill_screen.hpp"
#include "tui/terminal/full_screen.hpp"

namespace viva {

class FullDrill {
 public:
  // Shows `first` until a key is pressed.
  FullDrill(const Shell& shell, const Bank& bank, Drill& drill, SaveQueue& queue, Message first);

  bool is_over() const { return drill_.view().phase == Drill::Phase::finished; }
  Frame draw(ScreenFormat format);
  std::chrono::milliseconds patience() const;
  void pass_time() {}  // the next frame shows the time
  std::optional<TerminalRequest> take(const InputEvent& event);
  void edit(FullScreen& screen);
  void leave() { drill_.step(Drill::Quit{}); }

 private:
  using ForTerminal = std::optional<TerminalRequest>;

  ForTerminal perform(std::monostate) { return {}; }
  ForTerminal perform(TerminalRequest request) { return request; }
  ForTerminal perform(const Drill::Event& event);

  const Shell& shell_;
  SavedDrill drill_;
  DrillScreen view_;
};

}  // namespace viva
