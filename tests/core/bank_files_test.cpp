// The banks in tests/banks: the parser judges them as the schema does (see schema_check.py).
#include <filesystem>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "viva/bank.hpp"

using namespace viva;

namespace {

std::vector<ParsedBank> parse_all(const std::string& folder) {
  std::vector<ParsedBank> parsed;
  for (const auto& file : std::filesystem::directory_iterator{VIVA_SOURCE_DIR "/tests/banks/" + folder}) {
    std::ifstream stream{file.path()};
    std::stringstream text;
    text << stream.rdbuf();
    parsed.push_back(parse_bank(text.str(), file.path().filename().string()));
  }
  return parsed;
}

}  // namespace

TEST_CASE("good banks are read without errors") {
  const auto banks = parse_all("good");
  CHECK(banks.size() == 3);
  for (const auto& parsed : banks) {
    INFO(format(parsed.diagnostics));
    CHECK(parsed.ok());
    CHECK(parsed.bank.items.size() == 1);
  }
}

TEST_CASE("broken banks are refused, each with a place and a way out") {
  const auto banks = parse_all("broken");
  CHECK(banks.size() == 26);
  for (const auto& parsed : banks) {
    INFO(format(parsed.diagnostics));
    CHECK_FALSE(parsed.ok());
    for (const auto& diagnostic : parsed.diagnostics) {
      CHECK(diagnostic.line > 0);
      CHECK(diagnostic.message.find_first_of(";:") != std::string::npos);
    }
  }
}
