// FSRS-6's parameters of one's own: typed, and in the settings file.
#include <filesystem>

#include "catch.hpp"
#include "cli/pty.hpp"

using namespace viva::test;
namespace fs = std::filesystem;

namespace {

const std::string published =
    "0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, "
    "0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542";

}  // namespace

TEST_CASE("the parameters of one's own memory are typed, or stand in the settings as text or as a list") {
  const Home home;
  const auto bank = home.bank("small");
  REQUIRE(home.type({"drill", "--bank", bank, "--count", "1"}, "\nall\n\n").code == 0);
  const std::string own = "FSRS-6 with the 21 parameters of your settings.";
  const Args stats{"stats", "--bank", bank};
  const auto says_own = [&](const Run& run) {
    CHECK(run.code == 0);
    return run.out.find(own) != std::string::npos;
  };
  CHECK_FALSE(says_own(home.run(stats)));
  CHECK(says_own(home.run({"stats", "--bank", bank, "--fsrs", published})));
  for (const auto& setting : {"\"" + published + "\"", "[" + published + "]"}) {
    home.write("config/viva/config.toml", "fsrs = " + setting + "\n");
    CHECK(says_own(home.run(stats)));
  }
}

TEST_CASE("the parameters of one's own decide when a question is back") {
  const Home home;
  const auto bank = home.bank("second");
  auto slow = published;
  slow.replace(slow.find("2.3065"), 6, "9.0000");  // days after a first Good
  CHECK(home.type({"drill", "--bank", bank, "--fsrs", slow}, "\n3\n").out.find("Saved, back in 9 days.") !=
        std::string::npos);
}

TEST_CASE("wrong parameters are named, typed or in the settings") {
  const Home home;
  const auto twenty = published.substr(0, published.rfind(','));
  const std::pair<std::string, std::string> wrong[] = {
      {twenty, "FSRS-6 has 21 parameters, and these are 20"},
      {"often", "FSRS-6 has 21 parameters, and these are 1"},
      {twenty + ", often", "\"often\" is not a number"},
      {twenty + ", 9", "parameter 21 is 9; it must be 0.1 to 0.8"},
      {twenty + ", nan", "parameter 21 is nan; it must be 0.1 to 0.8"}};
  for (const auto& [numbers, fault] : wrong) {
    const auto run = home.run({"list", "--fsrs", numbers});
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK(run.err == "viva list: --fsrs: " + fault + "\nSee `viva list --help`.\n");
    home.write("config/viva/config.toml", "fsrs = \"" + numbers + "\"\n");
    const auto set = home.run({"list"});
    CHECK(set.code == 2);
    CHECK(set.err.find("config.toml: --fsrs: " + fault + "\n") != std::string::npos);
    fs::remove(home / "config/viva/config.toml");
  }
}
