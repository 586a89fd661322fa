#include "cli/command_line.hpp"

#include "catch.hpp"
#include "cli/pty.hpp"
#include "cli/variable.hpp"

using namespace viva;
using namespace viva::test;

namespace {

// Without the settings, banks and answers of whoever runs the tests.
class Alone {
 public:
  explicit Alone(const Home& home)
      : settings_("XDG_CONFIG_HOME", (home / "config").string()),
        bank_("VIVA_BANK", ""),
        history_("VIVA_HISTORY", "") {}

 private:
  Variable settings_, bank_, history_;
};

Options options_of(const std::vector<std::string>& words) { return read_command_line(words).options; }

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("options stand before or after the command") {
  const Home home;
  const Alone alone{home};
  for (const Texts& words : {Texts{"--width", "40", "list", "--plain", "--color=never"},
                             Texts{"list", "--width=40", "--color", "NEVER", "--plain"}}) {
    const auto options = options_of(words);
    CHECK(options.width == 40);
    CHECK(options.plain);
    CHECK(options.color == Color::never);
  }
  CHECK(options_of({}).width == 0);
  CHECK(options_of({}).day_begins == 4);
}

TEST_CASE("what is typed wins over the environment, and that over the settings") {
  const Home home;
  const Alone alone{home};
  home.write("config/viva/config.toml", "bank = \"settings.json\"\nday-begins = 6\n");
  CHECK(options_of({"list"}).banks == Texts{"settings.json"});
  CHECK(options_of({"list"}).day_begins == 6);
  const Variable bank{"VIVA_BANK", "environment.json"};
  CHECK(options_of({"list", "--bank", "a.json", "--bank", "b.json"}).banks == Texts{"a.json", "b.json"});
  CHECK(options_of({"--config", "none.toml", "--bank", "a.json"}).banks == Texts{"a.json"});
}

TEST_CASE("where questions and answers are is said again only where it was typed") {
  const Home home;
  const Alone alone{home};
  CHECK(options_of({"drill", "--bank", "my bank.json", "--history=h.db"}).places ==
        " --bank 'my bank.json' --history h.db");
  const Variable bank{"VIVA_BANK", "environment.json"};
  CHECK(options_of({"drill"}).places.empty());
  CHECK(options_of({"drill"}).banks == Texts{"environment.json"});
}

TEST_CASE("a command is known by its own section of the settings, and by others'") {
  const Home home;
  home.write("config/viva/config.toml", "[sheet]\nkind = \"cards\"\n\n[bank.check]\n");
  CHECK(home.run({"sheet", "--count", "1"}).out.find("Cards") != std::string::npos);
  CHECK(home.run({"list", "--count", "1"}).code == 0);
  home.write("config/viva/config.toml", "[sheet]\nknid = \"cards\"\n");
  const auto wrong = home.run({"list"});
  CHECK(wrong.code == 2);
  CHECK(wrong.err.find("there is no setting \"sheet.knid\"") != std::string::npos);
}

TEST_CASE("a value that has the name of a command is a value") {
  const Home home;
  const auto run = home.run({"list", "--search", "sheet", "--tier", "drill"});
  CHECK(run.err.starts_with("viva list: there is no tier \"drill\""));
  CHECK(home.run({"--bank", "list", "--help"}).out == home.run({"--help"}).out);
}
