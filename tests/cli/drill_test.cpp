// Drills, typed on a terminal and through a pipe.
#include "catch.hpp"
#include "cli/pty.hpp"
#include "golden.hpp"

using namespace viva::test;

namespace {

const char* const whole_drill =
    "towers before noon\nveils from the west\n\n"  // a typed answer of two lines
    "a\nf\n1 2 9\n1-2 4\n\n"                       // a wrong number, then Hard is proposed
    "\nnone\nu\n2\n1\n"                            // ticks taken back
    "\n3\n"                                        // an item without points
    "u\n4\n"                                       // a rating taken back
    "\n2\n1\n\n"                                   // once more, a wrong number: only one point is asked
    "s\n";                                         // the other repetition is skipped

}  // namespace

TEST_CASE("a drill from the plan to the summary") {
  const Home home;
  const auto bank = home.bank("small");
  const auto run = home.type({"drill", "--bank", bank}, whole_drill);
  check_golden("drill.txt", run.out);
  CHECK(run.err.empty());
  CHECK(run.code == 0);
}

TEST_CASE("a drill at 40 columns") {
  const Home home;
  const auto run = home.type({"drill", "--bank", home.bank("small"), "--width", "40"}, whole_drill);
  check_golden("drill-40.txt", run.out);
}

TEST_CASE("typed on a terminal, line by line, a drill reads as it does through a pipe") {
  const Home home, other;
  const auto bank = home.bank("small");
  other.bank("small");
  Pty terminal{home, {"drill", "--bank", bank, "--plain"}};
  for (std::string_view rest = whole_drill; !rest.empty(); rest.remove_prefix(rest.find('\n') + 1)) {
    terminal.wait_for_prompt();
    terminal.send(rest.substr(0, rest.find('\n') + 1));
  }
  CHECK(terminal.wait() == 0);
  CHECK(terminal.transcript() == other.type({"drill", "--bank", bank}, whole_drill).out);
}

TEST_CASE("with nothing due a drill offers the next best thing") {
  const Home home;
  const auto bank = home.bank("second");
  REQUIRE(home.type({"drill", "--bank", bank}, "\n3\n").code == 0);
  const auto tomorrow = [&](std::string input, Args more = {}) {
    Args args{"drill", "--bank", bank};
    args.insert(args.end(), more.begin(), more.end());
    return home.run(args, {.input = std::move(input), .env = {{"VIVA_NOW", "2026-11-23T18:30:00Z"}}});
  };
  const auto declined = tomorrow("q\n");
  check_golden("drill-ahead-declined.txt", declined.out);
  CHECK(declined.code == 0);
  CHECK(tomorrow("").code == 0);
  check_golden("drill-ahead-filtered.txt", tomorrow("q\n", {"--tier", "shore"}).out);
  check_golden("drill-ahead-accepted.txt", tomorrow("\n\n3\n").out);
}

TEST_CASE("a drill that matches nothing says why") {
  const Home home;
  const auto run = home.run({"drill", "--bank", home.bank("small"), "--weak"});
  CHECK(run.err == "viva drill: no question is left: none of the 3 questions matches --weak\n");
  CHECK(run.code == 1);
}

TEST_CASE("a typed answer of several lines is in the history") {
  const Home home;
  const auto bank = home.bank("second");
  REQUIRE(home.type({"drill", "--bank", bank}, "one lamp,\r\n  and \"in time\"\n\n3\n").code == 0);
  const auto lines = home.run({"history", "export"}).out;
  CHECK(lines.find(R"("answer":"one lamp,\n  and \"in time\"")") != std::string::npos);
}

TEST_CASE("lines of an answer may end as Windows or an old Mac ends them, after a byte order mark") {
  const Home home;
  const auto bank = home.bank("second");
  REQUIRE(home.type({"drill", "--bank", bank}, "\uFEFFone lamp,\r  and\fin time\r\r3\r").code == 0);
  const auto lines = home.run({"history", "export"}).out;
  CHECK(lines.find(R"("answer":"one lamp,\n  and\nin time")") != std::string::npos);
}

TEST_CASE("a question rated Again comes back, and what comes back is not asked a third time") {
  const Home home;
  const auto run = home.type({"drill", "--bank", home.bank("second")}, "\n1\n\n1\n");
  check_golden("drill-again.txt", run.out);
  CHECK(home.run({"history", "verify"}).out.find(": sound: 2 answers to 1 question,") != std::string::npos);
}

TEST_CASE("the last line needs no newline") {
  const Home home;
  CHECK(home.type({"drill", "--bank", home.bank("second")}, "\n3").out.find("Saved,") != std::string::npos);
}
