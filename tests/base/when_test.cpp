#include "viva/base/when.hpp"

#include "catch.hpp"

using namespace viva;

namespace {

Day day(std::string_view text) { return parse_day(text).value(); }

const Day sunday = day("2026-11-22");

std::string read(std::string_view text, Day today = sunday) {
  const auto when = parse_when(text, today);
  CHECK(when.day.has_value() == when.error.empty());
  return when.day ? format_day(*when.day) : when.error;
}

std::string off(std::string_view text) {
  const auto read = parse_days_off(text);
  return read.error.empty() ? format_days_off(read.days) : read.error;
}

}  // namespace

TEST_CASE("a date is read however it is typed", "[when]") {
  for (const auto* text :
       {"2026-12-10", " 2026-12-10 ", "10 Dec", "10 december", "10 DEC 2026", "Dec 10", "December 10, 2026",
        "10th of December", "the 10th of december 2026", "10. Dec.", "Thu 10 Dec", "Thursday, December 10th",
        "thu 2026-12-10", "on 10 Dec", "in 18 days", "18 days"}) {
    CAPTURE(text);
    CHECK(read(text) == "2026-12-10");
  }
}

TEST_CASE("a day without a year is the next such day, today included", "[when]") {
  CHECK(read("22 Nov") == "2026-11-22");
  CHECK(read("21 Nov") == "2027-11-21");
  CHECK(read("1 Jan") == "2027-01-01");
  CHECK(read("29 Feb") == "2028-02-29");
  CHECK(read("29 Feb", day("2028-02-29")) == "2028-02-29");
}

TEST_CASE("a day is read by its distance from today", "[when]") {
  CHECK(read("today") == "2026-11-22");
  CHECK(read("Tomorrow") == "2026-11-23");
  CHECK(read("in 0 days") == "2026-11-22");
  CHECK(read("in 1 day") == "2026-11-23");
  CHECK(read("in a week") == "2026-11-29");
  CHECK(read("in 3 weeks") == "2026-12-13");
  CHECK(read("in 400 days") == "2027-12-27");
  CHECK(read("in 2 months") == "2027-01-22");
  CHECK(read("in one month", day("2027-01-31")) == "2027-02-28");
}

TEST_CASE("a weekday is the next one, where that is but one day", "[when]") {
  CHECK(read("monday") == "2026-11-23");
  CHECK(read("Sat") == "2026-11-28");
  CHECK(read("this fri") == "2026-11-27");
  CHECK(read("sunday") == "today is Sun 22 Nov; type \"today\" or \"in 1 week\"");
  CHECK(read("next friday") == "that could be Fri 27 Nov or Fri 4 Dec; type the date");
  CHECK(read("next sun") == "that could be Sun 29 Nov or Sun 6 Dec; type the date");
}

TEST_CASE("what could be two days, or none, is refused with what to type", "[when]") {
  const std::string ways = R"(; type it as 2026-12-10, "10 Dec", "in 3 weeks" or "tomorrow")";
  CHECK(read("") == "no day is given" + ways);
  CHECK(read(" , ") == "\",\" is no day" + ways);
  CHECK(read("soon") == "\"soon\" is no day" + ways);
  CHECK(read("10") == "\"10\" is no day" + ways);
  CHECK(read("dec") == "\"dec\" is no day" + ways);
  CHECK(read("10 ju") == "\"10 ju\" is no day" + ways);
  CHECK(read("in -3 days") == "\"in -3 days\" is no day" + ways);
  CHECK(read("in 3 years") == "\"in 3 years\" is no day" + ways);
  CHECK(read("10/12") == "\"10/12\" could be read two ways; type it as 2026-12-10 or \"10 Dec\"");
  CHECK(read("10.12.2026") == "\"10.12.2026\" could be read two ways; type it as 2026-12-10 or \"10 Dec\"");
  CHECK(read("2026-02-30") == "there is no day 2026-02-30" + ways);
  CHECK(read("31 Feb") == "there is no 31 February" + ways);
  CHECK(read("29 Feb 2027") == "there is no 29 February 2027" + ways);
  CHECK(read("0 Dec") == "there is no 0 December" + ways);
  CHECK(read("10 Dec 26") == "\"26\" is no year; write all four digits");
  CHECK(read("Fri 10 Dec") == "Thu 10 Dec is not a Friday; check the date");
}

TEST_CASE("an interview is neither past nor beyond three years", "[when]") {
  CHECK(read("2026-11-21") == "Sat 21 Nov has passed; type today's date or a later one");
  CHECK(read("10 Dec 2025") == "Wed 10 Dec 2025 has passed; type today's date or a later one");
  CHECK(read("2029-11-22") == "2029-11-22");
  CHECK(read("2029-11-23") == "Fri 23 Nov 2029 is more than three years ahead; check the year");
  CHECK(read("in 9999 months") == "Sun 22 Feb 2860 is more than three years ahead; check the year");
}

TEST_CASE("what is repeated in a message is safe to print and short", "[when]") {
  CHECK(read("\x1b[2J").find('\x1b') == std::string::npos);
  CHECK(read(std::string(10000, 'x')).size() < 200);
  CHECK(read(std::string(3000, ' ') + "today") == "2026-11-22");
}

TEST_CASE("days off are named, and written as they are read", "[when]") {
  CHECK(off("") == "none");
  CHECK(off("None") == "none");
  CHECK(off("sat,sun") == "sat,sun");
  CHECK(off("Sunday Saturday, sun") == "sat,sun");
  CHECK(off("weekends") == "sat,sun");
  CHECK(off("tues, thurs, Fr") == "tue,thu,fri");
  CHECK(off("mon,tue,wed,thu,fri,sat") == "mon,tue,wed,thu,fri,sat");
  CHECK(contains(parse_days_off("sun").days, sunday));
  CHECK_FALSE(contains(parse_days_off("mon,sat").days, sunday));
}

TEST_CASE("days off that are none are refused", "[when]") {
  CHECK(off("sat,noday") == "\"noday\" is no day of the week; did you mean Monday?");
  CHECK(off("s") == "\"s\" is no day of the week; type days off as sat,sun");
  CHECK(off("weekend,mon,tue,wed,thu,fri") == "all seven days are off; leave at least one to study");
}
