#include "viva/session/drill_command.hpp"

#include "catch.hpp"

using namespace viva;

TEST_CASE("a drill command repeats the filters, not their count and order") {
  CHECK(drill_command({}) == "viva drill");
  Filter filter;
  filter.tiers = {"beginner", "advanced"};
  filter.topics = {"npu"};
  filter.ids = {"what-is-quantization"};
  filter.search = "cache";
  filter.due = filter.fresh = filter.weak = true;
  filter.count = 3;
  filter.order = Order::random;
  CHECK(drill_command(filter) ==
        "viva drill --tier beginner --tier advanced --topic npu --id what-is-quantization --search cache "
        "--due --new --weak");
}

TEST_CASE("a drill command can be pasted into a shell") {
  const auto searching = [](std::string text) {
    Filter filter;
    filter.search = std::move(text);
    return drill_command(filter);
  };
  CHECK(searching("kv cache") == "viva drill --search 'kv cache'");
  CHECK(searching("it's") == "viva drill --search 'it'\\''s'");
  CHECK(searching("$(rm -rf ~); `x` \"!\" \\ *") == "viva drill --search '$(rm -rf ~); `x` \"!\" \\ *'");
  CHECK(searching("--hard") == "viva drill --search=--hard");
  CHECK(searching("-x y") == "viva drill --search='-x y'");
  CHECK(searching("Übung") == "viva drill --search 'Übung'");
  Filter filter;
  filter.tiers = {"AI Workflow & Tools", ""};
  CHECK(drill_command(filter) == "viva drill --tier 'AI Workflow & Tools' --tier ''");
}
