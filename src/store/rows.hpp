// Reviews as rows of the database, and back.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <stdexcept>
#include <string_view>

#include "viva/memory/review.hpp"

namespace viva {

// A row holds what viva never writes.
struct Unreadable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// What bind_review gives and read_review expects, in this order; 13 of them.
inline constexpr std::string_view review_columns =
    "id, bank, item, at, day, rating, ticked, points, seconds, predicted, mode, round, answer";
Review read_review(const SQLite::Statement& row);
void bind_review(SQLite::Statement& statement, const Review& review);

inline constexpr std::string_view answer_columns = "bank, item, at, day, rating, seconds, mode";
Answer read_answer(const SQLite::Statement& row);

inline constexpr std::string_view outcome_columns = "bank, item, at, day, rating, ticked, points, seconds";
Review read_outcome(const SQLite::Statement& row);

// Instants are stored as milliseconds since 1970, UTC.
Instant read_instant(const SQLite::Statement& row, int column);
std::int64_t to_number(Instant at);

}  // namespace viva
