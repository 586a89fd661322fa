// Reviews as rows of the database, and back.
#pragma once

#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "store/point_lists.hpp"
#include "store/query.hpp"
#include "viva/memory/review.hpp"

namespace viva {

// A row holds what viva never writes.
class Unreadable : public std::runtime_error {
 public:
  explicit Unreadable(const std::string& why, std::string_view row = "a review")
      : std::runtime_error{why}, row_{row} {}
  std::string_view row() const { return row_; }  // "a review", "a round", "an interview"

 private:
  std::string_view row_;
};

// Values of a row; throw Unreadable. Instants are stored as milliseconds since 1970, UTC, and days as days.
int read_int(const Query& row, int column);
Instant read_instant(const Query& row, int column);
Day read_day(const Query& row, int column);
std::int64_t to_number(Instant at);

// What bind_review gives and read_review expects, in this order, with the number of the review's list of
// points after them; 14 in all.
inline constexpr std::string_view review_columns =
    "id, bank, item, at, day, rating, ticked, points, seconds, predicted, mode, round, answer";
Review read_review(const Query& row, const PointLists& lists);
// Texts are not copied: `review` must outlive the statement's next step.
void bind_review(SQLite::Statement& statement, const Review& review, std::optional<std::int64_t> list);

// The list of points is the last of these, too.
inline constexpr std::string_view answer_columns =
    "bank, item, at, day, rating, seconds, mode, ticked, points";
RatedAnswer read_answer(const Query& row, const PointLists& lists);

}  // namespace viva
