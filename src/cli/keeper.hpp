// The keeper puts a session's effects into the history, at once and in order. What cannot be written is
// kept and tried again with the next; at the end it goes to a file of its own.
#pragma once

#include <deque>
#include <optional>
#include <string>

#include "history.hpp"
#include "viva/drill.hpp"

namespace viva {

class Keeper {
 public:
  explicit Keeper(std::string history_file);

  // Can the history be written at all? Says why not.
  std::optional<std::string> check();

  // Writes the effects, after any that wait. Says why not, where not all could be.
  std::optional<std::string> keep(const std::vector<Drill::Effect>& effects);

  std::size_t waiting() const { return waiting_.size(); }

  // What waits, as lines that `viva history import` reads.
  std::string lines() const;

 private:
  void write(const Drill::Effect& effect);

  std::string file_;
  std::optional<History> history_;
  std::deque<Drill::Effect> waiting_;
};

}  // namespace viva
