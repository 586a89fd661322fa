#include "viva/memory/fsrs.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "catch.hpp"

using namespace viva;

namespace {

bool same(double value, double reference) {
  return std::abs(value - reference) <= 1e-12 * std::abs(reference);
}

}  // namespace

TEST_CASE("every reference sequence is reproduced", "[fsrs]") {
  std::ifstream file{VIVA_SOURCE_DIR "/tests/data/fsrs_vectors.jsonl"};
  int sequences = 0;
  for (std::string line; std::getline(file, line); ++sequences) {
    const auto sequence = nlohmann::json::parse(line);
    const fsrs::Parameters parameters{sequence.at("w").get<std::array<double, 21>>()};
    CAPTURE(sequence.at("id").get<int>());
    fsrs::Memory memory;
    int number = 0;
    for (const auto& review : sequence.at("reviews")) {
      CAPTURE(number);
      const auto rating = static_cast<Rating>(review.at("rating").get<int>());
      const int days = review.at("elapsed_days");
      if (number++ == 0) {
        memory = fsrs::first(rating, parameters);
      } else {
        REQUIRE(same(fsrs::retrievability(days, memory.stability, parameters), review.at("retrievability")));
        memory = fsrs::after(memory, rating, days, parameters);
      }
      REQUIRE(same(memory.stability, review.at("stability")));
      REQUIRE(same(memory.difficulty, review.at("difficulty")));
      REQUIRE(fsrs::interval(memory.stability, sequence.at("request_retention"),
                             sequence.at("maximum_interval"), parameters) == review.at("interval"));
    }
  }
  CHECK(sequences == 176);
}

TEST_CASE("recall is 90 % when the days equal the stability, and the interval is the stability") {
  for (const double stability : {0.5, 1.0, 2.3065, 30.0, 365.0, 36500.0}) {
    CHECK(same(fsrs::retrievability(stability, stability), 0.9));
    CHECK(fsrs::interval(stability) == std::max(1, static_cast<int>(std::round(stability))));
  }
  CHECK(fsrs::retrievability(0, 5) == 1);
}

TEST_CASE("recall falls with time and a better rating never comes back sooner") {
  double before = 1;
  for (int days = 1; days < 400; ++days) {
    const double recall = fsrs::retrievability(days, 10);
    CHECK(recall < before);
    before = recall;
  }
  for (const int days : {0, 1, 10, 100}) {
    int sooner = 0;
    for (const auto rating : {Rating::again, Rating::hard, Rating::good, Rating::easy}) {
      const int interval = fsrs::interval(fsrs::after(fsrs::first(Rating::good), rating, days).stability);
      CHECK(interval >= sooner);
      sooner = interval;
    }
  }
}

TEST_CASE("memory stays within its bounds whatever the ratings") {
  for (const auto rating : {Rating::again, Rating::easy}) {
    auto memory = fsrs::first(rating);
    for (int review = 0; review < 1000; ++review) {
      memory = fsrs::after(memory, rating, review % 700);
      CHECK(memory.stability >= 0.001);
      CHECK(memory.stability <= 36500);
      CHECK(memory.difficulty >= 1);
      CHECK(memory.difficulty <= 10);
    }
  }
}

TEST_CASE("all ratings at once are as one by one", "[fsrs]") {
  for (const int days : {0, 1, 7, 400})
    for (const auto rating : {Rating::again, Rating::hard, Rating::good, Rating::easy}) {
      const auto memory = fsrs::after(fsrs::first(rating), Rating::good, 3);
      const auto each = fsrs::after_each(memory, days);
      for (std::size_t i = 0; i < each.size(); ++i)
        CHECK(each[i] == fsrs::after(memory, static_cast<Rating>(i + 1), days));
    }
}

TEST_CASE("a stability is found from the recall it gives", "[fsrs]") {
  for (const double stability : {0.01, 1.0, 2.3065, 365.0})
    for (const double days : {0.5, 1.0, 60.0})
      CHECK(std::abs(fsrs::stability_for(fsrs::retrievability(days, stability), days) / stability - 1) <
            1e-9);
  CHECK(fsrs::stability_for(1, 10) == 36500);
}
