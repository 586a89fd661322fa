// What --json prints. Whole documents are golden files; what stands here says what a key means.
#include "render/json.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "golden.hpp"
#include "render/sample_history.hpp"
#include "render/sample_plan.hpp"

using namespace viva;
using viva::test::check_golden;
using Json = nlohmann::json;

namespace {

// Fails where the text could command a terminal.
Json parsed(const std::string& text) {
  CHECK_FALSE(sample::says(text, "\x1b"));
  CHECK_FALSE(sample::says(text, "\u202E"));
  CHECK(text.ends_with('\n'));
  return Json::parse(text);
}

Bank one_question() {
  auto bank = sample::round_bank();
  bank.items[0].references = {{"A paper", "https://example.org/paper"}};
  return bank;
}

Json item_json(const Bank& bank, const Progress& progress = Progress(1)) {
  return parsed(items_json(bank, {0}, progress, sample::monday)).at(0);
}

}  // namespace

TEST_CASE("a question as JSON holds all that the bank says, and its names", "[json]") {
  const auto json = item_json(one_question());
  CHECK(json["bank"] == "sample");
  CHECK(json["id"] == "what-is-quantization");
  CHECK(json["tier"] == "beginner");
  CHECK(json["tier_name"] == "Beginner");
  CHECK(json["topic_name"] == "Quantization");
  CHECK(json["minutes"] == 3);
  CHECK(json["points"].size() == 5);
  CHECK(json["references"] == Json{{{"title", "A paper"}, {"url", "https://example.org/paper"}}});
  CHECK(json["progress"].is_null());
}

TEST_CASE("a question that was asked says where the candidate stands", "[json]") {
  Progress progress(1);
  progress[0] = sample::ticked({1, 3, 4}, 5, sample::monday - std::chrono::days{2});
  const auto json = item_json(one_question(), progress)["progress"];
  CHECK(json["reviews"] == 1);
  CHECK(json["last_rating"] == 2);
  CHECK(json["last_day"] == "2026-11-21");
  CHECK(json["due"] == format_day(due(*progress[0])));
  CHECK(json["recall"] == recall(*progress[0], sample::monday));
  REQUIRE(json["points"].size() == 5);
  const auto& second = progress[0]->points[1];
  CHECK(json["points"][0]["made"] == true);
  CHECK(json["points"][1] == Json{{"point", "memory"},
                                  {"asked", 1},
                                  {"last_day", "2026-11-21"},
                                  {"made", false},
                                  {"recall", recall(second, sample::monday, *progress[0]->model)},
                                  {"stability", second.memory.stability},
                                  {"difficulty", second.memory.difficulty}});
}

TEST_CASE("a point that was never asked has no more to say, and a question without points has one",
          "[json]") {
  Progress progress(1);
  progress[0] = sample::ticked({1}, 1, sample::monday);
  progress[0]->points.resize(5);
  const auto points = item_json(one_question(), progress)["progress"]["points"];
  CHECK(points[4] == Json{{"point", "training"}, {"asked", 0}});

  auto bank = one_question();
  bank.items[0].points.clear();
  progress[0] = sample::rated(Rating::good, sample::monday);
  const auto whole = item_json(bank, progress)["progress"]["points"];
  REQUIRE(whole.size() == 1);
  CHECK(whole[0]["point"].is_null());
  CHECK(whole[0]["asked"] == 1);
}

TEST_CASE("questions come in the order asked for; none is an empty list", "[json]") {
  auto bank = sample::studied_bank();
  const auto all = parsed(items_json(bank, {2, 0}, Progress(8), sample::monday));
  REQUIRE(all.size() == 2);
  CHECK(all[0]["id"] == bank.items[2].id);
  CHECK(items_json(bank, {}, Progress(8), sample::monday) == "[]\n");
}

TEST_CASE("text from a stranger is text in the JSON of questions", "[json]") {
  auto bank = one_question();
  bank.items[0].prompt = sample::hostile;
  bank.tiers[0].name = sample::hostile;
  CHECK(item_json(bank)["prompt"] == sample::hostile);
}

TEST_CASE("a plan as JSON", "[json]") {
  const sample::Scene scene{4, 20};
  check_golden("plan.json", plan_json(scene.bank, scene.plan(), true));
}

TEST_CASE("a plan says what it leaves out, its rounds, and whether it is saved", "[json]") {
  const sample::Scene small{3, 1};
  const auto json = parsed(plan_json(small.bank, small.plan(), false));
  CHECK(json["saved"] == false);
  CHECK(json["left_out"].size() == small.plan().left_out.size());
  CHECK(json["enough_minutes"] == *small.plan().enough_minutes);
  CHECK(json["readiness"]["estimate"] == true);

  auto plan = sample::Scene{}.plan();
  plan.days[0].round = PlannedRound{1, 45, 3375, true};
  plan.days[1].round = PlannedRound{std::nullopt, 12, 900, false};
  plan.days[2].round.reset();
  const auto days = parsed(plan_json(sample::Scene{}.bank, plan, true))["days"];
  CHECK(days[0]["round"] == Json{{"preset", "deep"}, {"minutes", 45}, {"seconds", 3375}, {"done", true}});
  CHECK(days[1]["round"]["preset"].is_null());
  CHECK(days[2]["round"].is_null());
}

TEST_CASE("no interview ahead is a plan of no days", "[json]") {
  CHECK(parsed(no_plan_json(sample::monday)) ==
        Json{{"interview", nullptr}, {"today", "2026-11-23"}, {"days", Json::array()}});
}

TEST_CASE("the statistics as JSON", "[json]") {
  check_golden("stats.json", stats_json(sample::studied_bank(), sample::six_weeks_stats()));
}

TEST_CASE("without a history there is no share of anything, and nothing was missed", "[json]") {
  const auto bank = sample::studied_bank();
  const auto json = parsed(stats_json(bank, make_stats(bank, {}, {}, sample::monday)));
  CHECK(json["answers"] == 0);
  CHECK(json["retention"]["share"].is_null());
  CHECK(json["forecasts"].empty());
  CHECK(json["due"].size() == 14);
  CHECK(json["due"][1]["day"] == "2026-11-24");
  CHECK(json["missed"].empty());
}

TEST_CASE("text from a stranger is text in the JSON of the statistics", "[json]") {
  auto bank = sample::studied_bank();
  bank.title = sample::hostile;
  for (auto& item : bank.items) item.points.assign(5, Point{{}, sample::hostile});
  const auto stats = make_stats(bank, log_of(sample::six_weeks(bank, sample::monday)), {}, sample::monday);
  const auto json = parsed(stats_json(bank, stats));
  CHECK(json["bank"] == sample::hostile);
  CHECK(json["missed"][0]["text"] == sample::hostile);
}

TEST_CASE("scorecards as JSON", "[json]") {
  const auto before = sample::earlier_round(), round = sample::finished_round();
  const auto card = score_round(round);
  check_golden("scorecard.json", scorecard_json(round, card, compare(score_round(before), card)));
  check_golden("rounds.json", rounds_json({before, round}));
}

TEST_CASE("a round without questions has no verdict in JSON", "[json]") {
  auto round = sample::finished_round();
  round.questions.clear();
  const auto json = parsed(scorecard_json(round, score_round(round), std::nullopt));
  CHECK(json["verdict"].is_null());
  CHECK(json["mean"].is_null());
  CHECK(json["questions"].empty());
  CHECK(json["comparison"].is_null());
}

TEST_CASE("text from a stranger is text in the JSON of a scorecard", "[json]") {
  const auto round = sample::hostile_round();
  const auto text = scorecard_json(round, score_round(round), std::nullopt);
  CHECK(parsed(text)["name"] == sample::hostile);
  check_golden("scorecard-hostile.json", text);
}
