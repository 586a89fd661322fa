// A round whose every change is in the history before it goes on, whatever front end drives it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/editor.hpp"
#include "cli/keeper.hpp"
#include "cli/shell.hpp"
#include "viva/session/round.hpp"

namespace viva {

class KeptRound {
 public:
  using Notes = std::vector<Round::Note>;
  // Why the history cannot be written; nothing: it can be written again.
  using Tell = std::function<void(const std::optional<std::string>&)>;

  // `tell` is called when that changes, and not with every save.
  KeptRound(const Shell& shell, Round& round, Keeper& keeper, Tell tell)
      : shell_(shell), round_(round), keeper_(keeper), tell_(std::move(tell)) {}

  const Round& round() const { return round_; }
  Round::View view() const { return round_.view(); }

  // What the clock has to say of it.
  Notes step(const Round::Event& event);

  // The answer in the user's own editor, on a terminal that was lent. The clock goes on meanwhile, and rings
  // where the round's time is over: its end waits for what the editor holds, so that this is kept.
  Edited edit(const std::string& text, Notes& notes);

 private:
  const Shell& shell_;
  Round& round_;
  Keeper& keeper_;
  Tell tell_;
  std::optional<std::string> trouble_;
};

}  // namespace viva
