#include "cli/manual.hpp"

#include <set>
#include <sstream>

#include "catch.hpp"

using namespace viva;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the manual has a section for every command, also for those within one") {
  const auto text = manual();
  CHECK(text.starts_with(".TH VIVA 1"));
  for (const auto* name : {"list", "sheet", "bank check", "history undo", "completion", "man"})
    CHECK(has(text, std::string{"\n.SS viva "} + name + "\n"));
  CHECK_FALSE(has(text, ".SS viva bank\n"));
}

TEST_CASE("the manual says of an option what help says") {
  const auto text = manual();
  CHECK(has(text, ".TP\n.B \\-o, \\-\\-output FILE\nWrite this file (standard output)\n"));
  CHECK(has(text, ".TP\n.B \\-\\-due\nOnly what is due for review\n"));
  CHECK(has(text, ".TP\n.B FILE\nThe bank (several allowed)\n"));
  CHECK_FALSE(has(text, "This help"));
}

TEST_CASE("no text of the manual is taken for a request") {
  const std::set<std::string> requests{".TH", ".SH", ".SS", ".TP", ".B", ".PP", ".nf", ".fi"};
  std::istringstream lines{manual()};
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with('.') || line.starts_with('\'')) {
      CAPTURE(line);
      CHECK(requests.contains(line.substr(0, line.find(' '))));
    }
}
