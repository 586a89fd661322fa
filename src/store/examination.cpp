#include "store/examination.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "store/interview_rows.hpp"
#include "store/round_json.hpp"
#include "store/round_rows.hpp"
#include "store/round_rules.hpp"
#include "store/rows.hpp"
#include "store/rules.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

using Verdict = History::Verdict;

// `check` reads the database, and damage shows as it is read.
template <typename Check>
void noting_damage(Verdict& verdict, std::string_view of, const Check& check) {
  try {
    check();
  } catch (const SQLite::Exception& failure) {
    verdict.problems.push_back(fmt::format("{} cannot be read: {}", of, printable(failure.what())));
  }
}

void examine_file(SQLite::Database& database, Verdict& verdict) {
  Query row{database, "PRAGMA integrity_check"};
  while (row.step())
    if (const auto found = row.text(0); found != "ok")
      verdict.problems.push_back(fmt::format("the file is damaged: {}", printable(found)));
}

void examine_references(SQLite::Database& database, Verdict& verdict) {
  Query row{database, "PRAGMA foreign_key_check(retraction)"};
  std::size_t lost = 0;
  while (row.step()) ++lost;
  if (lost > 0)
    verdict.problems.push_back(fmt::format("retractions of reviews that are not there: {}", lost));
}

// One review. Its day is counted where it can be read.
void examine_review(const Query& row, const PointLists& lists, Verdict& verdict) {
  const auto complain = [&](std::string_view problem) {
    const auto id = printable(row.text(0));
    verdict.problems.push_back(fmt::format("review {}: {}", id, problem));
  };
  try {
    const auto review = read_review(row, lists);
    for (const auto& fault : find_faults(review)) complain(fault.message);
    verdict.first = std::min(verdict.first.value_or(review.day), review.day);
    verdict.last = std::max(verdict.last.value_or(review.day), review.day);
  } catch (const Unreadable& problem) {
    complain(problem.what());
  }
}

void examine_reviews(SQLite::Database& database, Verdict& verdict) {
  std::set<std::pair<std::string, std::string>> items;
  const PointLists lists{database};
  Query row{database,
            fmt::format("SELECT {}, {} FROM review ORDER BY number", review_columns, asked_column(database))};
  while (row.step()) {
    ++verdict.reviews;
    items.emplace(row.text(1), row.text(2));
    verdict.items = items.size();
    examine_review(row, lists, verdict);
  }
}

void count_retractions(SQLite::Database& database, Verdict& verdict) {
  verdict.retracted =
      static_cast<std::size_t>(database.execAndGet("SELECT count(*) FROM retraction").getInt64());
}

// One round. Its other columns must agree with its state.
void examine_round(const Query& row, Verdict& verdict) {
  const auto id = row.text(0);
  const auto complain = [&](std::string_view problem) {
    verdict.problems.push_back(fmt::format("round {}: {}", printable(id), problem));
  };
  try {
    const auto state = read_round_json(row.text(3));
    for (const auto& fault : find_faults(state)) complain(fault.message);
    if (state.id != id) complain("its state is of another round");
    if (state.revision != row.number(1)) complain("its state is of another revision");
    if (is_open(state) != (row.number(2) == 1)) complain("its state is at odds with whether it is open");
  } catch (const Unreadable& problem) {
    complain(problem.what());
  }
}

void examine_rounds(SQLite::Database& database, Verdict& verdict) {
  if (!has_rounds(database)) return;
  Query row{database, "SELECT id, revision, open, state FROM round ORDER BY id"};
  while (row.step()) {
    ++verdict.rounds;
    examine_round(row, verdict);
  }
}

void examine_interview(const Query& row, Verdict& verdict) {
  const auto complain = [&](std::string_view problem) {
    const auto id = printable(row.text(0));
    verdict.problems.push_back(fmt::format("interview {}: {}", id, problem));
  };
  try {
    for (const auto& fault : find_faults(read_interview(row))) complain(fault.message);
  } catch (const Unreadable& problem) {
    complain(problem.what());
  }
}

void examine_interviews(SQLite::Database& database, Verdict& verdict) {
  if (!has_interviews(database)) return;
  std::set<std::string> interviews;
  Query row{database, fmt::format("SELECT {} FROM interview ORDER BY at, id", interview_columns)};
  while (row.step()) {
    interviews.emplace(row.text(1));
    verdict.interviews = interviews.size();
    examine_interview(row, verdict);
  }
}

}  // namespace

Verdict examine(SQLite::Database& database) {
  Verdict verdict;
  noting_damage(verdict, "the file", [&] { examine_file(database, verdict); });
  noting_damage(verdict, "the references", [&] { examine_references(database, verdict); });
  noting_damage(verdict, "the reviews", [&] { examine_reviews(database, verdict); });
  noting_damage(verdict, "the retractions", [&] { count_retractions(database, verdict); });
  noting_damage(verdict, "the rounds", [&] { examine_rounds(database, verdict); });
  noting_damage(verdict, "the interviews", [&] { examine_interviews(database, verdict); });
  return verdict;
}

}  // namespace viva
