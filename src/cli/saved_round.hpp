// A round whose every change is in the history before it goes on, whether it runs at a full screen or line by
// line.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/editor.hpp"
#include "cli/save_queue.hpp"
#include "cli/shell.hpp"
#include "viva/session/round.hpp"

namespace viva {

class SavedRound {
 public:
  using Notes = std::vector<Round::Note>;
  // Gets why the history cannot be written, and nothing once it can be written again.
  using OnTrouble = std::function<void(const std::optional<std::string>&)>;

  // `on_trouble` is called only when the trouble changes, not with every save.
  SavedRound(const Shell& shell, Round& round, SaveQueue& queue, OnTrouble on_trouble)
      : shell_(shell), round_(round), queue_(queue), on_trouble_(std::move(on_trouble)) {}

  const Round& round() const { return round_; }
  Round::View view() const { return round_.view(); }

  // Returns what the clock says about the event.
  Notes step(const Round::Event& event);

  // Lets the candidate type the answer in the editor, on a terminal that viva has released. The clock runs
  // meanwhile. When the round's time is over it only rings: the round ends after the editor does, so that
  // what was typed there is kept. Appends what the clock says to `notes`.
  Edited edit(const std::string& text, Notes& notes);

 private:
  const Shell& shell_;
  Round& round_;
  SaveQueue& queue_;
  OnTrouble on_trouble_;
  std::optional<std::string> trouble_;
};

}  // namespace viva
