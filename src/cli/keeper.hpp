// The keeper puts what a session changes into the history, at once. What cannot be written is kept and tried
// again with the next; at the end it goes to a file of its own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/history.hpp"
#include "viva/session/drill.hpp"

namespace viva {

class Keeper {
 public:
  explicit Keeper(std::string history_file);

  // Can the history be written at all? Says why not.
  std::optional<std::string> check();

  // Writes the changes, with all that waits. Says why not, where it could not be.
  std::optional<std::string> keep(History::Log changes);

  // Lets the drill take the event, and writes what that changes.
  std::optional<std::string> step(Drill& drill, const Drill::Event& event, Now now);

  bool idle() const;            // nothing waits
  std::size_t waiting() const;  // reviews and retractions, but not rounds

  // What waits, as lines that `viva history import` reads.
  std::string lines() const;

 private:
  std::string file_;
  std::optional<History> history_;
  History::Log waiting_;  // of each round its latest state
};

}  // namespace viva
