// Rounds as rows of the database, and back. A history of version 1 that is only read has none.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <optional>
#include <vector>

#include "viva/session/round.hpp"

namespace viva {

bool has_rounds(SQLite::Database& database);  // the table, even if it is empty

// All throw Unreadable where one of them is damaged or breaks a rule.
std::vector<RoundState> select_rounds(SQLite::Database& database);  // by `begun`, then id
// The last `most` of them.
std::vector<RoundState> select_last_rounds(SQLite::Database& database, std::size_t most);
// Of those begun and not finished the newest.
std::optional<RoundState> select_open_round(SQLite::Database& database);

// Of two different states of one round: is the first the one to keep? The same answer everywhere.
bool supersedes(const RoundState& state, const RoundState& other);

// Adds rounds, or what is newer of them.
class RoundInsertion {
 public:
  explicit RoundInsertion(SQLite::Database& database);

  // Was it new, or newer than what was there? Throws Refused where it breaks a rule.
  bool add(const RoundState& state);

 private:
  SQLite::Statement insert_;
};

}  // namespace viva
