#include "viva/base/date.hpp"

#include "catch.hpp"
#include "viva/memory/review.hpp"

using namespace viva;
using namespace std::chrono_literals;

namespace {

// Both must be right as written: a test's own dates are not under test.
Instant at(std::string_view text) { return parse_instant(text).value(); }
Day day(std::string_view text) { return parse_day(text).value(); }

}  // namespace

TEST_CASE("a study day begins at 04:00 where the user is") {
  CHECK(study_day(at("2026-11-22T03:59:59.999Z"), 0s) == day("2026-11-21"));
  CHECK(study_day(at("2026-11-22T04:00:00.000Z"), 0s) == day("2026-11-22"));
  CHECK(study_day(at("2026-11-23T00:30:00.000Z"), 0s) == day("2026-11-22"));
}

TEST_CASE("a study day can begin at another hour") {
  CHECK(study_day(at("2026-11-22T00:00:00Z"), 0s, 0h) == day("2026-11-22"));
  CHECK(study_day(at("2026-11-21T23:59:59.999Z"), 0s, 0h) == day("2026-11-21"));
  CHECK(study_day(at("2026-11-22T22:59:59Z"), 0s, 23h) == day("2026-11-21"));
  CHECK(study_day(at("2026-11-22T23:00:00Z"), 0s, 23h) == day("2026-11-22"));
}

TEST_CASE("a study day follows the offset, east and west of Greenwich") {
  // New York, UTC-5: 03:59 and 04:00 local.
  CHECK(study_day(at("2026-11-22T08:59:59Z"), -5h) == day("2026-11-21"));
  CHECK(study_day(at("2026-11-22T09:00:00Z"), -5h) == day("2026-11-22"));
  // India, UTC+5:30.
  CHECK(study_day(at("2026-11-21T22:29:59Z"), 5h + 30min) == day("2026-11-21"));
  CHECK(study_day(at("2026-11-21T22:30:00Z"), 5h + 30min) == day("2026-11-22"));
  // The ends of the world: the same instant, three study days.
  CHECK(study_day(at("2026-11-22T15:00:00Z"), 14h) == day("2026-11-23"));
  CHECK(study_day(at("2026-11-22T15:00:00Z"), 0s) == day("2026-11-22"));
  CHECK(study_day(at("2026-11-22T15:00:00Z"), -12h) == day("2026-11-21"));
}

TEST_CASE("a study day is right before 1970") {
  CHECK(study_day(at("1970-01-01T00:00:00Z"), 0s) == day("1969-12-31"));
  CHECK(study_day(at("1969-12-31T04:00:00Z"), 0s) == day("1969-12-31"));
  CHECK(study_day(at("1969-12-31T03:59:59.999Z"), 0s) == day("1969-12-30"));
  CHECK(study_day(at("1969-07-21T02:56:15Z"), -5h) == day("1969-07-20"));
}

TEST_CASE("a study day is one day across a daylight saving switch") {
  // Berlin, 29 March 2026: at 02:00 clocks go from UTC+1 to UTC+2. The study day of the 28th has 23 hours.
  CHECK(study_day(at("2026-03-28T03:00:00Z"), 1h) == day("2026-03-28"));
  CHECK(study_day(at("2026-03-29T00:59:59Z"), 1h) == day("2026-03-28"));
  CHECK(study_day(at("2026-03-29T01:00:00Z"), 2h) == day("2026-03-28"));
  CHECK(study_day(at("2026-03-29T01:59:59Z"), 2h) == day("2026-03-28"));
  CHECK(study_day(at("2026-03-29T02:00:00Z"), 2h) == day("2026-03-29"));
  // And back on 25 October, at 03:00: the hour from 02:00 comes twice, both times in the study day before.
  CHECK(study_day(at("2026-10-25T00:30:00Z"), 2h) == day("2026-10-24"));
  CHECK(study_day(at("2026-10-25T01:30:00Z"), 1h) == day("2026-10-24"));
  CHECK(study_day(at("2026-10-25T02:59:59Z"), 1h) == day("2026-10-24"));
  CHECK(study_day(at("2026-10-25T03:00:00Z"), 1h) == day("2026-10-25"));
}

TEST_CASE("days are written and read as ISO dates") {
  CHECK(format_day(Day{}) == "1970-01-01");
  for (const auto* text : {"2026-11-22", "2024-02-29", "1969-12-31", "0000-01-01", "9999-12-31"})
    CHECK(format_day(day(text)) == text);
  CHECK(day("2024-03-01") - day("2024-02-28") == std::chrono::days{2});
}

TEST_CASE("what is not exactly one existing day is refused") {
  for (const auto* text :
       {"",           "2026",        "2026-11",     "2026-11-2",  "2026-11-222", "26-11-22",
        "2026-13-01", "2026-00-10",  "2026-04-31",  "2026-11-00", "2026-02-29",  "1900-02-29",
        "2026/11/22", "2026-11-22 ", " 2026-11-22", "+026-11-22", "-026-11-22",  "2026-11-22T00:00:00Z",
        "2026-1a-22", "today"}) {
    INFO(text);
    CHECK_FALSE(parse_day(text));
  }
  CHECK_FALSE(parse_day(std::string_view{"2026-11-22\0", 11}));
}

TEST_CASE("instants are written and read as ISO times in UTC") {
  CHECK(format_instant(Instant{}) == "1970-01-01T00:00:00.000Z");
  CHECK(format_instant(Instant{-1ms}) == "1969-12-31T23:59:59.999Z");
  CHECK(at("2026-11-22T16:05:09.250Z") == Day{day("2026-11-22")} + 16h + 5min + 9s + 250ms);
  CHECK(at("2026-11-22T16:05:09Z") == at("2026-11-22T16:05:09.000Z"));
  for (const auto* text : {"2026-11-22T16:05:09.250Z", "1969-07-21T02:56:15.007Z", "0000-01-01T00:00:00.000Z",
                           "9999-12-31T23:59:59.999Z"})
    CHECK(format_instant(at(text)) == text);
}

TEST_CASE("what is not exactly one instant in UTC is refused") {
  for (const auto* text :
       {"", "2026-11-22", "2026-11-22T16:05Z", "2026-11-22T16:05:09", "2026-11-22T16:05:09+01:00",
        "2026-11-22 16:05:09Z", "2026-11-22T16:05:09z", "2026-11-22T24:00:00Z", "2026-11-22T16:60:00Z",
        "2026-11-22T16:05:60Z", "2026-11-22T16:05:09.Z", "2026-11-22T16:05:09.25Z",
        "2026-11-22T16:05:09.2500Z", "2026-02-30T16:05:09Z", "2026-11-22T-1:05:09Z"}) {
    INFO(text);
    CHECK_FALSE(parse_instant(text));
  }
}

TEST_CASE("days have names, with the year where it is another") {
  const auto today = day("2026-11-22");
  CHECK(name_day(today, today) == "Sun 22 Nov");
  CHECK(name_day(day("2026-12-10"), today) == "Thu 10 Dec");
  CHECK(name_day(day("2027-01-01"), today) == "Fri 1 Jan 2027");
  CHECK(name_day(day("1969-07-20"), today) == "Sun 20 Jul 1969");
}

TEST_CASE("days are described from today") {
  const auto today = day("2026-11-22");
  CHECK(describe_day(today, today) == "today");
  CHECK(describe_day(day("2026-11-23"), today) == "tomorrow");
  CHECK(describe_day(day("2026-11-24"), today) == "in 2 days");
  CHECK(describe_day(day("2027-11-22"), today) == "in 365 days");
  CHECK(describe_day(day("2026-11-21"), today) == "yesterday");
  CHECK(describe_day(day("2026-11-19"), today) == "3 days ago");
}

TEST_CASE("ratings and modes have names, and modes are read back") {
  CHECK(name(Rating::again) == "Again");
  CHECK(name(Rating::hard) == "Hard");
  CHECK(name(Rating::good) == "Good");
  CHECK(name(Rating::easy) == "Easy");
  for (const auto mode : {Mode::drill, Mode::practice, Mode::round}) CHECK(parse_mode(name(mode)) == mode);
  for (const auto* text : {"", "Drill", "drill ", "mock"}) CHECK_FALSE(parse_mode(text));
}
