// Statistics of a long history, and what the opening screen needs of a usual one.
#include <chrono>
#include <string>
#include <vector>

#include "catch.hpp"
#include "render/html/stats_html.hpp"
#include "viva/bank/bank.hpp"
#include "viva/plan/plan.hpp"
#include "viva/stats/stats.hpp"

using namespace viva;

namespace {

constexpr Day first_day = std::chrono::sys_days{std::chrono::year{2016} / 11 / 22};

Bank bank_of(std::size_t items) {
  Bank bank;
  bank.id = "long";
  bank.tiers = {{"beginner", "Beginner"}, {"advanced", "Advanced"}};
  bank.topics = {{"quantization", "Quantization"}};
  for (std::size_t i = 0; i < items; ++i) {
    Item item;
    item.bank = "long";
    item.id = "how-does-question-" + std::to_string(i) + "-work";
    item.tier = i % 2;
    item.points.assign(5, {"", "A point to make"});
    bank.items.push_back(std::move(item));
  }
  return bank;
}

// Thirty reviews a day.
std::vector<Review> reviews_of(const Bank& bank, int count) {
  std::vector<Review> reviews;
  for (int i = 0; i < count; ++i) {
    Review review;
    review.bank = "long";
    review.item = bank.items[static_cast<std::size_t>(i * 7919) % bank.items.size()].id;
    review.day = first_day + std::chrono::days{i / 30};
    review.at = review.day + std::chrono::hours{18} + std::chrono::minutes{i % 30};
    review.rating = static_cast<Rating>(1 + i * 31 % 4);
    review.ticked = {1, 2, 4};
    review.points = 5;
    review.seconds = 93;
    reviews.push_back(std::move(review));
  }
  return reviews;
}

}  // namespace

TEST_CASE("statistics of 100,000 reviews", "[stats]") {
  const auto bank = bank_of(500);
  const auto log = log_of(reviews_of(bank, 100'000));
  const auto today = log.answers.back().day;
  const auto stats = make_stats(bank, log, {}, today);
  BENCHMARK("derive") { return make_stats(bank, log, {}, today); };
  BENCHMARK("HTML") { return stats_html(bank, stats); };
}
