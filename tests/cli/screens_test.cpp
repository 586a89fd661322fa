// What viva shows, whole screens of it.
#include "catch.hpp"
#include "cli/pty.hpp"
#include "golden.hpp"

using namespace viva::test;

namespace {

// One question rated Good, one Again, both without leaving the drill early.
void answer_two(const Home& home, const std::string& bank) {
  const auto run = home.type({"drill", "--bank", bank, "--count", "2"}, "\nall\n\n\n1\n\ns\n");
  REQUIRE(run.code == 0);
}

std::string later(const char* day) { return std::string{day} + "T18:30:00Z"; }

}  // namespace

TEST_CASE("list fits the terminal") {
  const Home home;
  const auto bank = home.bank("small");
  answer_two(home, bank);
  for (const auto* columns : {"40", "80"}) {
    const auto run = home.run({"list", "--bank", bank, "--width", columns});
    check_golden(std::string{"list-"} + columns + ".txt", run.out);
    CHECK(run.err.empty());
    CHECK(run.code == 0);
  }
}

TEST_CASE("show fits the terminal") {
  const Home home;
  const auto bank = home.bank("small");
  for (const auto* columns : {"40", "80"}) {
    const auto run = home.run({"show", "read", "tow", "--bank", bank, "--width", columns});
    check_golden(std::string{"show-"} + columns + ".txt", run.out);
    CHECK(run.code == 0);
  }
}

TEST_CASE("a terminal's own size is used, and COLUMNS where there is none") {
  const Home home;
  const auto bank = home.bank("small");
  const auto narrow = home.run({"show", "cold", "--bank", bank, "--width", "40"}).out;
  CHECK(home.run({"show", "cold", "--bank", bank}, {.env = {{"COLUMNS", "40"}}}).out == narrow);
  Pty terminal{home, {"show", "cold", "--bank", bank, "--plain"}, {.columns = 40}};
  CHECK(terminal.wait() == 0);
  CHECK(terminal.transcript() == narrow);
}

TEST_CASE("the overview of a newcomer, and of someone who comes back") {
  const Home home;
  const auto bank = home.bank("small");
  check_golden("overview-fresh.txt", home.run({"--bank", bank}).out);
  answer_two(home, bank);
  check_golden("overview-later.txt",
               home.run({"--bank", bank}, {.env = {{"VIVA_NOW", later("2026-11-26")}}}).out);
}

TEST_CASE("the next command names the bank and the history that were typed") {
  const Home home;
  home.bank("small");
  const auto run = home.run({"--bank", "small.json", "--history", "my answers.db"});
  CHECK(run.out.find("viva mock --bank small.json --history 'my answers.db'\n") != std::string::npos);
  const auto drill = home.type({"drill", "--bank=small.json"}, "q\n");
  CHECK(drill.out.find("\nNext   viva drill --bank small.json\n") != std::string::npos);
}

TEST_CASE("the next command leaves to the environment and the settings what they say") {
  const Home home;
  home.bank("small");
  const auto run = home.run({}, {.env = {{"VIVA_BANK", "small.json"}, {"VIVA_HISTORY", "answers.db"}}});
  CHECK(run.out.find("  viva drill --tier shore\n") != std::string::npos);
  home.write("config/viva/config.toml", "bank = \"small.json\"\n");
  CHECK(home.run({}).out == run.out);
}

TEST_CASE("help") {
  const Home home;
  check_golden("help.txt", home.run({"--help"}).out);
  check_golden("help-drill.txt", home.run({"drill", "--help"}).out);
  CHECK(home.run({"--version"}).out.starts_with("viva "));
}

TEST_CASE("without UTF-8 everything is ASCII, and not wider") {
  const Home home;
  const auto bank = home.bank("small");
  const auto run = home.run({"show", "cold", "--bank", bank}, {.env = {{"LC_ALL", "C"}}});
  check_golden("show-ascii.txt", run.out);
  for (const char c : run.out) REQUIRE(static_cast<unsigned char>(c) < 0x80);
}

TEST_CASE("colour") {
  const Home home;
  const auto bank = home.bank("small");
  const auto colourful = [&](Args args, const Setup& setup = {}) {
    args.insert(args.end(), {"--bank", bank});
    return home.run(args, setup).out.find('\x1b') != std::string::npos;
  };
  CHECK(!colourful({"list"}));
  CHECK(colourful({"list", "--color", "always"}));
  CHECK(colourful({"list"}, {.env = {{"CLICOLOR_FORCE", "1"}}}));
  CHECK(!colourful({"list"}, {.env = {{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", "1"}}}));
  CHECK(colourful({"list", "--color", "always"}, {.env = {{"NO_COLOR", "1"}}}));
  CHECK(!colourful({"list", "--color", "never"}, {.env = {{"CLICOLOR_FORCE", "1"}}}));
  CHECK(!colourful({"list", "--json", "--color", "always"}));
}

TEST_CASE("colour on a terminal") {
  const Home home;
  const auto bank = home.bank("small");
  const auto colourful = [&](const Args& args, const Setup& setup = {}) {
    Pty terminal{home, args, setup};
    CHECK(terminal.wait() == 0);
    return terminal.transcript().find('\x1b') != std::string::npos;
  };
  CHECK(colourful({"list", "--bank", bank}));
  CHECK(!colourful({"list", "--bank", bank}, {.env = {{"TERM", "dumb"}}}));
  CHECK(!colourful({"list", "--bank", bank}, {.env = {{"NO_COLOR", "1"}}}));
  CHECK(!colourful({"list", "--bank", bank, "--plain"}));
  check_golden("list-colour.txt", home.run({"list", "--bank", bank, "--color", "always"}).out);
}

TEST_CASE("a selection of nothing says why") {
  const Home home;
  const auto bank = home.bank("small");
  const auto run = home.run({"list", "--bank", bank, "--tier", "shore", "--search", "avalanche"});
  check_golden("list-nothing.txt", run.err);
  CHECK(run.out.empty());
  CHECK(run.code == 1);
}

TEST_CASE("values that do not exist suggest ones that do") {
  const Home home;
  const auto bank = home.bank("small");
  std::string all;
  for (const Args& args :
       {Args{"list", "--tier", "shoer"}, Args{"list", "--topic", "knitting"}, Args{"show", "cold-shok"},
        Args{"list", "--order", "randm"}, Args{"drill", "--cuont", "2"}, Args{"drill", "--count", "none"},
        Args{"lst"}, Args{"--width", "5"}, Args{"show"}}) {
    auto full = args;
    full.insert(full.end(), {"--bank", bank});
    const auto run = home.run(full);
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    all += run.err + '\n';
  }
  check_golden("unknown-values.txt", all);
}
