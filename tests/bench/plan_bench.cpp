// The plan of a usual bank, and memory replayed point by point.
#include <numeric>
#include <string>
#include <vector>

#include "catch.hpp"
#include "viva/base/random.hpp"
#include "viva/memory/score.hpp"
#include "viva/plan/plan.hpp"

using namespace viva;
using std::chrono::days;

namespace {

constexpr std::size_t points_each = 7;
constexpr Day first_day = std::chrono::sys_days{std::chrono::year{2026} / 11 / 23};

Bank bank_of(std::size_t items) {
  Bank bank;
  bank.tiers = {{"beginner", "Beginner"}, {"advanced", "Advanced"}};
  for (std::size_t i = 0; i < items; ++i) {
    Item item;
    item.bank = "bench";
    item.id = "a-question-with-a-name-" + std::to_string(i);
    item.tier = i % 2;
    for (std::size_t k = 0; k < points_each; ++k)
      item.points.push_back({"point-" + std::to_string(k), "A point to make"});
    bank.items.push_back(std::move(item));
  }
  return bank;
}

// Forty a day; each point is made two times in three.
AnswerLog log_of(const Bank& bank, int count) {
  Random random{1};
  AnswerLog log;
  log.asked.push_back(point_keys(bank.items[0].points));
  for (int i = 0; i < count; ++i) {
    RatedAnswer answer;
    answer.bank = "bench";
    answer.item = bank.items[static_cast<std::size_t>(below(random, bank.items.size()))].id;
    answer.day = first_day - days{(count - i) / 40 + 1};
    answer.at = answer.day;
    answer.asked = 0;
    answer.points = points_each;
    for (int point = 1; point <= answer.points; ++point)
      if (below(random, 3) > 0) answer.ticked.push_back(point);
    answer.rating = propose_rating(static_cast<int>(answer.ticked.size()), answer.points);
    log.answers.push_back(std::move(answer));
  }
  return log;
}

PlanRequest request_of(const Bank& bank) {
  PlanRequest request;
  request.interview.day = first_day + days{60};
  request.today = request.begun = first_day;
  request.seconds.assign(bank.items.size(), 180);
  return request;
}

}  // namespace

TEST_CASE("the plan of questions over 60 days", "[plan]") {
  for (const std::size_t items : {50u, 500u}) {
    const auto bank = bank_of(items);
    const auto request = request_of(bank);
    const Standing unseen{Progress(items), Progress(items)};
    const auto seen = stand(bank, find_evidence(bank, log_of(bank, 300)), first_day);
    const auto name = std::to_string(items) + " questions, ";
    BENCHMARK(name + "all unseen") { return make_plan(bank, unseen, request).days.size(); };
    BENCHMARK(name + "300 answers") { return make_plan(bank, seen, request).days.size(); };
    BENCHMARK(name + "today alone") { return plan_today(bank, seen, request).entries.size(); };
  }
}

TEST_CASE("100,000 reviews with 7 points each", "[plan]") {
  for (const std::size_t items : {50u, 500u}) {
    const auto bank = bank_of(items);
    const auto log = log_of(bank, 100'000);
    const auto evidence = find_evidence(bank, log);
    const auto name = std::to_string(items) + " questions, ";
    BENCHMARK(name + "evidence") { return find_evidence(bank, log).answers.size(); };
    BENCHMARK(name + "replay") { return replay(bank, evidence).size(); };
  }
}
