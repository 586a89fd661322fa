// A drill at a full screen: shows its frames, takes strokes, and hands every effect to the keeper before it
// goes on.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "drill_screen.hpp"
#include "full_screen.hpp"
#include "keeper.hpp"
#include "shell.hpp"
#include "viva/drill.hpp"

namespace viva {

// None where the terminal cannot be driven.
std::unique_ptr<FullScreen> open_full_screen(const Shell& shell);

// Until the clock, counted from or to `whole`, shows the next second.
std::chrono::milliseconds to_next_second(Instant now, Instant whole);

class FullDrill {
 public:
  FullDrill(const Shell& shell, const Bank& bank, Drill& drill, Keeper& keeper, FullScreen& screen)
      : shell_(shell), bank_(bank), drill_(drill), keeper_(keeper), screen_(screen), view_(bank) {}

  // To the drill's end, with something to say first; true: interrupted.
  bool run(const Message& first);

  // Typed, but not rated when the drill ended.
  const std::vector<std::string>& unrated() const { return unrated_; }

 private:
  void draw();
  bool obey(const std::monostate&) { return false; }
  bool obey(const Drill::Event& event);
  bool obey(Wish wish);
  void quit();
  void edit();

  const Shell& shell_;
  const Bank& bank_;
  Drill& drill_;
  Keeper& keeper_;
  FullScreen& screen_;
  DrillScreen view_;
  std::vector<std::string> unrated_;
};

}  // namespace viva
