#include "viva/session/drill_command.hpp"

#include "bank/sample_bank.hpp"
#include "catch.hpp"

using namespace viva;
using namespace viva::sample;

namespace {

// The next step on Wednesday, where these are what is remembered.
std::string next(const Progress& progress) {
  std::vector<Item> items;
  for (std::size_t i = 0; i < progress.size(); ++i) items.push_back(item("q" + std::to_string(i)));
  const auto step = next_step(bank(std::move(items)), progress, wednesday);
  return step.command + "  " + step.reason;
}

const auto never = std::nullopt;
const auto is_due = rated(Rating::good, monday);
const auto has_interview_ahead = rated(Rating::easy, wednesday);
const auto is_bad = rated(Rating::again, wednesday);

}  // namespace

TEST_CASE("the next step is a drill while anything is due or new") {
  CHECK(next({is_due, never, never, has_interview_ahead}) == "viva drill  1 due, 2 new");
  CHECK(next({is_due, is_due, is_bad}) == "viva drill  2 due");
  CHECK(next({has_interview_ahead, never}) == "viva drill  1 new");
}

TEST_CASE("then what went badly, then what has faded most") {
  CHECK(next({has_interview_ahead, is_bad, is_bad}) ==
        "viva drill --weak  nothing is due until Thu 26 Nov; 2 went badly");
  CHECK(next({has_interview_ahead}) ==
        "viva drill --order weakest --count 5  nothing is due until Thu 3 Dec");
  CHECK(next({has_interview_ahead, rated(Rating::good, wednesday)}) ==
        "viva drill --order weakest --count 5  nothing is due until Fri 27 Nov");
}

TEST_CASE("an empty bank is not a dead end") {
  CHECK(next({}) == "viva bank init my-bank.json  the bank has no questions; begin one");
}

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
