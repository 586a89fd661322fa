// A page that lies over a screen until it is closed: the help, a model answer, earlier answers.
#pragma once

#include <string>

#include "tui/scroll.hpp"
#include "tui/stage.hpp"

namespace viva {

class Reading {
 public:
  // What is read; the page is made anew for each frame, since the width may change.
  enum class Matter { nothing, help, answer, follow_ups, earlier, item };

  Matter matter() const { return matter_; }
  bool open() const { return matter_ != Matter::nothing; }
  void open(Matter matter);
  void open_help(Scene scene);  // on the keys of that scene
  void take(Act act);           // scrolls, or closes
  void draw(Stage& stage, Page page);
  Page help(int columns) const { return keys_help(helped_, columns); }

 private:
  Matter matter_ = Matter::nothing;
  Scene helped_{};
  Scroll scroll_;
};

// Moves `scroll` as the act says, if it says so.
void scroll_by(Scroll& scroll, Act act);

}  // namespace viva
