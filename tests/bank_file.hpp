// A bank of a file in this project.
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include "catch.hpp"
#include "viva/bank/bank.hpp"

namespace viva::test {

// `path`: from the project's folder.
inline Bank read_bank(const std::string& path) {
  std::ifstream stream{std::string{VIVA_SOURCE_DIR "/"} + path, std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{stream}, {}};
  auto parsed = parse_bank(text, path);
  REQUIRE(parsed.ok());
  return std::move(parsed.bank);
}

// Texts of every kind: code, lists, quotes, scripts, marks.
inline Bank texts_bank() { return read_bank("tests/banks/texts.json"); }

}  // namespace viva::test
