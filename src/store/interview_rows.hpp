// Interviews as rows of the database, and back. A history of version 1 or 2 that is only read has none.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <string_view>
#include <vector>

#include "store/history.hpp"
#include "store/rows.hpp"

namespace viva {

bool has_interviews(SQLite::Database& database);  // the table, even if it is empty

inline constexpr std::string_view interview_columns = "id, interview, at, day, minutes, off, title";
InterviewSetting read_interview(const Query& row);  // throws Unreadable

// The whole log, in order of time, then id. Throws Unreadable where one is damaged or breaks a rule.
std::vector<InterviewSetting> select_interviews(SQLite::Database& database);

// Adds settings, each once.
class InterviewInsertion {
 public:
  explicit InterviewInsertion(SQLite::Database& database);

  // Was it new? Throws Refused where it breaks a rule, or where it is there with other content.
  bool add(const InterviewSetting& setting);

 private:
  SQLite::Statement insert_;
  Query find_;
};

}  // namespace viva
