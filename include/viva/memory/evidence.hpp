// Evidence: what the answers of a history say of the points of a bank's items, as the items now are. A point
// that was ticked is a pass, and one that was missed a lapse that was just read again. The rating, where it
// is not the one proposed, says how sure the whole was. An item without points is one point.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/memory/review.hpp"

namespace viva {

// Of a point that was made or missed, where this rating was proposed for the whole and that one given:
// - made: Good. Easy where the whole was, Hard where it was rated below the proposal, Again where it was
//   rated Again although more was proposed.
// - missed: Again. Hard where the whole was rated two or more above the proposal.
Rating grade_point(bool made, Rating proposed, Rating given);

struct PointGrade {
  std::uint32_t point = 0;  // index into Item::points; 0 of an item without any
  Rating grade{};
  bool made = false;  // was it ticked? What is not told is made unless its answer was rated Again

  friend bool operator==(const PointGrade&, const PointGrade&) = default;
};

// Appends what an answer says of each point asked. `now`: the index that each has; `no_point` is passed over.
void grade_points(const std::vector<int>& ticked, std::span<const std::size_t> now, Rating given, Mode mode,
                  std::vector<PointGrade>& grades);

// The points that an item's memory has: those of the bank, or one.
std::size_t remembered_points(const Item& item);

struct Evidence {
  struct Answer {
    std::size_t item = 0;  // index into Bank::items
    Day day{};
    Rating rating{};
    std::size_t begin = 0, end = 0;  // of its grades
  };
  std::vector<Answer> answers;  // in order of time
  std::vector<PointGrade> grades;

  std::span<const PointGrade> of(const Answer& answer) const {
    return std::span{grades}.subspan(answer.begin, answer.end - answer.begin);
  }
};

// Answers to items that the bank no longer has are passed over. Where an answer does not say which points it
// was about, and the item has as many now, they are those, in their order; else the rating is of each.
Evidence find_evidence(const Bank& bank, const AnswerLog& log);

}  // namespace viva
