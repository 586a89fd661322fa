#include "store/round_json.hpp"

#include <limits>

#include "catch.hpp"
#include "store/scratch.hpp"

using namespace viva;
using namespace viva::test;
using namespace std::string_literals;
using namespace std::chrono_literals;

namespace {

const std::string hostile_text =
    "nul \0 tab\t newline\n return\r \"quoted\" \\ {} 漢字 👩‍💻 \u202eevil \uFEFF \u2028 \x1b[2J\x7f"s;

// Every field has a value of its own.
RoundState full_state() {
  auto state = round_state(1);
  state.name = hostile_text;
  state.seed = std::numeric_limits<std::uint64_t>::max();
  state.relaxed = state.ticks_given = state.paused = state.abandoned = true;
  state.phase = RoundPhase::scoring;
  state.current = 1;
  state.day = parse_day("0000-01-01").value();
  state.begun = parse_instant("0000-01-01T00:00:00.000Z").value();
  state.deadline = parse_instant("9999-12-31T23:59:59.999Z").value();
  state.shown = Instant{-1ms};
  state.seen = Instant{1ms};
  state.saved = Instant{2ms};
  state.revision = 123;
  state.noted = 0xFFFFFFFF;
  auto& question = state.questions[0];
  question.prompt = question.answer = question.reply = hostile_text;
  question.follow_up = 3;
  question.used = 42;
  question.predicted = 4;
  question.mark = 1;
  question.ticked = {1, 3, 5};
  question.review = id(9);
  return state;
}

std::string with(const std::string& from, const std::string& to) {
  auto text = to_json_text(round_state(1));
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string fault(const std::string& text) {
  try {
    read_round_json(text);
  } catch (const Unreadable& problem) {
    return problem.what();
  }
  return "no fault";
}

std::string fault(const std::string& from, const std::string& to) { return fault(with(from, to)); }

}  // namespace

TEST_CASE("the state of a round is compact JSON", "[store]") {
  CHECK(
      to_json_text(round_state(1)) ==
      R"({"id":"00000000000000000000000000000001","preset":"screen","name":"Phone screen","seed":7,)"
      R"("seconds":1800,"relaxed":false,"phase":"answering","current":0,"ticks_given":false,"paused":false,)"
      R"("abandoned":false,"day":"2026-11-22","begun":"2026-11-22T16:06:09.250Z",)"
      R"("deadline":"2026-11-22T16:36:09.250Z","shown":"2026-11-22T16:06:09.250Z",)"
      R"("seen":"2026-11-22T16:06:14.250Z","saved":"2026-11-22T16:06:14.250Z","revision":1,"noted":0,)"
      R"("questions":[{"bank":"on-device-ai","item":"question-1","tier":"beginner","topic":"quantization",)"
      R"("tier_name":"Beginner","topic_name":"Quantization","prompt":"What is it?","budget":900,)"
      R"("follow_up":-1,"reach":"reached","used":0,"ticked":[],"points":5},)"
      R"({"bank":"on-device-ai","item":"question-2","tier":"beginner","topic":"quantization",)"
      R"("tier_name":"Beginner","topic_name":"Quantization","prompt":"What is it?","budget":900,)"
      R"("follow_up":-1,"reach":"waiting","used":0,"ticked":[],"points":5}]})");
}

TEST_CASE("every field of a state is read back", "[store]") {
  for (const auto& state : {round_state(1), full_state(), RoundState{}})
    CHECK(read_round_json(to_json_text(state)) == state);
  auto state = full_state();
  for (int phase = 0; phase <= static_cast<int>(RoundPhase::finished); ++phase) {
    state.phase = static_cast<RoundPhase>(phase);
    CHECK(read_round_json(to_json_text(state)).phase == state.phase);
  }
  for (int reach = 0; reach <= static_cast<int>(Reach::gone); ++reach) {
    state.questions[0].reach = static_cast<Reach>(reach);
    CHECK(read_round_json(to_json_text(state)).questions[0].reach == state.questions[0].reach);
  }
}

TEST_CASE("what was typed in broken UTF-8 is kept all the same", "[store]") {
  auto state = round_state(1);
  state.questions[0].answer = "caf\xe9 \xc3";
  state.questions[0].reply = "\xff";
  const auto read = read_round_json(to_json_text(state));
  CHECK(read.questions[0].answer == "caf\uFFFD \uFFFD");
  CHECK(read.questions[0].reply == "\uFFFD");
}

TEST_CASE("a field of the wrong type, missing, unknown or there twice is named", "[store]") {
  CHECK(fault("\"screen\"", "7") == "\"preset\" must be a text");
  CHECK(fault("\"seconds\":1800", "\"seconds\":1800.0") == "\"seconds\" must be a whole number");
  CHECK(fault("\"seconds\":1800", "\"seconds\":5000000000") == "\"seconds\" is out of range");
  CHECK(fault("\"seconds\":1800", "\"seconds\":-5000000000") == "\"seconds\" is out of range");
  CHECK(fault("\"seed\":7", "\"seed\":-1") == "\"seed\" is out of range");
  CHECK(fault("\"seed\":7", "\"seed\":18446744073709551616") == "\"seed\" must be a whole number");
  CHECK(fault("\"current\":0", "\"current\":-1") == "\"current\" is out of range");
  CHECK(fault("\"noted\":0", "\"noted\":4294967296") == "\"noted\" is out of range");
  CHECK(fault("\"relaxed\":false", "\"relaxed\":0") == "\"relaxed\" must be true or false");
  CHECK(fault("\"answering\"", "\"asking\"") ==
        "\"phase\" must be one of ready, answering, follow_up, predicting, scoring, finished");
  CHECK(fault("\"2026-11-22\"", "\"2026-02-30\"") == "\"day\" must be a date such as \"2026-11-22\"");
  CHECK(fault("\"2026-11-22T16:06:09.250Z\"", "null") ==
        "\"begun\" must be a time such as \"2026-11-22T16:05:09.250Z\"");
  CHECK(fault("\"reached\"", "\"lost\"") ==
        "question 1: \"reach\" must be one of waiting, reached, not_reached, gone");
  CHECK(fault("[]", "[\"1\"]") == "question 1: \"ticked\" must be a whole number");
  CHECK(fault("[]", "{}") == "question 1: \"ticked\" must be a list of whole numbers");
  CHECK(fault("[{", "[3,{") == "question 1: it is not an object");
  CHECK(fault("\"seed\":7,", "") == "\"seed\" is missing");
  CHECK(fault("\"budget\":900,", "") == "question 1: \"budget\" is missing");
  CHECK(fault("\"budget\"", "\"mood\\u001b\":1,\"budget\"") == "question 1: unknown key \"mood␛\"");
  CHECK(fault("\"seed\"", "\"mood\":1,\"seed\"") == "unknown key \"mood\"");
  CHECK(fault("\"seed\"", "\"seconds\":1,\"seed\"") == "\"seconds\" is there twice");
  CHECK(fault("\"budget\"", "\"item\":\"x\",\"budget\"") == "\"item\" is there twice");
}

TEST_CASE("what is no state of a round is said to be none", "[store]") {
  CHECK(fault("") == "it is not JSON");
  CHECK(fault("{\"id\":\"\xff\"}") == "it is not JSON");
  CHECK(fault(to_json_text(round_state(1)) + "}") == "it is not JSON");
  CHECK(fault("{\"seed\":1e999}") == "it is not JSON");
  CHECK(fault("[]") == "it is not an object");
  CHECK(fault("7") == "it is not an object");
  CHECK(fault("{\"questions\":[{\"ticked\":[[1]]}]}") == "it is nested too deeply");
  CHECK(fault(std::string(1'000'000, '[')) == "it is nested too deeply");
}

TEST_CASE("a state cut short or with a byte changed is read or refused, and nothing crashes", "[store]") {
  const auto whole = to_json_text(full_state());
  for (std::size_t size = 0; size < whole.size(); ++size)
    CHECK(fault(whole.substr(0, size)) == "it is not JSON");
  Random random{1};
  std::size_t refused = 0;
  for (std::size_t at = 0; at < whole.size(); ++at)
    for (int tries = 0; tries < 4; ++tries) {
      auto changed = whole;
      changed[at] = static_cast<char>(below(random, 256));
      if (fault(changed) != "no fault") ++refused;
    }
  CHECK(refused > whole.size());
}
