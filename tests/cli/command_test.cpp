#include "cli/command.hpp"

#include <set>

#include "catch.hpp"
#include "cli/commands.hpp"

using namespace viva;

namespace {

enum class Wind { calm, breeze, gale };
constexpr auto wind_names = enum_names<Wind>("calm", "breeze", "gale");

// Calls `check` with each command and the words that name it.
template <typename Check>
void each_command(const Command& command, const std::string& name, const Check& check) {
  check(command, name);
  for (const auto& sub : command.subcommands) each_command(sub, name + ' ' + sub.name, check);
}

}  // namespace

TEST_CASE("an option is spelled in one way or in two") {
  CHECK(Option{"-o,--output"}.spellings() == std::vector<std::string>{"-o", "--output"});
  CHECK(Option{"--tier"}.spellings() == std::vector<std::string>{"--tier"});
  CHECK(Option{"FILE"}.is_positional());
  CHECK(Option{"FILE"}.takes_value());
  CHECK_FALSE(Option{"--due"}.takes_value());
  CHECK(Option{"--tier", "TIER"}.takes_value());
}

TEST_CASE("a text is stored as it is typed") {
  std::string one;
  std::optional<std::string> title;
  std::vector<std::string> many;
  CHECK(text({"--search", "TEXT"}, one).store("a b").empty());
  CHECK(text({"--title", "TEXT"}, title).store("").empty());
  const auto tiers = texts({"--tier", "TIER"}, many);
  CHECK(tiers.repeatable);
  for (const auto* tier : {"x", "y"}) CHECK(tiers.store(tier).empty());
  CHECK(one == "a b");
  CHECK(title == "");
  CHECK(many == std::vector<std::string>{"x", "y"});
}

TEST_CASE("a whole number within its bounds is stored, all else is told") {
  std::optional<int> count;
  const auto option = number({"--count", "N"}, 1, 50, count);
  for (const auto* wrong : {"0", "51", "-1", "3x", "", " 3", "3.0", "99999999999999999999"}) {
    CHECK(option.store(wrong) == '"' + std::string{wrong} + "\" is not a whole number from 1 to 50");
    CHECK_FALSE(count);
  }
  CHECK(option.store("50").empty());
  CHECK(count == 50);
  CHECK(option.store("010").empty());
  CHECK(count == 10);
}

TEST_CASE("a word is one of an enum's names, in any case") {
  auto wind = Wind::calm;
  std::vector<Wind> winds;
  const auto option = one_of({"--wind", "WIND"}, wind_names, wind);
  CHECK(option.help == "calm, breeze or gale");
  CHECK(option.words == std::vector<std::string>{"calm", "breeze", "gale"});
  CHECK(option.store("GALE").empty());
  CHECK(wind == Wind::gale);
  CHECK(option.store("breez") == "there is no \"breez\"; did you mean \"breeze\"?");
  CHECK(option.store("storm") == "there is no \"storm\"; use one of \"calm\", \"breeze\", \"gale\"");
  const auto several = one_of({"--winds", "WIND", "Some"}, wind_names, winds);
  CHECK(several.repeatable);
  CHECK(several.help == "Some");
  for (const auto* word : {"gale", "calm"}) CHECK(several.store(word).empty());
  CHECK(winds == std::vector<Wind>{Wind::gale, Wind::calm});
}

TEST_CASE("every command says what it is for, and does something or has commands that do") {
  Options options;
  each_command(describe_all(options), "viva", [](const Command& command, const std::string& name) {
    CAPTURE(name);
    CHECK_FALSE(command.help.empty());
    CHECK((command.run != nullptr) == (command.subcommands.empty() || name == "viva"));
  });
}

TEST_CASE("every option has a help, a name of its own, and one thing that it does") {
  Options options;
  each_command(describe_all(options), "viva", [](const Command& command, const std::string& name) {
    std::set<std::string> names;
    for (const auto& option : command.options) {
      CAPTURE(name, option.names);
      CHECK_FALSE(option.help.empty());
      for (const auto& spelling : option.spellings()) CHECK(names.insert(spelling).second);
      const bool by_parser = name == "viva" && !option.flag && !option.store;
      CHECK((by_parser || (option.flag == nullptr) == static_cast<bool>(option.store)));
      CHECK((by_parser || option.takes_value() == static_cast<bool>(option.store)));
      CHECK((option.excludes.empty() || names.contains(option.excludes)));
    }
  });
}

TEST_CASE("a command's help ends with where to find the options of all commands") {
  Command command;
  CHECK(footer_of(command) == "Options that every command takes: viva --help");
  command.footer = "Example:\n  viva";
  CHECK(footer_of(command) == "Example:\n  viva\n\nOptions that every command takes: viva --help");
  command.subcommands.resize(1);
  CHECK(footer_of(command) == command.footer);
}
