// A round at a full screen: shows its frames, takes strokes, and lets its clock run.
#pragma once

#include "cli/kept_round.hpp"
#include "cli/shell.hpp"
#include "tui/round_screen.hpp"
#include "tui/terminal/full_screen.hpp"

namespace viva {

class FullRound {
 public:
  FullRound(const Shell& shell, RoundSetting setting, Round& round, Keeper& keeper, FullScreen& screen);

  // Until the scorecard was read or the round left, with something to say first; true: interrupted.
  bool run(const Message& first);

 private:
  enum class Going { on, left, interrupted };

  void draw();
  void say(const KeptRound::Notes& notes);
  void tell(const std::optional<std::string>& trouble);
  std::chrono::milliseconds patience() const;
  Going obey(const std::monostate&) { return Going::on; }
  Going obey(const Round::Event& event);
  Going obey(Wish wish);
  Going obey(const RoundScreen::Leave&) { return Going::left; }
  void edit();

  const Shell& shell_;
  KeptRound round_;
  FullScreen& screen_;
  RoundScreen view_;
};

}  // namespace viva
