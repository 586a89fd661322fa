// Six weeks of study as they may have gone, with rounds, and the bank they are of.
#pragma once

#include <string>
#include <vector>

#include "render/sample_round.hpp"
#include "viva/memory/review.hpp"
#include "viva/stats/stats.hpp"

namespace viva::sample {

inline Bank studied_bank() {
  auto bank = round_bank();
  bank.topics.push_back({"profiling", "Profiling & Power"});
  const auto first = bank.items.front();
  bank.items.clear();
  const char* const ids[] = {"what-is-quantization", "npu-gpu-cpu",
                             "what-a-runtime-does",  "ptq-vs-qat",
                             "kernel-fusion",        "thermal-throttling-under-load",
                             "reviewing-a-model",    "a-disagreement-about-a-deadline"};
  const std::size_t tiers[] = {0, 0, 0, 1, 1, 1, 2, 3}, topics[] = {0, 1, 1, 0, 1, 2, 0, 2};
  for (std::size_t i = 0; i < 8; ++i) {
    auto item = first;
    item.id = ids[i];
    item.tier = tiers[i];
    item.topic = topics[i];
    bank.items.push_back(std::move(item));
  }
  return bank;
}

inline Review studied(const Item& item, Day day, int number) {
  Review review;
  review.id = std::string(24, '0') + std::to_string(10'000'000 + number);
  review.bank = item.bank;
  review.item = item.id;
  review.day = day;
  review.at = day + 18h + std::chrono::minutes{3 * number};
  const int made = 5 - (number * 7 + number / 5) % 4;
  for (int point = 1; point <= made; ++point) review.ticked.push_back(point);
  review.points = 5;
  review.rating = made >= 5   ? Rating::easy
                  : made == 4 ? Rating::good
                  : made == 3 ? Rating::hard
                              : Rating::again;
  review.seconds = 95 + 37 * (number % 5);
  return review;
}

// Up to `last`: seven items, one more every third day, each back at growing distances; Sundays are free.
inline std::vector<Review> six_weeks(const Bank& bank, Day last) {
  std::vector<Review> reviews;
  int number = 0;
  for (int day = 0; day <= 41; ++day) {
    const auto date = last - std::chrono::days{41 - day};
    if (std::chrono::weekday{date} == std::chrono::Sunday) continue;
    for (int item = 0; item < 7; ++item) {
      const int age = day - 3 * item;
      if (age == 0 || age == 1 || age == 4 || age == 11 || age == 25 || age == 38)
        reviews.push_back(studied(bank.items[static_cast<std::size_t>(item)], date, ++number));
    }
  }
  return reviews;
}

inline Stats six_weeks_stats() {
  const auto bank = studied_bank();
  const Fit fit{.model = {},
                .trust = 0.6,
                .first = 0.74,
                .growth = 1.12,
                .lapse = 0.95,
                .decay = 1.04,
                .credit = 0.58,
                .answers = 120,
                .gain = 0.0124};
  return make_stats(bank, log_of(six_weeks(bank, monday)), {earlier_round(), finished_round()}, monday,
                    default_model(), fit);
}

}  // namespace viva::sample
