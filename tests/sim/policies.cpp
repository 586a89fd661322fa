#include "sim/policies.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>

#include "viva/base/random.hpp"

namespace viva::sim {
namespace {

using std::chrono::days;

Items all(std::size_t count) {
  Items items(count);
  std::iota(items.begin(), items.end(), 0);
  return items;
}

// Those with the least key first, of equal ones in the bank's order.
template <typename Key>
Items least_first(std::size_t count, Key key) {
  std::vector<std::pair<double, std::size_t>> keyed;
  for (std::size_t i = 0; i < count; ++i) keyed.emplace_back(key(i), i);
  std::ranges::sort(keyed);
  Items items;
  for (const auto& entry : keyed) items.push_back(entry.second);
  return items;
}

class AtRandom : public Policy {
 public:
  explicit AtRandom(std::uint64_t seed) : random_(seed) {}
  Items order(const Progress& progress, Day) override {
    auto items = all(progress.size());
    seeded_shuffle(items, random_);
    return items;
  }

 private:
  Random random_;
};

// From the top every day.
class BankOrder : public Policy {
 public:
  Items order(const Progress& progress, Day) override { return all(progress.size()); }
};

// On from where yesterday ended.
class RoundRobin : public Policy {
 public:
  Items order(const Progress& progress, Day) override {
    return least_first(progress.size(), [&](std::size_t i) {
      return progress[i] ? static_cast<double>(progress[i]->last.time_since_epoch().count()) : -1e9;
    });
  }
};

// Due items, the longest overdue first; new ones; the others.
class ByDueDay : public Policy {
 public:
  explicit ByDueDay(std::size_t items) : due_(items, Day::max()) {}
  Items order(const Progress& progress, Day today) override {
    return least_first(progress.size(), [&](std::size_t i) {
      return progress[i] ? static_cast<double>((due_[i] - today).count()) : 0.5;
    });
  }

 protected:
  void plan(std::size_t item, Day day) { due_[item] = day; }

 private:
  std::vector<Day> due_;
};

// Five boxes, asked every 1, 2, 4, 8 and 16 days: up after a success, back to the first after Again.
class Leitner : public ByDueDay {
 public:
  explicit Leitner(std::size_t items) : ByDueDay(items), boxes_(items, 0) {}
  void rated(std::size_t item, Rating rating, Day today) override {
    auto& box = boxes_[item];
    box = rating == Rating::again ? 1 : std::min(box + 1, 5);
    plan(item, today + days{1 << (box - 1)});
  }

 private:
  std::vector<int> boxes_;
};

// SuperMemo 2: 1 day, 6 days, then times the easiness. Again is quality 2, Easy 5.
class SuperMemo2 : public ByDueDay {
 public:
  explicit SuperMemo2(std::size_t items) : ByDueDay(items), cards_(items) {}
  void rated(std::size_t item, Rating rating, Day today) override {
    auto& card = cards_[item];
    card.streak = rating == Rating::again ? 0 : card.streak + 1;
    card.interval = card.streak < 2 ? 1 : card.streak == 2 ? 6 : std::ceil(card.interval * card.easiness);
    if (rating != Rating::again) card.easiness = std::max(1.3, card.easiness + change(rating));
    plan(item, today + days{static_cast<int>(card.interval)});
  }

 private:
  struct Card {
    int streak = 0;
    double interval = 0, easiness = 2.5;
  };
  static double change(Rating rating) {
    const int short_of_best = 4 - static_cast<int>(rating);
    return 0.1 - short_of_best * (0.08 + short_of_best * 0.02);
  }
  std::vector<Card> cards_;
};

// Due at 90 % by the memory model, the most forgotten first.
class DueOrder : public Policy {
 public:
  Items order(const Progress& progress, Day today) override {
    return least_first(progress.size(), [&](std::size_t i) {
      if (!progress[i]) return 1.5;
      const double recalled = recall(*progress[i], today);
      return due(*progress[i]) <= today ? recalled : 2 + recalled;
    });
  }
};

class LowestRecall : public Policy {
 public:
  Items order(const Progress& progress, Day today) override {
    return least_first(progress.size(),
                       [&](std::size_t i) { return progress[i] ? recall(*progress[i], today) : 0; });
  }
};

// The plan, and nothing once it finds nothing that gains a point.
class Planned : public Policy {
 public:
  explicit Planned(PlanRequest request) : request_(std::move(request)) {
    bank_.items.resize(request_.seconds.size());
  }
  Items order(const Progress& progress, Day today) override {
    request_.today = today;
    Items items;
    for (const auto& entry : plan_today(bank_, progress, request_).entries) items.push_back(entry.item);
    return items;
  }

 private:
  Bank bank_;
  PlanRequest request_;
};

// The plan, then, since a drill offers more when it is done, the others as they are due.
class PlannedAndMore : public Planned {
 public:
  using Planned::Planned;
  Items order(const Progress& progress, Day today) override {
    auto items = Planned::order(progress, today);
    const std::set<std::size_t> planned(items.begin(), items.end());
    for (const auto item : DueOrder{}.order(progress, today))
      if (!planned.contains(item)) items.push_back(item);
    return items;
  }
};

template <typename P>
std::unique_ptr<Policy> asked(const PlanRequest& request, std::uint64_t) {
  return std::make_unique<P>(request);
}

template <typename P>
std::unique_ptr<Policy> plain(const PlanRequest&, std::uint64_t) {
  return std::make_unique<P>();
}

template <typename P>
std::unique_ptr<Policy> sized(const PlanRequest& request, std::uint64_t) {
  return std::make_unique<P>(request.seconds.size());
}

}  // namespace

const std::vector<NamedPolicy>& policies() {
  static const std::vector<NamedPolicy> all{
      {"random",
       [](const PlanRequest&, std::uint64_t seed) -> std::unique_ptr<Policy> {
         return std::make_unique<AtRandom>(seed);
       }},
      {"bank order", plain<BankOrder>},
      {"round robin", plain<RoundRobin>},
      {"Leitner", sized<Leitner>},
      {"SM-2", sized<SuperMemo2>},
      {"due at 90 %", plain<DueOrder>},
      {"lowest recall", plain<LowestRecall>},
      {"plan alone", asked<Planned>},
      {"viva", asked<PlannedAndMore>}};
  return all;
}

PlanRequest make_request(const Course& course, int seconds_an_answer) {
  PlanRequest request;
  request.interview.day = first_day + days{course.days};
  request.interview.minutes = course.minutes;
  request.today = first_day;
  request.seconds.assign(course.items, seconds_an_answer);
  request.rounds = false;
  return request;
}

}  // namespace viva::sim
