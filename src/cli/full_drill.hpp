// A drill at a full screen: shows its frames, takes strokes, and hands every effect to the keeper before it
// goes on.
#pragma once

#include <variant>

#include "cli/keeper.hpp"
#include "cli/shell.hpp"
#include "tui/drill_screen.hpp"
#include "tui/terminal/full_screen.hpp"
#include "viva/session/drill.hpp"

namespace viva {

class FullDrill {
 public:
  FullDrill(const Shell& shell, const Bank& bank, Drill& drill, Keeper& keeper, FullScreen& screen)
      : shell_(shell), bank_(bank), drill_(drill), keeper_(keeper), screen_(screen), view_(bank) {}

  // To the drill's end, with something to say first; true: interrupted.
  bool run(const Message& first);

 private:
  void draw();
  bool obey(const std::monostate&) { return false; }
  bool obey(const Drill::Event& event);
  bool obey(Wish wish);
  void edit();

  const Shell& shell_;
  const Bank& bank_;
  Drill& drill_;
  Keeper& keeper_;
  FullScreen& screen_;
  DrillScreen view_;
};

}  // namespace viva
