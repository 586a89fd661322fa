#include "viva/memory/progress.hpp"

#include <algorithm>

#include "viva/memory/forecast.hpp"
#include "viva/memory/score.hpp"

namespace viva {
namespace {

int days_since(Day last, Day today) { return std::max(0, days_between(last, today)); }

// Expected share of the points asked, `days` after `from`, without regard to what was never known: what a
// repetition is for is to keep what would be lost.
double share_kept(const ItemProgress& item, Day from, double days) {
  double sum = 0, asked = 0;
  for (const auto& point : item.points) {
    if (point.times == 0) continue;
    const double passed = days + days_between(point.last, from);
    sum += fsrs::retrievability(passed, point.memory.stability, item.model->parameters);
    ++asked;
  }
  return sum / asked;
}

bool alike(const ItemProgress& item) {
  const auto& first = item.points.front();
  return std::ranges::all_of(item.points, [&](const PointProgress& point) {
    return point.times > 0 && point.memory == first.memory && point.last == first.last;
  });
}

// Whole days after the last answer until the points fall to 90 % on average.
int days_to_fading(const ItemProgress& item) {
  const auto& parameters = item.model->parameters;
  if (alike(item))
    return fsrs::interval(item.points.front().memory.stability, wanted_recall, 36500, parameters);
  int least = 1, most = 1;
  for (const auto& point : item.points)
    if (point.times > 0)
      most = std::max(most, fsrs::interval(point.memory.stability, wanted_recall, 36500, parameters));
  while (least < most) {  // the last of them is the first whose end lies below
    const int middle = least + (most - least) / 2;
    if (share_kept(item, item.last, middle + 0.5) < wanted_recall)
      most = middle;
    else
      least = middle + 1;
  }
  return least;
}

// Until the first of the points that were made is about to be lost.
int days_to_loss(const ItemProgress& item) {
  int days = 36500;
  for (const auto& point : item.points)
    if (point.times > 0 && point.made)
      days =
          std::min(days, fsrs::interval(point.memory.stability, lost_below, 36500, item.model->parameters) -
                             days_between(point.last, item.last));
  return days;
}

}  // namespace

void PointProgress::add(const PointGrade& graded, Day day, const MemoryModel& model) {
  const auto grade = graded.grade;
  day = times == 0 ? day : std::max(day, last);
  const int days = times == 0 ? 0 : days_between(last, day);
  memory =
      times == 0 ? fsrs::first(grade, model.parameters) : fsrs::after(memory, grade, days, model.parameters);
  if (times == 0 || days > 0) {
    made = graded.made;
    known = known || made;
  }
  last = day;
  ++times;
}

void ItemProgress::add(Rating rated, Day day, std::span<const PointGrade> grades) {
  if (answers > 0) day = std::max(day, last);
  const PointGrade* same = nullptr;  // points that were remembered alike, and are graded alike, stay so
  PointProgress before, after;
  for (const auto& graded : grades) {
    auto& point = points[graded.point];
    if (same && same->grade == graded.grade && same->made == graded.made && before == point) {
      point = after;
      continue;
    }
    same = &graded;
    before = point;
    point.add(graded, day, *model);
    after = point;
  }
  if (answers == 0 || day > last) rating = rated;
  last = day;
  ++answers;
}

void replay(const Bank& bank, const Evidence& evidence, const Evidence::Answer& answer, Progress& progress,
            const MemoryModel& model) {
  const auto grades = evidence.of(answer);
  if (grades.empty()) return;
  auto& item = progress[answer.item];
  if (!item) item.emplace(remembered_points(bank.items[answer.item]), model);
  item->add(answer.rating, answer.day, grades);
}

Progress replay(const Bank& bank, const Evidence& evidence, const MemoryModel& model) {
  Progress progress(bank.items.size());
  for (const auto& answer : evidence.answers) replay(bank, evidence, answer, progress, model);
  return progress;
}

Progress replay(const Bank& bank, const AnswerLog& log, const MemoryModel& model) {
  return replay(bank, find_evidence(bank, log), model);
}

Standing stand(const Bank& bank, const Evidence& evidence, Day today, const MemoryModel& model) {
  Standing standing;
  standing.model = &model;
  standing.morning.resize(bank.items.size());
  for (const auto& answer : evidence.answers)
    if (answer.day < today) replay(bank, evidence, answer, standing.morning, model);
  standing.now = standing.morning;
  for (const auto& answer : evidence.answers)
    if (answer.day >= today) replay(bank, evidence, answer, standing.now, model);
  return standing;
}

double recall(const PointProgress& point, Day today, const MemoryModel& model) {
  return point.times == 0 ? 0
                          : chance_made({point.memory, point.known}, days_since(point.last, today), model);
}

double recall(const ItemProgress& item, Day today) {
  double sum = 0;
  for (const auto& point : item.points) sum += recall(point, today, *item.model);
  return sum / static_cast<double>(item.points.size());
}

int share_made(const ItemProgress& item) {
  if (item.rating == Rating::again) return 0;
  const auto asked = std::ranges::count_if(item.points, [](const auto& point) { return point.times > 0; });
  const auto made =
      std::ranges::count_if(item.points, [](const auto& point) { return point.times > 0 && point.made; });
  return static_cast<int>(100 * made / std::max<std::ptrdiff_t>(asked, 1));
}

Day due(const ItemProgress& item) {
  int days = std::min(days_to_fading(item), days_to_loss(item));
  const int made = share_made(item);
  if (made < good_from) days = std::min(days, days_after_gaps);
  if (made < hard_from) days = 1;
  return item.last + std::chrono::days{std::max(days, 1)};
}

bool is_weak(const ItemProgress& item, Day today) {
  return share_made(item) < good_from || item.rating <= Rating::hard || recall(item, today) < 0.7;
}

}  // namespace viva
