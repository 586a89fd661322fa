#include "viva/session/drill.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "viva/base/text.hpp"
#include "viva/memory/score.hpp"

namespace viva {
namespace {

template <typename... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

Mode mode_of(const std::optional<ItemProgress>& item, Day today) {
  return item && due(*item) > today ? Mode::practice : Mode::drill;
}

int seconds_between(Instant from, Instant to) {
  constexpr std::chrono::seconds longest = std::chrono::days{1};
  const auto passed = std::chrono::floor<std::chrono::seconds>(to - from);
  return static_cast<int>(std::clamp(passed, std::chrono::seconds{0}, longest).count());
}

DrillPlan::Counts counts_of(const std::vector<std::size_t>& items, const Progress& progress, Day today) {
  DrillPlan::Counts counts;
  for (const auto i : items) {
    if (!progress[i])
      ++counts.fresh;
    else
      ++(due(*progress[i]) <= today ? counts.due : counts.ahead);
  }
  return counts;
}

// How many of a selection in plan order are asked.
std::size_t planned_size(const DrillPlan::Counts& counts, const Filter& filter) {
  if (filter.count) return static_cast<std::size_t>(*filter.count);
  if (!filter.ids.empty() || filter.weak) return counts.ready() + counts.ahead;
  if (filter.narrows()) return counts.ready() > 0 ? counts.ready() : counts.ahead;
  return filter.planned.empty() ? usual_practice : filter.planned.size();
}

std::vector<std::size_t> all_points(const Item& item) {
  std::vector<std::size_t> points(item.points.size());
  std::iota(points.begin(), points.end(), std::size_t{0});
  return points;
}

}  // namespace

DrillPlan plan_drill(const Bank& bank, const Progress& progress, const Filter& filter, Day today) {
  const bool planned = filter.order == Order::plan;
  Filter uncounted = filter;
  if (planned) uncounted.count.reset();
  DrillPlan plan;
  plan.selection = select(bank, progress, uncounted, today);
  auto& items = plan.selection.items;
  plan.counts = counts_of(items, progress, today);
  if (!planned) return plan;
  const bool by_plan = !filter.planned.empty() && !filter.narrows();
  if (plan.counts.ready() == 0 && !by_plan)
    for (const auto i : items)
      plan.next_due = std::min(plan.next_due.value_or(Day::max()), due(*progress[i]));
  items.resize(std::min(items.size(), planned_size(plan.counts, filter)));
  plan.counts = counts_of(items, progress, today);
  return plan;
}

bool Drill::View::allows(Action action) const { return std::ranges::find(allowed, action) != allowed.end(); }

Drill::Drill(const Bank& bank, Progress progress, const std::vector<std::size_t>& items, Random ids, Now now,
             const MemoryModel& model, Returns returns)
    : bank_(&bank),
      model_(&model),
      when_(std::move(returns)),
      progress_(std::move(progress)),
      ids_(ids),
      today_(now.day) {
  for (const auto i : items) upcoming_.push_back({.item = i, .asked = all_points(bank.items[i])});
  ask(now);
}

std::vector<Drill::Effect> Drill::step(const Event& event, Now now) {
  if (!allowed(event)) return {};
  today_ = now.day;
  rated_.reset();
  undone_.reset();
  return std::visit(Overloaded{
                        [&](const Reveal& e) { return reveal(e, now); },
                        [&](const Tick& e) { return tick(e); },
                        [&](const Rate& e) { return rate(e.rating, now); },
                        [&](const Skip&) { return skip(now); },
                        [&](const Undo&) { return undo(now); },
                        [&](const Quit&) { return quit(now); },
                        [&](const Type& e) { return type(e); },
                    },
                    event);
}

Drill::View Drill::view() const {
  View view;
  view.phase = phase_;
  view.rated = rated_;
  view.undone = undone_;
  for (const auto action : {Action::reveal, Action::tick, Action::rate, Action::skip, Action::undo,
                            Action::quit, Action::type, Action::answer, Action::follow_ups})
    if (allowed(action)) view.allowed.push_back(action);
  view.number = outcomes_.size() + skipped_.size();
  view.total = view.number + upcoming_.size();
  if (phase_ == Phase::finished) {
    view.summary = summary();
    return view;
  }
  ++view.number;
  view.item = upcoming_.front().item;
  view.repeated = upcoming_.front().repeated;
  view.asked = asked_points();
  view.mode = upcoming_.front().mode;
  view.answer = upcoming_.front().answer;
  if (phase_ == Phase::rating) {
    view.ticked = ticked_;
    view.returns = returns_;
    if (const auto points = asked_points().size(); points > 0)
      view.proposed = propose_rating(static_cast<int>(ticked_.size()), static_cast<int>(points));
  }
  return view;
}

bool Drill::allowed(Action action) const {
  const bool revealed = phase_ == Phase::points || phase_ == Phase::rating;
  switch (action) {
    case Action::reveal:
    case Action::type: return phase_ == Phase::question;
    case Action::tick: return revealed && !asked_points().empty();
    case Action::rate: return phase_ == Phase::rating;
    case Action::skip:
    case Action::quit: return phase_ != Phase::finished;
    case Action::undo:
      return !outcomes_.empty() || !skipped_.empty() || (phase_ == Phase::rating && !asked_points().empty());
    case Action::answer: return revealed && has_answer(current());
    case Action::follow_ups: return revealed && !current().follow_ups.empty();
  }
  return false;
}

bool Drill::allowed(const Event& event) const {
  if (!std::visit([&](const auto& any) { return allowed(any.action); }, event)) return false;
  const auto* tick = std::get_if<Tick>(&event);
  return !tick || sorted_ticks(tick->points, static_cast<int>(asked_points().size()));
}

bool Drill::skipped_last() const { return !skipped_.empty() && skipped_.back().after == outcomes_.size(); }

// The first item comes into view, in the phase in which it was left.
void Drill::ask(Now now) {
  phase_ = upcoming_.empty() ? Phase::finished : Phase::question;
  if (phase_ == Phase::finished) return;
  asked_ = now.at;
  auto& entry = upcoming_.front();
  if (!entry.repeated) entry.mode = mode_of(progress_[entry.item], now.day);
  if (entry.revealed) show_hint();
}

int Drill::seconds(Instant now) const {
  if (phase_ == Phase::finished) return 0;
  const auto& entry = upcoming_.front();
  return entry.seconds + (entry.revealed ? 0 : seconds_between(asked_, now));
}

void Drill::leave(Now now) {
  if (phase_ != Phase::finished) upcoming_.front().seconds = seconds(now.at);
}

void Drill::show_hint() {
  ticked_.clear();
  phase_ = Phase::points;
  if (asked_points().empty()) await_rating();
}

std::vector<Drill::Effect> Drill::reveal(const Reveal& event, Now now) {
  leave(now);
  upcoming_.front().answer = without_end(event.answer);
  upcoming_.front().revealed = true;
  show_hint();
  return {};
}

std::vector<Drill::Effect> Drill::type(const Type& event) {
  upcoming_.front().answer = event.text;
  return {};
}

std::vector<Drill::Effect> Drill::tick(const Tick& event) {
  ticked_ = *sorted_ticks(event.points, static_cast<int>(asked_points().size()));
  await_rating();
  return {};
}

Review Drill::review(Rating rating, Now now) {
  const Item& item = current();
  const Entry& entry = upcoming_.front();
  Review review;
  review.id = random_id(ids_);
  review.bank = item.bank;
  review.item = item.id;
  review.at = now.at;
  review.day = now.day;
  review.rating = rating;
  review.ticked = ticked_;
  review.points = static_cast<int>(entry.asked.size());
  const auto keys = point_keys(item.points);
  for (const auto point : entry.asked) review.asked.push_back(keys[point]);
  review.seconds = entry.seconds;
  review.mode = entry.mode;
  review.answer = entry.answer;
  return review;
}

std::vector<std::size_t> Drill::missed_now() const {
  std::vector<std::size_t> missed;
  for (std::size_t i = 0; i < asked_points().size(); ++i)
    if (!std::ranges::binary_search(ticked_, static_cast<int>(i) + 1)) missed.push_back(asked_points()[i]);
  return missed;
}

bool Drill::comes_again(Rating rating) const {
  return !upcoming_.front().repeated && (rating == Rating::again || !missed_now().empty());
}

ItemProgress Drill::progress_of(std::size_t item) const {
  return progress_[item].value_or(ItemProgress{remembered_points(bank_->items[item]), *model_});
}

// What the ticks and this rating of the item in view say of its points.
void Drill::add(ItemProgress& progress, Rating rating) const {
  std::vector<PointGrade> grades;
  if (asked_points().empty())
    grades.push_back({0, rating, rating != Rating::again});
  else
    grade_points(ticked_, asked_points(), rating, Mode::drill, grades);
  progress.add(rating, today_, grades);
}

std::vector<Drill::Effect> Drill::rate(Rating rating, Now now) {
  leave(now);
  auto rated = review(rating, now);
  const bool again_soon = comes_again(rating);
  auto missed = missed_now();
  const auto once_more = !again_soon ? 0 : std::max<std::size_t>(missed.size(), 1);
  const auto item = upcoming_.front().item;
  const auto before = progress_[item];
  auto after = progress_of(item);
  add(after, rating);
  auto entry = std::move(upcoming_.front());
  upcoming_.pop_front();

  progress_[item] = std::move(after);

  if (again_soon)
    upcoming_.push_back({.item = item,
                         .asked = missed.empty() ? entry.asked : std::move(missed),
                         .repeated = true,
                         .mode = entry.mode,
                         .answer = std::exchange(entry.answer_once_more, {})});
  rated_ = Rated{rated.id, item, rating, when_(progress_, item), once_more};
  outcomes_.push_back({std::move(entry), rated, before, again_soon});
  ask(now);
  return {Append{std::move(rated)}};
}

std::vector<Drill::Effect> Drill::skip(Now now) {
  leave(now);
  skipped_.push_back({std::move(upcoming_.front()), outcomes_.size()});
  upcoming_.pop_front();
  ask(now);
  return {};
}

std::vector<Drill::Effect> Drill::undo(Now now) {
  if (phase_ == Phase::rating && !asked_points().empty()) {
    show_hint();
    return {};
  }
  leave(now);
  auto effects = skipped_last() ? undo_skip(now) : undo_rating(now);
  undone_ = upcoming_.front().item;
  return effects;
}

std::vector<Drill::Effect> Drill::undo_skip(Now now) {
  upcoming_.push_front(std::move(skipped_.back().entry));
  skipped_.pop_back();
  ask(now);
  return {};
}

std::vector<Drill::Effect> Drill::undo_rating(Now now) {
  auto last = std::move(outcomes_.back());
  outcomes_.pop_back();
  // Whatever was done since is undone already, so the item's second turn is still the last.
  if (last.requeued) {
    last.entry.answer_once_more = std::move(upcoming_.back().answer);
    upcoming_.pop_back();
  }
  progress_[last.entry.item] = last.before;
  upcoming_.push_front(std::move(last.entry));
  ask(now);
  return {Retract{std::move(last.review.id), now.at}};
}

std::vector<Drill::Effect> Drill::quit(Now now) {
  leave(now);
  phase_ = Phase::finished;
  return {};
}

void Drill::await_rating() {
  phase_ = Phase::rating;
  returns_ = foresee();
}

std::array<std::optional<Day>, 4> Drill::foresee() const {
  std::array<std::optional<Day>, 4> days{};
  const auto item = upcoming_.front().item;
  auto progress = progress_;
  for (int rating = 1; rating <= 4; ++rating) {
    progress[item] = progress_of(item);
    add(*progress[item], static_cast<Rating>(rating));
    days[static_cast<std::size_t>(rating - 1)] = when_(progress, item);
  }
  return days;
}

Drill::Summary Drill::summary() const {
  Summary summary;
  summary.skipped = static_cast<std::size_t>(
      std::ranges::count_if(skipped_, [](const Skipped& skipped) { return !skipped.entry.repeated; }));
  summary.left = static_cast<std::size_t>(
      std::ranges::count_if(upcoming_, [](const Entry& entry) { return !entry.repeated; }));
  const auto keep = [&](const Entry& entry) {
    for (const auto& answer : {entry.answer, entry.answer_once_more})
      if (!answer.empty()) summary.unrated.push_back(answer);
  };
  for (const auto& skipped : skipped_) keep(skipped.entry);
  for (const auto& entry : upcoming_) keep(entry);
  for (const auto& outcome : outcomes_) {
    const auto& review = outcome.review;
    summary.seconds += review.seconds;
    if (outcome.entry.repeated) continue;
    ++summary.items;
    ++summary.ratings[review.rating];
    ++summary.returns[when_(progress_, outcome.entry.item)];
    summary.points += static_cast<std::size_t>(review.points);
    summary.points_made += review.ticked.size();
  }
  summary.missed = missed();
  return summary;
}

std::vector<Drill::Summary::Missed> Drill::missed() const {
  std::vector<Summary::Missed> missed;
  for (const auto& outcome : outcomes_)
    for (const int place : missed_points(outcome.review)) {
      const auto item = outcome.entry.item, point = outcome.entry.asked[static_cast<std::size_t>(place) - 1];
      const auto known = std::ranges::find_if(
          missed, [&](const auto& other) { return other.item == item && other.point == point; });
      if (known == missed.end())
        missed.push_back({item, point, false});
      else
        known->twice = true;
    }
  std::stable_partition(missed.begin(), missed.end(), [](const auto& point) { return point.twice; });
  return missed;
}

}  // namespace viva
