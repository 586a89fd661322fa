// A drill in line mode, as run_line_by_line() runs it: prints views, and takes lines.
#pragma once

#include <string>

#include "cli/input.hpp"
#include "cli/saved_drill.hpp"
#include "cli/shell.hpp"
#include "line/drill_line.hpp"
#include "viva/session/drill.hpp"

namespace viva {

class LineDrill {
 public:
  LineDrill(const Shell& shell, const Bank& bank, Drill& drill, SaveQueue& queue, Input& input)
      : shell_(shell), bank_(bank), drill_(shell, bank, drill, queue), input_(input) {}

  void start() { present(); }
  bool is_over() const { return drill_.view().phase == Drill::Phase::finished; }
  bool is_typing() const { return !typed_.empty(); }
  static Input::Patience patience() { return std::nullopt; }
  void pass_time() {}
  void take(const std::string& line);
  void leave() { drill_.step(Drill::Quit{}); }

 private:
  int columns() const { return shell_.terminal().prose(); }
  const Item& item(const Drill::View& view) const { return bank_.items[view.item]; }

  void perform(const Drill::Event& event);
  void perform(const TextLine& line);
  void perform(EndOfText) { perform(Drill::Event{Drill::Reveal{typed_}}); }
  void perform(OpenEditor);
  void perform(ShowPage page);
  void perform(const NotUnderstood& line) { shell_.terminal().say(line.message, Style::warn); }
  void present();
  void ask();

  const Shell& shell_;
  const Bank& bank_;
  SavedDrill drill_;
  Input& input_;
  std::string typed_;      // the lines of the answer so far
  std::size_t shown_ = 0;  // the item on the screen
  bool hinted_ = false;    // with its hint
};

}  // namespace viva
