// Mock rounds, typed on a terminal and through a pipe.
#include <regex>

#include "catch.hpp"
#include "cli/pty.hpp"
#include "golden.hpp"

using namespace viva::test;

namespace {

// The three questions of seed 7: a typed answer, a spoken one, one of two lines.
const char* const whole_round =
    "\n"                                 // begin
    "I look at the edge.\n.\n"           // an answer, ended by a point
    "warm it first\n\n\n3\n"             // the reply, ended by two empty lines; the prediction
    ".\n.\n4\n"                          // spoken
    "bell\ntelegraph\n\n\n.\n9\n2\n"     // two lines; spoken reply; a mark that does not exist
    "a\n1 2\n\n"                         // the model answer is read; ticks; the proposal is taken
    "1-9\nall\nu\n1\n2\n"                // wrong; taken back; overruled
    "e\n1 2 3 4\n\nu\n1 2 3 4 5\n\n\n";  // the last mark is taken back

Args mock(const Home& home, Args more) {
  Args args{"mock", "--bank", home.bank("rounds"), "--seed", "7"};
  args.insert(args.end(), more.begin(), more.end());
  return args;
}

// Ids of rounds are random.
std::string steady(const std::string& text) {
  return std::regex_replace(text, std::regex{"\\b[0-9a-f]{8}\\b"}, "1a2b3c4d");
}

}  // namespace

TEST_CASE("a round from the briefing to the scorecard") {
  const Home home;
  const auto run = home.type(mock(home, {"short"}), whole_round);
  check_golden("mock.txt", steady(run.out));
  CHECK(run.err.empty());
  CHECK(run.code == 0);
  CHECK(home.run({"history", "verify"}).out.find(": sound: ") != std::string::npos);
  check_golden("rounds.txt", steady(home.run({"rounds", "--bank", "rounds.json"}).out));
}

TEST_CASE("a round at 40 columns") {
  const Home home;
  check_golden("mock-40.txt", steady(home.type(mock(home, {"short", "--width", "40"}), whole_round).out));
}

TEST_CASE("a round in ASCII shows nothing else") {
  const Home home;
  const auto run = home.run(mock(home, {"short"}), {.input = whole_round, .env = {{"LC_ALL", "C"}}});
  CHECK(run.out.find_first_not_of("\n !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`"
                                  "abcdefghijklmnopqrstuvwxyz{|}~") == std::string::npos);
}

TEST_CASE("the second round of a preset is compared with the first, and can be read with it") {
  const Home home;
  REQUIRE(home.type(mock(home, {"short"}), whole_round).code == 0);
  const Setup later{.input = "\nAnother answer.\n.\n.\n4\n.\n.\n4\n.\n.\n4\ne\nall\n\nall\n\nall\n\n\n",
                    .env = {{"VIVA_NOW", "2026-11-24T18:30:00Z"}}};
  const auto second = home.run(mock(home, {"short"}), later);
  check_golden("mock-second.txt", steady(second.out));
  const Setup then{.env = {{"VIVA_NOW", "2026-11-24T18:30:00Z"}}};
  check_golden("rounds-two.txt", steady(home.run({"rounds"}, then).out));
  check_golden("rounds-answers.txt", steady(home.run({"rounds", "last", "--answers"}, then).out));
  CHECK(home.run({"rounds", "last", "--json"}, then).out.find("\"verdict\"") != std::string::npos);
  CHECK(home.run({"rounds", "--json"}, then).code == 0);
  CHECK(home.run({"rounds", "last", "--format", "markdown"}, then).out.starts_with("# "));
}

TEST_CASE("the presets there are, and a round of one's own") {
  const Home home;
  check_golden("mock-list.txt", home.run({"mock", "--list", "--bank", home.bank("rounds")}).out);
  const auto own = home.type(mock(home, {"--questions", "2", "--topic", "signals", "--relaxed"}), "q\n");
  check_golden("mock-own.txt", own.out);
  CHECK(home.run({"rounds"}).out == "No mock round yet.\n\nThe first:\n  viva mock\n");
}

TEST_CASE("a round that cannot be drawn says what is missing") {
  const Home home;
  const auto errors = [&](Args more) {
    const auto run = home.run(mock(home, std::move(more)));
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    return run.err;
  };
  check_golden("mock-errors.txt", errors({"nihgt"}) + errors({"night", "--topic", "signals"}) +
                                      errors({"--questions", "9"}) + errors({"short", "--questions", "2"}) +
                                      errors({"--minutes", "0"}) + errors({"--tier", "calm"}) +
                                      errors({"--resume", "--abandon"}) + errors({"short", "--resume"}));
}

TEST_CASE("what the bank has never asked is preferred, and the seed alone repeats the round") {
  const Home home;
  const auto bank = home.bank("rounds");
  const auto seed_of = [](const std::string& text) {
    const auto at = text.find("--seed ") + 7;
    return text.substr(at, text.find_first_not_of("0123456789", at) - at);
  };
  const Args three{"mock", "--bank", bank, "--tier", "watch", "--questions", "1"};
  std::string asked;
  for (int i = 0; i < 3; ++i) {
    const auto run = home.type(three, "\n.\n.\n1\nnone\n\n\n");
    const auto seed = seed_of(run.out);
    const auto prompt = run.out.substr(run.out.find("1/1"), 200);
    auto again = three;
    again.insert(again.end(), {"--seed", seed});
    const Home other;
    other.bank("rounds");
    CHECK(other.type(again, "\n").out.find(prompt.substr(0, 60)) != std::string::npos);
    asked += run.out;
  }
  for (const auto* prompt : {"trimming the wick", "passes without lights", "clean the lens"})
    CHECK(asked.find(prompt) != std::string::npos);
}

TEST_CASE("typed on a terminal, a round reads as it does through a pipe") {
  const Home home, other;
  Pty terminal{home, mock(home, {"short", "--plain"})};
  for (std::string_view rest = whole_round; !rest.empty(); rest.remove_prefix(rest.find('\n') + 1)) {
    terminal.wait_for_prompt();
    terminal.send(rest.substr(0, rest.find('\n')));
    terminal.send("\r");
  }
  CHECK(terminal.wait() == 0);
  const auto piped = other.type(mock(other, {"short"}), whole_round).out;
  const auto typed = terminal.transcript();
  CHECK(steady(typed) == steady(piped));
}

TEST_CASE("an answer written in the editor") {
  const Home home;
  const Setup setup{.env = {{"VISUAL", "printf 'from the editor\\nin two lines\\n' >"}}};
  Pty terminal{home, mock(home, {"short", "--plain"}), setup};
  terminal.wait_for_prompt();
  terminal.send("\r");
  terminal.wait_for_prompt();
  terminal.send("e\r");
  terminal.wait_for("| from the editor");
  terminal.wait_for("in two lines");
  terminal.wait_for_prompt();
  terminal.send(".\r");
  terminal.wait_for("Interviewer");
  terminal.signal(9);
  CHECK(home.run({"history", "export"}).out.find(R"("answer":"from the editor\nin two lines")") !=
        std::string::npos);
}

TEST_CASE("an editor that fails is told, and nothing is lost") {
  const Home home;
  Pty terminal{home, mock(home, {"short", "--plain"}), {.env = {{"VISUAL", "false"}}}};
  terminal.wait_for_prompt();
  terminal.send("\rbefore it\re\r");
  terminal.wait_for("The editor (false) did not end well");
  terminal.wait_for("| before it");
  terminal.wait_for_prompt();
}

TEST_CASE("an editor needs a terminal") {
  const Home home;
  CHECK(home.type(mock(home, {"short"}), "\ne\n").out.find("The editor needs a terminal.") !=
        std::string::npos);
}
