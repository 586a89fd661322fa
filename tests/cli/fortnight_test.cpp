// Days of study with the real program, as the plan has them: what each screen says on each of them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "catch.hpp"
#include "cli/pty.hpp"
#include "golden.hpp"
#include "viva/base/date.hpp"

using namespace viva;
using namespace viva::test;
using Json = nlohmann::ordered_json;

namespace {

constexpr Day begin{std::chrono::year{2026} / 11 / 28};  // a Saturday

// 30 questions of 5 points and 3 minutes, in three tiers.
std::string bank_of_thirty() {
  Json bank{{"format", 2}, {"id", "thirty"}, {"title", "Thirty"}};
  for (const auto* tier : {"easy", "middle", "hard"}) bank["tiers"].push_back({{"id", tier}, {"name", tier}});
  bank["topics"] = {{{"id", "all"}, {"name", "All"}}};
  for (int i = 0; i < 30; ++i) {
    Json item{{"id", fmt::format("q{:02}", i)},
              {"tier", i < 10   ? "easy"
                       : i < 20 ? "middle"
                                : "hard"},
              {"topic", "all"},
              {"minutes", 3},
              {"prompt", fmt::format("Question {}?", i)},
              {"hint", "A hint."}};
    for (int point = 1; point <= 5; ++point)
      item["points"].push_back({{"id", fmt::format("p{}", point)}, {"text", fmt::format("point {}", point)}});
    bank["items"].push_back(item);
  }
  return bank.dump(2);
}

std::string lines_with(const std::string& text, const std::vector<std::string_view>& beginnings) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const std::string_view line{text.data() + at, end - at};
    if (std::ranges::any_of(beginnings, [&](auto beginning) { return line.starts_with(beginning); }))
      kept += std::string{line} + '\n';
    at = end + 1;
  }
  return kept;
}

// A candidate who does what `viva drill` asks each day, and takes three minutes for an answer.
class Candidate {
 public:
  explicit Candidate(std::vector<std::string> plan) {
    home.write("thirty.json", bank_of_thirty());
    plan.insert(plan.begin(), "plan");
    run(begin, plan);
  }

  std::string run(Day day, Args args, const std::string& input = {}) const {
    args.insert(args.end(), {"--bank", "thirty.json", "--width", "80"});
    const auto run = home.run(args, {.input = input, .env = {{"VIVA_NOW", format_day(day) + "T18:00:00Z"}}});
    CHECK(run.err.empty());
    return run.out;
  }

  Json plan(Day day) const { return Json::parse(run(day, {"plan", "--day", "--json"}))["days"][0]; }

  // Answers what is next; of each answer in turn so many of the five points are made.
  std::string answer(Day day) {
    constexpr std::array ticks{"1-3", "all", "none", "1-4", "1"};
    return run(day, {"drill"}, fmt::format("\n{}\n\n", ticks[answers_++ % ticks.size()]));
  }

  const Home home;

 private:
  std::size_t answers_ = 0;
};

// The screens of a day in the morning, what the drill says of each answer, and the screens at its end.
std::string live(Candidate& candidate, Day day) {
  std::string said = fmt::format("=== {}\n", format_day(day)) + candidate.run(day, {}) + '\n' +
                     candidate.run(day, {"plan", "--day"});
  const auto planned = candidate.plan(day)["items"].size();
  for (std::size_t i = 0; i < planned; ++i) {
    CHECK(candidate.plan(day)["items"].size() == planned);
    said += lines_with(candidate.answer(day), {"Today:", "Saved"});
  }
  return said + '\n' + candidate.run(day, {"drill"}) + '\n';
}

std::string live(Candidate& candidate, int days) {
  std::string said;
  for (int day = 0; day < days; ++day) said += live(candidate, begin + std::chrono::days{day});
  return said;
}

}  // namespace

TEST_CASE("a fortnight of faithful days, as every screen tells it") {
  SECTION("twenty minutes a day") {
    Candidate candidate{{"--interview", "10 Dec", "--minutes", "20"}};
    check_golden("fortnight.txt", live(candidate, 13));
  }
  SECTION("weekends off") {
    Candidate candidate{{"--interview", "10 Dec", "--minutes", "20", "--off", "sat,sun"}};
    check_golden("fortnight-weekends-off.txt", live(candidate, 13));
  }
  SECTION("too little time") {
    Candidate candidate{{"--interview", "10 Dec", "--minutes", "10"}};
    check_golden("fortnight-little-time.txt", live(candidate, 13));
  }
}

TEST_CASE("half an answer is not a whole one: four of seven points come back within three days") {
  const Home home;
  const auto drill = [&](const char* day) {
    return home
        .run({"drill", "--id", "what-is-quantization"},
             {.input = "\n1-4\n\n", .env = {{"VIVA_NOW", std::string{day} + "T18:00:00Z"}}})
        .out;
  };
  for (const auto* day : {"2026-12-01", "2026-12-03", "2026-12-08", "2026-12-20", "2027-01-15"}) {
    const auto said = lines_with(drill(day), {"Saved"});
    CHECK((said.find("back tomorrow") != std::string::npos ||
           said.find("back in 2 days") != std::string::npos ||
           said.find("back in 3 days") != std::string::npos));
  }
  const auto stats =
      Json::parse(home.run({"stats", "--json"}, {.env = {{"VIVA_NOW", "2027-01-15T20:00:00Z"}}}).out);
  CHECK(stats["retention"]["tested"] == 28);
  CHECK(stats["retention"]["recalled"] == 16);
  CHECK(stats["missed"].size() == 3);
}

TEST_CASE("nine days by the plan: what failed comes back, and the end holds nothing new") {
  Candidate candidate{{"--interview", "10 Dec", "--minutes", "20"}};
  std::map<std::string, int> times;  // each item was asked on so many days
  for (int i = 0; i < 12; ++i) {
    const auto day = begin + std::chrono::days{i};
    const auto plan = candidate.plan(day);
    const bool last_look = i >= 10;
    CHECK(plan["last_look"] == last_look);
    for (const auto& item : plan["items"]) {
      if (last_look) CHECK(item["new"] == false);
      ++times[item["id"]];
      candidate.answer(day);
    }
    if (i == 1)
      CHECK(std::ranges::any_of(plan["items"], [](const auto& item) { return item["reason"] == "missed"; }));
  }
  const auto again = std::ranges::count_if(times, [](const auto& entry) { return entry.second > 1; });
  CHECK(again >= 10);
}
