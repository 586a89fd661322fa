#include "examination.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "rows.hpp"
#include "rules.hpp"
#include "viva/text.hpp"

namespace viva {
namespace {

using SQLite::Statement;
using Verdict = History::Verdict;

// `check` reads the database, and reading is where damage shows.
template <typename Check>
void noting_damage(Verdict& verdict, std::string_view of, const Check& check) {
  try {
    check();
  } catch (const SQLite::Exception& failure) {
    verdict.problems.push_back(fmt::format("{} cannot be read: {}", of, printable(failure.what())));
  }
}

void examine_file(SQLite::Database& database, Verdict& verdict) {
  Statement row{database, "PRAGMA integrity_check"};
  while (row.executeStep())
    if (const auto found = row.getColumn(0).getString(); found != "ok")
      verdict.problems.push_back(fmt::format("the file is damaged: {}", printable(found)));
}

void examine_references(SQLite::Database& database, Verdict& verdict) {
  Statement row{database, "PRAGMA foreign_key_check"};
  std::size_t lost = 0;
  while (row.executeStep()) ++lost;
  if (lost > 0)
    verdict.problems.push_back(fmt::format("retractions of reviews that are not there: {}", lost));
}

// One review; what can be told of it goes into the counts.
void examine_review(const Statement& row, Verdict& verdict) {
  const auto complain = [&](std::string_view problem) {
    const auto id = printable(row.getColumn(0).getString());
    verdict.problems.push_back(fmt::format("review {}: {}", id, problem));
  };
  try {
    const auto review = read_review(row);
    for (const auto& fault : find_faults(review)) complain(fault.message);
    verdict.first = std::min(verdict.first.value_or(review.day), review.day);
    verdict.last = std::max(verdict.last.value_or(review.day), review.day);
  } catch (const Unreadable& problem) {
    complain(problem.what());
  }
}

void examine_reviews(SQLite::Database& database, Verdict& verdict) {
  std::set<std::pair<std::string, std::string>> items;
  Statement row{database, fmt::format("SELECT {} FROM review ORDER BY number", review_columns)};
  while (row.executeStep()) {
    ++verdict.reviews;
    items.emplace(row.getColumn(1).getString(), row.getColumn(2).getString());
    verdict.items = items.size();
    examine_review(row, verdict);
  }
}

void count_retractions(SQLite::Database& database, Verdict& verdict) {
  verdict.retracted =
      static_cast<std::size_t>(database.execAndGet("SELECT count(*) FROM retraction").getInt64());
}

}  // namespace

Verdict examine(SQLite::Database& database) {
  Verdict verdict;
  noting_damage(verdict, "the file", [&] { examine_file(database, verdict); });
  noting_damage(verdict, "the references", [&] { examine_references(database, verdict); });
  noting_damage(verdict, "the reviews", [&] { examine_reviews(database, verdict); });
  noting_damage(verdict, "the retractions", [&] { count_retractions(database, verdict); });
  return verdict;
}

}  // namespace viva
