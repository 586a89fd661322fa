#include "golden.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <vector>

#include "catch.hpp"

namespace viva::test {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream{text};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// The lines up to the first difference and after the last agree; those between are shown in full.
std::string diff(const std::string& expected, const std::string& actual) {
  const auto old_lines = lines_of(expected), new_lines = lines_of(actual);
  std::size_t begin = 0, end = 0;
  const auto shorter = std::min(old_lines.size(), new_lines.size());
  while (begin < shorter && old_lines[begin] == new_lines[begin]) ++begin;
  while (end < shorter - begin &&
         old_lines[old_lines.size() - 1 - end] == new_lines[new_lines.size() - 1 - end])
    ++end;
  auto text = "from line " + std::to_string(begin + 1) + ":\n";
  for (auto i = begin; i < old_lines.size() - end; ++i) text += "- " + old_lines[i] + '\n';
  for (auto i = begin; i < new_lines.size() - end; ++i) text += "+ " + new_lines[i] + '\n';
  return text;
}

}  // namespace

void check_golden(const std::string& name, const std::string& text) {
  const auto file = std::string{VIVA_SOURCE_DIR} + "/tests/golden/" + name;
  if (std::getenv("VIVA_UPDATE_GOLDEN")) std::ofstream{file, std::ios::binary} << text;
  std::ifstream stream{file, std::ios::binary};
  const std::string expected{std::istreambuf_iterator<char>{stream}, {}};
  INFO(file << ", " << diff(expected, text));
  CHECK((text == expected && !expected.empty()));
}

}  // namespace viva::test
