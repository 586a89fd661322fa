#include "cli/completion.hpp"

#include "catch.hpp"
#include "cli/completion_script.hpp"
#include "cli/pty.hpp"
#include "cli/variable.hpp"

using namespace viva;
using namespace viva::test;

namespace {

// The words offered, without their meanings.
std::string offered(const std::vector<std::string>& words) {
  std::string all;
  const auto lines = complete(words);
  for (std::size_t at = 0; at < lines.size(); at = lines.find('\n', at) + 1)
    all += (all.empty() ? "" : " ") + lines.substr(at, lines.find('\t', at) - at);
  return all;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("first a command is offered, then its options or values") {
  CHECK(complete({"dr"}) == "drill\tPractise, one question at a time\n");
  CHECK(offered({""}).starts_with("list show drill mock "));
  CHECK(offered({"bank", ""}) == "check init export schema");
  CHECK(offered({"bank", "i"}) == "init");
  CHECK(complete({"drill", "--or"}) == "--order\tplan, bank, random or weakest\n");
  CHECK(offered({"bank", "check", "--"}).starts_with("--help --version --config --bank "));
  CHECK(offered({"--"}).starts_with("--version --help --config "));
}

TEST_CASE("values of an enum are offered as they are typed") {
  CHECK(offered({"drill", "--order", ""}) == "plan bank random weakest");
  CHECK(offered({"drill", "--order", "w"}) == "weakest");
  CHECK(offered({"--color", ""}) == "auto always never");
  CHECK(offered({"rounds", "--format", ""}) == "text markdown json");
  CHECK(offered({"sheet", "--format", ""}) == "text markdown html json anki pdf");
  CHECK(offered({"sheet", "--kind", "c"}) == "cards");
  CHECK(offered({"sheet", "--hide", "t"}) == "topic ticks");
  CHECK(offered({"sheet", "--paper", ""}) == "a4 letter");
  CHECK(offered({"completion", ""}) == "bash zsh fish");
}

TEST_CASE("names are offered from the bank in use") {
  const Home home;
  const auto bank = (home / home.bank("small")).string();
  const Variable variable{"VIVA_BANK", bank};
  CHECK(complete({"list", "--tier", ""}) == "shore\tShore\nopen-water\tOpen Water\n");
  CHECK(offered({"list", "--tier", "=", "o"}) == "open-water");
  CHECK(offered({"list", "--tier", "="}) == "shore open-water");
  CHECK(offered({"list", "--due", "--topic", "w"}) == "weather");
  CHECK(complete({"show", "cold"}).starts_with("cold-shock\tA guest falls"));
  CHECK(offered({"list", "--id", "tow"}) == "tow-or-wait");
  const auto rounds = (home / home.bank("rounds")).string();
  CHECK(offered({"--bank", rounds, "mock", "sh"}) == "short");
  CHECK(offered({"mock", "--bank", "=", rounds, "sh"}) == "short");
}

TEST_CASE("nothing is offered for a file, a number or a text") {
  for (const auto* option : {"--bank", "--history", "--config", "--width"})
    CHECK(complete({"list", option, ""}).empty());
  CHECK(complete({"sheet", "-o", ""}).empty());
  CHECK(complete({"bank", "check", ""}).empty());
  CHECK(complete({"list", "--search", ""}).empty());
}

TEST_CASE("fish is told of every option and command that takes a file") {
  const auto script = completion_script(ShellName::fish);
  for (const auto* names : {"-l bank", "-l history", "-l config", "-s o -l output", "-l html"})
    CHECK(has(script, std::string{"\ncomplete -c viva "} + names + " -rF\n"));
  CHECK(has(script, "'__fish_seen_subcommand_from check init import' -F\n"));
  CHECK_FALSE(has(script, "-l tier"));
}
