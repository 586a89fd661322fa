#include "cli/shell.hpp"

#include "catch.hpp"
#include "cli/pty.hpp"
#include "cli/variable.hpp"
#include "viva/base/error.hpp"

using namespace viva;
using namespace viva::test;
using namespace std::chrono_literals;

TEST_CASE("the time is VIVA_NOW where that is set, and its study day begins at an hour") {
  const Variable zone{"TZ", "UTC"}, pretended{"VIVA_NOW", "2026-11-22T03:30:00Z"};
  const auto at = Shell{Options{}}.now();
  CHECK(at.at == std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + 3h + 30min);
  CHECK(at.day == Day{std::chrono::sys_days{std::chrono::year{2026} / 11 / 21}});
  Options early;
  early.day_begins = 3;
  CHECK(Shell{early}.now().day == Day{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}});
  const Variable wrong{"VIVA_NOW", "yesterday"};
  CHECK_THROWS_AS(Shell{Options{}}.now(), Error);
}

TEST_CASE("a command to type next is on the same bank and history") {
  Options options;
  CHECK(Shell{options}.command("viva drill") == "viva drill");
  options.places = " --bank my.json";
  CHECK(Shell{options}.command("viva drill") == "viva drill --bank my.json");
}

TEST_CASE("the history is the one that was named, else the usual one") {
  Options options;
  CHECK(Shell{options}.history_file() == default_history_file());
  options.history = "h.db";
  CHECK(Shell{options}.history_file() == "h.db");
}

TEST_CASE("the bank in use: the built-in one, one file, or several as one") {
  const Home home;
  Options options;
  CHECK(Shell{options}.load_bank()->id == "on-device-ai");
  CHECK(read_banks(Shell{options})->front().name == "the built-in bank");
  options.banks = {(home / home.bank("small")).string()};
  CHECK(Shell{options}.load_bank()->tiers.size() == 2);
  options.banks.push_back((home / home.bank("second")).string());
  CHECK(Shell{options}.load_bank()->items.size() > 3);
  CHECK(read_banks(Shell{options})->size() == 2);
}
