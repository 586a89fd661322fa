#include "cli/options.hpp"

#include "catch.hpp"
#include "cli/variable.hpp"

using namespace viva;
using namespace viva::test;

namespace {

// Stores a value by the option of this name, as if it had been typed.
std::string typed(const std::vector<Option>& options, const std::string& name, const std::string& value) {
  for (const auto& option : options)
    if (option.names == name) {
      if (!option.flag) return option.store(value);
      *option.flag = true;
      return "";
    }
  FAIL(name << " is no option");
  return "";
}

}  // namespace

TEST_CASE("options set the filter") {
  FilterOptions options;
  const auto all = filter_options(options);
  for (const auto* tier : {"beginner", "advanced"}) CHECK(typed(all, "--tier", tier).empty());
  CHECK(typed(all, "--topic", "npu").empty());
  CHECK(typed(all, "--id", "kv-cache").empty());
  CHECK(typed(all, "--search", "kv cache").empty());
  for (const auto* flag_name : {"--due", "--new", "--weak"}) typed(all, flag_name, "");
  CHECK(typed(all, "--count", "3").empty());
  CHECK(typed(all, "--order", "Weakest").empty());
  const auto& filter = options.filter;
  CHECK(filter.tiers == std::vector<std::string>{"beginner", "advanced"});
  CHECK(filter.topics == std::vector<std::string>{"npu"});
  CHECK(filter.ids == std::vector<std::string>{"kv-cache"});
  CHECK(filter.search == "kv cache");
  CHECK((filter.due && filter.fresh && filter.weak));
  CHECK(filter.count == 3);
  CHECK(options.order == Order::weakest);
}

TEST_CASE("the order is the usual one, unless it or a seed is given") {
  FilterOptions options;
  CHECK(options.resolve(Order::plan).order == Order::plan);
  options.seed = 7;
  CHECK(options.resolve(Order::plan).order == Order::random);
  CHECK(options.resolve(Order::plan).seed == 7);
  options.order = Order::bank;
  CHECK(options.resolve(Order::plan).order == Order::bank);
}

TEST_CASE("a random order without a seed draws one that is short enough to type") {
  FilterOptions options;
  options.order = Order::random;
  for (int i = 0; i < 20; ++i) CHECK(options.resolve(Order::bank).seed < 1'000'000);
}

TEST_CASE("only filters leave something out; a round has no count and no order") {
  Filter filter;
  for (const auto& option : narrowing_options(filter)) {
    CHECK(option.names != "--count");
    CHECK(option.names != "--order");
    CHECK(option.group == "Filters");
  }
}

TEST_CASE("settings and history are where XDG says, or in the home") {
  const Variable home{"HOME", "/home/kim"};
  const Variable config{"XDG_CONFIG_HOME", ""}, data{"XDG_DATA_HOME", "relative/is/ignored"};
  CHECK(default_settings_file() == "/home/kim/.config/viva/config.toml");
  CHECK(default_history_file() == "/home/kim/.local/share/viva/history.db");
  const Variable elsewhere{"XDG_DATA_HOME", "/data"};
  CHECK(default_history_file() == "/data/viva/history.db");
}

TEST_CASE("a variable that is not set is empty") {
  CHECK(environment("VIVA_NO_SUCH_VARIABLE").empty());
  const Variable some{"VIVA_NO_SUCH_VARIABLE", "x"};
  CHECK(environment("VIVA_NO_SUCH_VARIABLE") == "x");
}
