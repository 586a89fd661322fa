// What holds of the evidence of any log of an item that changes, tried with random ones. The seed is fixed,
// so a failure can be repeated.
#include "bank/sample_bank.hpp"
#include "catch.hpp"
#include "memory/changing_item.hpp"

using namespace viva;
using namespace viva::sample;
using std::chrono::days;

namespace {

struct Answered {
  ChangingItem::Asked asked;
  Review review;
};

Answered answer(const ChangingItem& item, Day day, Random& random) {
  Answered answered;
  answered.asked = item.ask(random);
  auto& review = answered.review;
  review.bank = "sample";
  review.item = "a";
  review.day = day;
  review.at = Instant{day} + 18h;
  review.asked = answered.asked.keys;
  review.points = static_cast<int>(review.asked.size());
  for (int point = 1; point <= review.points; ++point)
    if (below(random, 2) == 0) review.ticked.push_back(point);
  review.rating = static_cast<Rating>(1 + below(random, 4));
  return answered;
}

// The answers and the changes between them, in turn, over some weeks.
std::vector<Answered> live(ChangingItem& item, Random& random) {
  std::vector<Answered> answers;
  Day day = monday;
  for (auto turns = 1 + below(random, 10); turns > 0; --turns) {
    auto answered = answer(item, day, random);
    if (!answered.review.asked.empty()) answers.push_back(std::move(answered));
    day += days{static_cast<int>(below(random, 6))};
    if (below(random, 2) == 0) item.change(random);
  }
  return answers;
}

// What is known of one point by its own answers alone.
PointProgress own_progress(int who, const std::vector<Answered>& answers) {
  PointProgress progress;
  for (const auto& [asked, review] : answers) {
    const auto found = std::ranges::find(asked.who, who);
    if (found == asked.who.end()) continue;
    const auto number = static_cast<int>(found - asked.who.begin()) + 1;
    const bool made = std::ranges::find(review.ticked, number) != review.ticked.end();
    const auto proposed = propose_rating(static_cast<int>(review.ticked.size()), review.points);
    progress.add({0, grade_point(made, proposed, review.rating), made}, review.day, default_model());
  }
  return progress;
}

std::vector<Review> reviews_of(const std::vector<Answered>& answers) {
  std::vector<Review> reviews;
  for (const auto& answered : answers) reviews.push_back(answered.review);
  return reviews;
}

Bank bank_of(const ChangingItem& changing) {
  auto now = item("a");
  now.points = changing.points();
  return bank({now});
}

}  // namespace

TEST_CASE("a point with an id is remembered by its own answers, whatever happens around it", "[evidence]") {
  std::size_t compared = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    CAPTURE(seed);
    Random random{seed};
    ChangingItem changing{random, ChangingItem::Ids::all};
    const auto answers = live(changing, random);
    const auto reviews = reviews_of(answers);
    const auto bank = bank_of(changing);
    const auto progress = replay(bank, log_of(reviews)).at(0);
    for (const int who : changing.everyone()) {
      const auto expected = own_progress(who, answers);
      const auto place = changing.place_of(who);
      CAPTURE(who);
      if (place == no_point) continue;
      const auto is = progress ? progress->points.at(place) : PointProgress{};
      REQUIRE(is == expected);
      ++compared;
    }
  }
  CHECK(compared > 1000);
}

TEST_CASE("an answer says nothing of points that were not asked in it, and speaks of each once",
          "[evidence]") {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    CAPTURE(seed);
    Random random{seed};
    ChangingItem changing{random};
    const auto answers = live(changing, random);
    const auto reviews = reviews_of(answers);
    const auto evidence = find_evidence(bank_of(changing), log_of(reviews));
    if (changing.points().empty()) continue;
    REQUIRE(evidence.answers.size() == answers.size());
    for (std::size_t i = 0; i < answers.size(); ++i) {
      std::vector<std::size_t> spoken_of;
      for (const auto& grade : evidence.of(evidence.answers[i])) spoken_of.push_back(grade.point);
      std::vector<std::size_t> still_there;
      for (const int who : answers[i].asked.who) still_there.push_back(changing.place_of(who));
      for (const auto point : spoken_of) {
        REQUIRE(std::ranges::count(spoken_of, point) == 1);
        REQUIRE(std::ranges::count(still_there, point) == 1);
      }
    }
  }
}

TEST_CASE("what is taken back leaves the memory as it was without it", "[evidence]") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    CAPTURE(seed);
    Random random{seed};
    ChangingItem changing{random, ChangingItem::Ids::all};
    const auto answers = live(changing, random);
    const auto reviews = reviews_of(answers);
    const auto bank = bank_of(changing);
    const auto evidence = find_evidence(bank, log_of(reviews));
    Progress step_by_step(1);
    for (std::size_t i = 0; i < evidence.answers.size(); ++i) {
      const std::vector<Review> before(reviews.begin(), reviews.begin() + static_cast<std::ptrdiff_t>(i));
      REQUIRE(replay(bank, log_of(before)) == step_by_step);
      replay(bank, evidence, evidence.answers[i], step_by_step);
    }
  }
}
