// A bank of texts of every kind: code, lists, quotes, scripts, marks.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "catch.hpp"
#include "viva/bank/bank.hpp"

namespace viva::test {

inline Bank texts_bank() {
  std::ifstream stream{VIVA_SOURCE_DIR "/tests/banks/texts.json", std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{stream}, {}};
  auto parsed = parse_bank(text, "texts.json");
  REQUIRE(parsed.ok());
  return std::move(parsed.bank);
}

}  // namespace viva::test
