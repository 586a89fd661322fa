#include "viva/memory/evidence.hpp"

#include <algorithm>
#include <numeric>

#include "bank/item_index.hpp"
#include "viva/memory/score.hpp"

namespace viva {
namespace {

// The lists of points that the answers to an item name, and what these are now.
struct AskedLists {
  std::vector<int> numbers;  // indexes into AnswerLog::asked
  std::vector<std::vector<std::size_t>> traced;
};

class Gathering {
 public:
  Gathering(const Bank& bank, const AnswerLog& log) : bank_(bank), log_(log), lists_(bank.items.size()) {
    find_items();
    std::size_t most = 0;
    for (std::size_t item = 0; item < bank.items.size(); ++item) {
      trace(item);
      most = std::max(most, bank.items[item].points.size());
    }
    whole_.resize(most);
    std::iota(whole_.begin(), whole_.end(), std::size_t{0});
  }

  Evidence gather() {
    Evidence evidence;
    evidence.answers.reserve(log_.answers.size());
    for (std::size_t i = 0; i < log_.answers.size(); ++i) {
      if (items_[i] == no_point) continue;
      const auto& answer = log_.answers[i];
      const auto begin = evidence.grades.size();
      add(answer, items_[i], evidence.grades);
      evidence.answers.push_back({items_[i], answer.day, answer.rating, begin, evidence.grades.size()});
    }
    return evidence;
  }

 private:
  void find_items() {
    const ItemIndex index{bank_};
    items_.reserve(log_.answers.size());
    for (const auto& answer : log_.answers) {
      const auto item = index.find(answer.bank, answer.item);
      items_.push_back(item.value_or(no_point));
      if (!item || answer.asked < 0) continue;
      auto& numbers = lists_[*item].numbers;
      if (std::ranges::find(numbers, answer.asked) == numbers.end()) numbers.push_back(answer.asked);
    }
  }

  void trace(std::size_t item) {
    auto& lists = lists_[item];
    std::vector<const PointKeys*> keys;
    for (const int number : lists.numbers) keys.push_back(&log_.asked[static_cast<std::size_t>(number)]);
    if (!keys.empty()) lists.traced = trace_points(bank_.items[item].points, keys);
  }

  void add(const RatedAnswer& answer, std::size_t item, std::vector<PointGrade>& grades) {
    const auto now = bank_.items[item].points.size();
    const auto& lists = lists_[item];
    if (now > 0 && answer.asked >= 0) {
      const auto list = std::ranges::find(lists.numbers, answer.asked) - lists.numbers.begin();
      grade_points(answer.ticked, lists.traced[static_cast<std::size_t>(list)], answer.rating, answer.mode,
                   grades);
    } else if (now > 0 && answer.points == static_cast<int>(now)) {
      grade_points(answer.ticked, std::span{whole_}.first(now), answer.rating, answer.mode, grades);
    } else {
      for (std::size_t point = 0; point < remembered_points(bank_.items[item]); ++point)
        grades.push_back({static_cast<std::uint32_t>(point), answer.rating, answer.rating != Rating::again});
    }
  }

  const Bank& bank_;
  const AnswerLog& log_;
  std::vector<std::size_t> items_;  // of each answer
  std::vector<AskedLists> lists_;   // of each item
  std::vector<std::size_t> whole_;  // 0, 1, 2 ...
};

Rating proposal(std::size_t ticked, std::size_t points, Mode mode) {
  const auto made = static_cast<int>(ticked), all = static_cast<int>(points);
  return mode == Mode::round ? rating_of_mark(propose_mark(made, all)) : propose_rating(made, all);
}

}  // namespace

Rating grade_point(bool made, Rating proposed, Rating given) {
  const int above = static_cast<int>(given) - static_cast<int>(proposed);
  if (!made) return above >= 2 ? Rating::hard : Rating::again;
  if (above >= 0) return given == Rating::easy ? Rating::easy : Rating::good;
  return given == Rating::again ? Rating::again : Rating::hard;
}

void grade_points(const std::vector<int>& ticked, std::span<const std::size_t> now, Rating given, Mode mode,
                  std::vector<PointGrade>& grades) {
  if (now.empty()) return;
  const auto proposed = proposal(ticked.size(), now.size(), mode);
  const Rating made = grade_point(true, proposed, given), missed = grade_point(false, proposed, given);
  auto tick = ticked.begin();
  for (std::size_t i = 0; i < now.size(); ++i) {
    const bool is_ticked = tick != ticked.end() && *tick == static_cast<int>(i) + 1;
    if (is_ticked) ++tick;
    if (now[i] != no_point)
      grades.push_back({static_cast<std::uint32_t>(now[i]), is_ticked ? made : missed, is_ticked});
  }
}

std::size_t remembered_points(const Item& item) { return std::max<std::size_t>(1, item.points.size()); }

Evidence find_evidence(const Bank& bank, const AnswerLog& log) { return Gathering{bank, log}.gather(); }

}  // namespace viva
