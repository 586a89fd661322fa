#include "viva/base/enum_names.hpp"

#include "catch.hpp"

using namespace viva;

namespace {

enum class Wind { calm, breeze, gale };
constexpr auto wind_names = enum_names<Wind>("calm", "breeze", "gale");

}  // namespace

TEST_CASE("an enum's values have names, both ways") {
  CHECK(wind_names[Wind::calm] == "calm");
  CHECK(wind_names[Wind::gale] == "gale");
  CHECK(wind_names.value_of("breeze") == Wind::breeze);
  CHECK_FALSE(wind_names.value_of("Breeze"));
  CHECK_FALSE(wind_names.value_of(""));
}

TEST_CASE("the compiler knows which values are enumerators") {
  CHECK(is_enumerator<Wind::gale>());
  CHECK(is_enumerator<static_cast<Wind>(2)>());
  CHECK_FALSE(is_enumerator<static_cast<Wind>(3)>());
}
