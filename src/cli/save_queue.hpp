// The answers and rounds of a session on their way into the history. They are written at once. What cannot be
// written waits, and is tried again with the next; at the end of the session rescue() puts it in a file of
// its own.
#pragma once

#include <optional>
#include <string>

#include "store/history.hpp"

namespace viva {

class SaveQueue {
 public:
  // `bank`, which outlives it, says which points older answers were about.
  SaveQueue(std::string history_file, const Bank& bank) : file_(std::move(history_file)), bank_(bank) {}

  // Adds the changes and writes all that waits. Says why, where that fails.
  std::optional<std::string> save(History::Log changes);

  // Writes all that waits. Says why, where that fails; also where nothing waits and the history could not be
  // written.
  std::optional<std::string> flush();

  bool empty() const { return waiting_ == History::Log{}; }
  std::size_t answers() const;  // reviews and retractions that wait

  // All that waits, as lines that `viva history import` reads.
  std::string lines() const;

 private:
  std::string file_;
  const Bank& bank_;
  std::optional<History> history_;  // none: to be opened
  History::Log waiting_;            // of each round only its latest state
};

}  // namespace viva
