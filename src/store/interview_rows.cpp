#include "store/interview_rows.hpp"

#include <fmt/format.h>

#include <string>

#include "store/failure.hpp"
#include "store/rules.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

using SQLite::Statement;

Interview read_set(const Query& row) {
  Interview interview;
  interview.day = read_day(row, 3);
  interview.minutes = read_int(row, 4);
  const auto off = row.text(5);
  interview.off = parse_days_off(off).days;
  if (format_days_off(interview.off) != off) throw Unreadable{"\"off\" is no list of days"};
  interview.title = row.text(6);
  return interview;
}

InterviewSetting read_sound(const Query& row) {
  auto setting = read_interview(row);
  if (const auto faults = find_faults(setting); !faults.empty())
    throw Unreadable{faults[0].message, "an interview"};
  return setting;
}

void bind_setting(Statement& statement, const InterviewSetting& setting) {
  statement.bindNoCopy(1, setting.id);
  statement.bindNoCopy(2, setting.interview);
  statement.bind(3, to_number(setting.at));
  if (!setting.set) {
    for (const int column : {4, 5, 6, 7}) statement.bind(column);
    return;
  }
  statement.bind(4, setting.set->day.time_since_epoch().count());
  statement.bind(5, setting.set->minutes);
  statement.bind(6, format_days_off(setting.set->off));
  statement.bindNoCopy(7, setting.set->title);
}

}  // namespace

bool has_interviews(SQLite::Database& database) { return database.tableExists("interview"); }

InterviewSetting read_interview(const Query& row) try {
  InterviewSetting setting{std::string{row.text(0)}, std::string{row.text(1)}, read_instant(row, 2), {}};
  if (!row.is_null(3)) setting.set = read_set(row);
  return setting;
} catch (const Unreadable& problem) {
  throw Unreadable{problem.what(), "an interview"};
}

std::vector<InterviewSetting> select_interviews(SQLite::Database& database) {
  if (!has_interviews(database)) return {};
  Query row{database, fmt::format("SELECT {} FROM interview ORDER BY at, id", interview_columns)};
  std::vector<InterviewSetting> settings;
  while (row.step()) settings.push_back(read_sound(row));
  return settings;
}

InterviewInsertion::InterviewInsertion(SQLite::Database& database)
    : insert_{database, fmt::format("INSERT INTO interview ({}) VALUES (?, ?, ?, ?, ?, ?, ?) "
                                    "ON CONFLICT (id) DO NOTHING",
                                    interview_columns)},
      find_{database, fmt::format("SELECT {} FROM interview WHERE id = ?", interview_columns)} {}

bool InterviewInsertion::add(const InterviewSetting& setting) {
  if (const auto faults = find_faults(setting); !faults.empty())
    throw Refused{
        fmt::format("interview {}: {}. Nothing was written.", printable(setting.id), faults[0].message)};
  insert_.reset();
  bind_setting(insert_, setting);
  if (insert_.exec() == 1) return true;
  find_.ask(setting.id);
  find_.step();
  if (read_interview(find_) != setting)
    throw Refused{
        fmt::format("the setting {} of an interview is there already, with other content. Nothing "
                    "was written.",
                    setting.id)};
  return false;
}

}  // namespace viva
