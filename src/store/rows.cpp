#include "store/rows.hpp"

#include <fmt/format.h>

#include <charconv>
#include <string>
#include <utility>
#include <vector>

namespace viva {
namespace {

Rating read_rating(const Query& row, int column) {
  const int value = read_int(row, column);
  if (value < 1 || value > 4) throw Unreadable{fmt::format("\"rating\" is {}", value)};
  return static_cast<Rating>(value);
}

Mode read_mode(const Query& row, int column) {
  const auto mode = parse_mode(row.text(column));
  if (!mode) throw Unreadable{"\"mode\" is unknown"};
  return *mode;
}

// "1 2 4"
std::vector<int> parse_numbers(std::string_view text) {
  std::vector<int> numbers;
  numbers.reserve(text.size() / 2 + 1);
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at != end;) {
    int number = 0;
    const auto [next, error] = std::from_chars(at, end, number);
    const bool separated = next == end || (*next == ' ' && next + 1 != end);
    if (error != std::errc{} || !separated) throw Unreadable{"\"ticked\" is not a list of numbers"};
    numbers.push_back(number);
    at = next == end ? end : next + 1;
  }
  return numbers;
}

void read_asked(const Query& row, int column, const PointLists& lists, Review& review) {
  if (const auto list = lists.find(row, column)) review.asked = lists.all()[*list];
}

void bind_unless_empty(SQLite::Statement& statement, int index, const std::string& text) {
  if (text.empty())
    statement.bind(index);
  else
    statement.bindNoCopy(index, text);
}

}  // namespace

int read_int(const Query& row, int column) {
  const auto value = row.number(column);
  if (!std::in_range<int>(value)) throw Unreadable{fmt::format("\"{}\" is {}", row.name(column), value)};
  return static_cast<int>(value);
}

Instant read_instant(const Query& row, int column) {
  return Instant{std::chrono::milliseconds{row.number(column)}};
}

Day read_day(const Query& row, int column) { return Day{std::chrono::days{read_int(row, column)}}; }

std::int64_t to_number(Instant at) { return at.time_since_epoch().count(); }

Review read_review(const Query& row, const PointLists& lists) {
  Review review;
  review.id = row.text(0);
  review.bank = row.text(1);
  review.item = row.text(2);
  review.at = read_instant(row, 3);
  review.day = read_day(row, 4);
  review.rating = read_rating(row, 5);
  review.ticked = parse_numbers(row.text(6));
  review.points = read_int(row, 7);
  review.seconds = read_int(row, 8);
  if (!row.is_null(9)) review.predicted = read_int(row, 9);
  review.mode = read_mode(row, 10);
  review.round = row.text(11);
  review.answer = row.text(12);
  read_asked(row, 13, lists, review);
  return review;
}

void bind_review(SQLite::Statement& statement, const Review& review, std::optional<std::int64_t> list) {
  statement.bindNoCopy(1, review.id);
  statement.bindNoCopy(2, review.bank);
  statement.bindNoCopy(3, review.item);
  statement.bind(4, to_number(review.at));
  statement.bind(5, review.day.time_since_epoch().count());
  statement.bind(6, static_cast<int>(review.rating));
  statement.bind(7, fmt::format("{}", fmt::join(review.ticked, " ")));
  statement.bind(8, review.points);
  statement.bind(9, review.seconds);
  if (review.predicted)
    statement.bind(10, *review.predicted);
  else
    statement.bind(10);
  statement.bind(11, std::string{name(review.mode)});
  bind_unless_empty(statement, 12, review.round);
  bind_unless_empty(statement, 13, review.answer);
  if (list)
    statement.bind(14, *list);
  else
    statement.bind(14);
}

RatedAnswer read_answer(const Query& row, const PointLists& lists) {
  RatedAnswer answer;
  answer.bank = row.text(0);
  answer.item = row.text(1);
  answer.at = read_instant(row, 2);
  answer.day = read_day(row, 3);
  answer.rating = read_rating(row, 4);
  answer.seconds = read_int(row, 5);
  answer.mode = read_mode(row, 6);
  answer.ticked = parse_numbers(row.text(7));
  answer.points = read_int(row, 8);
  if (const auto list = lists.find(row, 9)) answer.asked = static_cast<int>(*list);
  return answer;
}

}  // namespace viva
