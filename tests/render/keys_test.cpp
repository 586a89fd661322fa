#include "render/keys.hpp"

#include "catch.hpp"

using namespace viva;

namespace {

std::string keys(std::string_view lead, int columns) {
  Page page;
  add_keys(page, lead, {{"1", "No"}, {"2", "Lean no"}, {"u", "undo"}}, columns);
  return render(page, {});
}

std::string command(std::string_view text, int columns) {
  Page page;
  add_command(page, text, columns);
  return render(page, {});
}

}  // namespace

TEST_CASE("keys follow what is asked, as many on a line as fit") {
  CHECK(keys("Well?", 80) == "Well?   1 No   2 Lean no   u undo\n");
  CHECK(keys("Well?", 24) == "Well?   1 No   2 Lean no\nu undo\n");
  CHECK(keys("", 80) == "1 No   2 Lean no   u undo\n");
  CHECK(keys("A question of two lines?", 16) == "A question of\ntwo lines?\n1 No   2 Lean no\nu undo\n");
}

TEST_CASE("a long command is broken so that a shell still takes it as one") {
  CHECK(command("viva drill --id a --id b", 80) == "  viva drill --id a --id b\n");
  CHECK(command("viva drill --id a --id b", 24) == "  viva drill --id a \\\n    --id b\n");
  CHECK(command("viva drill --topic 'x --y z'", 20) == "  viva drill \\\n    --topic 'x --y z'\n");
}
