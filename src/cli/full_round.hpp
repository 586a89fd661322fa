// A round at a full screen, as run_at_full_screen() runs it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>

#include "cli/saved_round.hpp"
#include "cli/shell.hpp"
#include "tui/round_screen.hpp"
#include "tui/terminal/full_screen.hpp"

namespace viva {

class FullRound {
 public:
  // Shows `first` until a key is pressed.
  FullRound(const Shell& shell, RoundSetting setting, Round& round, SaveQueue& queue, Message first);

  bool is_over() const { return left_; }  // the scorecard was read, or the round left
  Frame draw(ScreenFormat format);
  std::chrono::milliseconds patience() const;
  void pass_time() { show_notes(round_.step(Round::Clock{})); }
  std::optional<TerminalRequest> take(const InputEvent& event);
  void edit(FullScreen& screen);
  void leave() { round_.step(Round::Leave{}); }  // what was typed is in the round's state already

 private:
  using ForTerminal = std::optional<TerminalRequest>;

  ForTerminal perform(std::monostate) { return {}; }
  ForTerminal perform(TerminalRequest request) { return request; }
  ForTerminal perform(const Round::Event& event);
  ForTerminal perform(RoundScreen::Leave);
  void show_notes(const SavedRound::Notes& notes);
  void show_trouble(const std::optional<std::string>& trouble);

  const Shell& shell_;
  SavedRound round_;
  RoundScreen view_;
  bool left_ = false;
};

}  // namespace viva
