#include "viva/memory/item_past.hpp"

namespace viva {

ItemPast past_of(const Bank& bank, const AnswerLog& log, const Evidence& evidence, std::size_t item) {
  ItemPast past;
  const auto& about = bank.items[item];
  for (const auto& answer : log.answers)
    if (answer.item == about.id && answer.bank == about.bank) past.answers.push_back(answer);
  past.points.resize(remembered_points(about));
  for (const auto& answer : evidence.answers) {
    if (answer.item != item) continue;
    for (const auto& [point, grade, made] : evidence.of(answer)) {
      auto& askings = past.points[point];
      if (askings.empty() || askings.back().day < answer.day) askings.push_back({answer.day, made});
    }
  }
  return past;
}

}  // namespace viva
