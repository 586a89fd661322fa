#include "sim/policies.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "plan/planner.hpp"
#include "sim/item_plan.hpp"
#include "viva/base/random.hpp"

namespace viva::sim {
namespace {

using std::chrono::days;

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

// These, then the others in the order of `rest`.
Items and_then(Items items, const Items& rest) {
  std::vector<bool> taken(rest.size());
  for (const auto item : items) taken[item] = true;
  for (const auto item : rest)
    if (!taken[item]) items.push_back(item);
  return items;
}

// Simple ones need no more than an order.
class Ordered : public Policy {
 public:
  Work plan(const Knowledge& known, int day) override { return {order(known, day), {}}; }

 private:
  virtual Items order(const Knowledge& known, int day) = 0;
};

class AtRandom : public Ordered {
 public:
  explicit AtRandom(std::uint64_t seed) : random_(seed) {}

 private:
  Items order(const Knowledge& known, int) override {
    Items items(known.items.size());
    std::iota(items.begin(), items.end(), 0);
    seeded_shuffle(items, random_);
    return items;
  }
  Random random_;
};

// From the top every day.
class BankOrder : public Ordered {
  Items order(const Knowledge& known, int) override {
    return least_first(known.items.size(), [](std::size_t) { return 0; });
  }
};

// On from where yesterday ended.
class RoundRobin : public Ordered {
  Items order(const Knowledge& known, int) override {
    return least_first(known.items.size(),
                       [&](std::size_t i) { return known.items[i] ? known.items[i]->last : -1; });
  }
};

// Due items, the longest overdue first; new ones; the others.
class ByDueDay : public Ordered {
 public:
  explicit ByDueDay(std::size_t items) : due_(items) {}

 protected:
  void set_due(std::size_t item, int day) { due_[item] = day; }

 private:
  Items order(const Knowledge& known, int day) override {
    return least_first(due_.size(), [&](std::size_t i) { return known.items[i] ? due_[i] - day : 0.5; });
  }
  std::vector<int> due_;
};

// Five boxes, asked every 1, 2, 4, 8 and 16 days: up after a success, back to the first after Again.
class Leitner : public ByDueDay {
 public:
  explicit Leitner(std::size_t items) : ByDueDay(items), boxes_(items, 0) {}
  void rated(std::size_t item, Rating rating, int day) override {
    auto& box = boxes_[item];
    box = rating == Rating::again ? 1 : std::min(box + 1, 5);
    set_due(item, day + (1 << (box - 1)));
  }

 private:
  std::vector<int> boxes_;
};

// SuperMemo 2: 1 day, 6 days, then times the easiness. Again is quality 2, Easy 5.
class SuperMemo2 : public ByDueDay {
 public:
  explicit SuperMemo2(std::size_t items) : ByDueDay(items), cards_(items) {}
  void rated(std::size_t item, Rating rating, int day) override {
    auto& card = cards_[item];
    card.streak = rating == Rating::again ? 0 : card.streak + 1;
    card.interval = card.streak < 2 ? 1 : card.streak == 2 ? 6 : std::ceil(card.interval * card.easiness);
    if (rating != Rating::again) card.easiness = std::max(1.3, card.easiness + change(rating));
    set_due(item, day + static_cast<int>(card.interval));
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

// Due at 90 % by the memory of whole questions, the most forgotten first.
class DueItems : public Ordered {
 public:
  Items order(const Knowledge& known, int day) override {
    return least_first(known.items.size(), [&](std::size_t i) {
      const auto& item = known.items[i];
      return item ? item->recall(day) + (item->due() <= day ? 0 : 2) : 1.5;
    });
  }
};

class LowestItems : public Ordered {
  Items order(const Knowledge& known, int day) override {
    return least_first(known.items.size(),
                       [&](std::size_t i) { return known.items[i] ? known.items[i]->recall(day) : 0; });
  }
};

// Due by points, the most forgotten first; new ones; the others.
class DuePoints : public Ordered {
 public:
  Items order(const Knowledge& known, int day) override {
    return least_first(known.items.size(), [&](std::size_t i) {
      const auto& item = known.standing.now[i];
      return item ? recall(*item, day_of(day)) + (due(*item) <= day_of(day) ? 0 : 2) : 1.5;
    });
  }
};

class LowestPoints : public Ordered {
  Items order(const Knowledge& known, int day) override {
    return least_first(known.items.size(), [&](std::size_t i) {
      const auto& item = known.standing.now[i];
      return item ? recall(*item, day_of(day)) : 0;
    });
  }
};

// The former plan, and when it is done the others as they are due.
class ItemPlan : public Ordered {
 public:
  explicit ItemPlan(const PlanRequest& request)
      : interview_(static_cast<int>((request.interview.day - first_day).count())),
        room_(static_cast<std::size_t>(60 * request.interview.minutes / request.seconds.front())) {}

 private:
  Items order(const Knowledge& known, int day) override {
    return and_then(plan_items(known.items, day, interview_, room_), DueItems{}.order(known, day));
  }
  int interview_;
  std::size_t room_;
};

// viva's plan, and when it is done, since a drill offers more, the others as they are due.
class Planned : public Policy {
 public:
  Planned(PlanRequest request, const Promises& promises)
      : request_(std::move(request)), promises_(promises) {}
  Work plan(const Knowledge& known, int day) override {
    request_.today = day_of(day);
    request_.rounds = known.rounds;
    const auto today = Planner{known.bank, known.standing, request_, promises_}.plan_day();
    Items items;
    for (const auto& entry : today.entries) items.push_back(entry.item);
    return {and_then(std::move(items), DuePoints{}.order(known, day)), today.round};
  }

 private:
  PlanRequest request_;
  Promises promises_;
};

template <typename P>
NamedPolicy simple(std::string name) {
  return {std::move(name), Kind::simple,
          [](const PlanRequest&, std::uint64_t) { return std::make_unique<P>(); }};
}

template <typename P>
NamedPolicy sized(std::string name) {
  return {std::move(name), Kind::simple, [](const PlanRequest& request, std::uint64_t) {
            return std::make_unique<P>(request.seconds.size());
          }};
}

NamedPolicy planned(std::string name, Kind kind, const Promises& promises, bool rounds = false) {
  return {std::move(name), kind, [=](PlanRequest request, std::uint64_t) {
            request.allow_rounds = rounds;
            return std::make_unique<Planned>(std::move(request), promises);
          }};
}

Promises no_promises() {
  Promises none;
  none.returns = none.nothing_new_at_last = none.tiers_in_turn = false;
  return none;
}

std::vector<NamedPolicy> make_policies() {
  std::vector<NamedPolicy> all{
      {"random", Kind::simple,
       [](const PlanRequest&, std::uint64_t seed) { return std::make_unique<AtRandom>(seed); }},
      simple<BankOrder>("bank order"),
      simple<RoundRobin>("round robin"),
      sized<Leitner>("Leitner"),
      sized<SuperMemo2>("SM-2"),
      simple<DueItems>("due at 90 %"),
      simple<LowestItems>("lowest recall"),
      simple<DuePoints>("due by points"),
      simple<LowestPoints>("lowest by points"),
      {"item plan", Kind::items,
       [](const PlanRequest& request, std::uint64_t) { return std::make_unique<ItemPlan>(request); }},
      planned("viva", Kind::viva, {}),
      planned("gain alone", Kind::variant, no_promises()),
      planned("with rounds", Kind::variant, {}, true)};
  Promises changed;
  changed.returns = false;
  all.push_back(planned("no returns", Kind::variant, changed));
  changed = {};
  changed.nothing_new_at_last = false;
  all.push_back(planned("new to the end", Kind::variant, changed));
  changed = {};
  changed.tiers_in_turn = false;
  all.push_back(planned("no turns", Kind::variant, changed));
  return all;
}

}  // namespace

const std::vector<NamedPolicy>& policies() {
  static const auto all = make_policies();
  return all;
}

PlanRequest make_request(const Course& course, int seconds_an_answer) {
  PlanRequest request;
  request.interview.day = day_of(course.days);
  request.interview.minutes = course.minutes;
  request.today = request.begun = first_day;
  request.seconds.assign(course.items, seconds_an_answer);
  return request;
}

}  // namespace viva::sim
