// A drill in line mode: prints views, reads lines, and hands every effect to the keeper before it goes on.
#pragma once

#include <string>

#include "cli/input.hpp"
#include "cli/keeper.hpp"
#include "cli/shell.hpp"
#include "line/drill_line.hpp"
#include "viva/session/drill.hpp"

namespace viva {

class LineDrill {
 public:
  LineDrill(const Shell& shell, const Bank& bank, Drill& drill, Keeper& keeper, Input& input)
      : shell_(shell), bank_(bank), drill_(drill), keeper_(keeper), input_(input) {}

  // To the drill's end. line: by choice.
  Input::Event run();

 private:
  int columns() const { return shell_.terminal().prose(); }
  int points(const Drill::View& view) const { return static_cast<int>(bank_.items[view.item].points.size()); }

  void obey(const Drill::Event& event, const Drill::View& before);
  void obey(const AnswerLine& answer, const Drill::View& view);
  void obey(const OwnEditor&, const Drill::View& view);
  void obey(const Show& show, const Drill::View& view);
  void obey(const Misread& misread, const Drill::View& view);
  void print(const Span& said) const;
  void ask(const Drill::View& view) const;
  void present(const Drill::View& view);

  const Shell& shell_;
  const Bank& bank_;
  Drill& drill_;
  Keeper& keeper_;
  Input& input_;
  std::string typed_;      // the answer being typed
  std::size_t shown_ = 0;  // the item on screen
  bool hinted_ = false;    // with its hint
};

}  // namespace viva
