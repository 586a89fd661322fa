#include "viva/draw.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "viva/suggest.hpp"
#include "viva/text.hpp"

namespace viva {
namespace {

std::string ids_of(const std::vector<const RoundPreset*>& presets) {
  std::string ids;
  for (const auto* preset : presets) ids += (ids.empty() ? "" : ", ") + preset->id;
  return ids;
}

// The preset that `text` means: spelled out, or the only one that begins so.
const RoundPreset* find_preset(const Bank& bank, const std::string& text, std::vector<std::string>& errors) {
  const auto wanted = fold_case(text);
  std::vector<const RoundPreset*> begins;
  std::vector<std::string> spellings;
  for (const auto& round : bank.rounds) {
    const auto id = fold_case(round.id), name = fold_case(round.name);
    if (id == wanted || name == wanted) return &round;
    if (id.starts_with(wanted) || name.starts_with(wanted)) begins.push_back(&round);
    spellings.insert(spellings.end(), {round.id, round.name});
  }
  if (begins.size() == 1) return begins.front();
  if (bank.rounds.empty())
    errors.push_back("the bank has no round presets; shape a round with --minutes or --questions");
  else if (begins.empty())
    errors.push_back(fmt::format("there is no round \"{}\"{}", text, suggestion(text, spellings)));
  else
    errors.push_back(fmt::format("\"{}\" could be more than one round: {}", text, ids_of(begins)));
  return nullptr;
}

void draw_preset(const Bank& bank, const RoundPreset& preset, const std::vector<std::size_t>& eligible,
                 Draw& draw) {
  for (const auto& [tier, count] : preset.draw) {
    int drawn = 0;
    for (const auto i : eligible)
      if (bank.items[i].tier == tier && drawn < count) {
        draw.items.push_back(i);
        ++drawn;
      }
    if (drawn < count)
      draw.errors.push_back(fmt::format("\"{}\" draws {} of {}, and only {} can be drawn; use wider filters",
                                        preset.name, count, bank.tiers[tier].name, drawn));
  }
}

void draw_own(const Bank& bank, const DrawRequest& request, const std::vector<std::size_t>& eligible,
              Draw& draw) {
  const int seconds = request.seconds.value_or(usual_round);
  int planned = 0;
  for (const auto i : eligible) {
    const bool enough = request.questions
                            ? draw.items.size() == static_cast<std::size_t>(*request.questions)
                            : planned + 60 * bank.items[i].minutes > seconds && !draw.items.empty();
    if (enough) break;
    draw.items.push_back(i);
    planned += 60 * bank.items[i].minutes;
  }
  if (request.questions && draw.items.size() < static_cast<std::size_t>(*request.questions))
    draw.errors.push_back(
        fmt::format("{} questions were asked for, and only {} can be drawn; use wider filters",
                    *request.questions, draw.items.size()));
  draw.seconds = request.seconds.value_or(request.questions ? planned : usual_round);
  draw.name = "Round of your own";
  // As an interview goes: from the first tier to the last.
  std::ranges::stable_sort(draw.items, {}, [&](std::size_t i) { return bank.items[i].tier; });
}

// What may be drawn; where that is nothing, `draw` says why.
std::vector<std::size_t> find_eligible(const Bank& bank, const Progress& progress, Filter filter, Day today,
                                       Draw& draw) {
  filter.count.reset();
  filter.order = Order::bank;
  auto selection = select(bank, progress, filter, today);
  draw.errors = std::move(selection.errors);
  if (!selection.empty.empty()) draw.errors.push_back("no question is left: " + selection.empty);
  return std::move(selection.items);
}

void draw_from(const Bank& bank, const DrawRequest& request, std::vector<std::size_t> eligible, Draw& draw) {
  Random random{request.seed};
  shuffle(eligible, random);
  const bool own = request.questions || request.seconds || request.filter.narrows() || bank.rounds.empty();
  if (request.preset.empty() && own) return draw_own(bank, request, eligible, draw);
  if (request.questions) {
    draw.errors.push_back(
        "a preset says itself how many questions it draws; leave out --questions, or the preset");
    return;
  }
  const auto* preset =
      request.preset.empty() ? &bank.rounds.front() : find_preset(bank, request.preset, draw.errors);
  if (!preset) return;
  draw.preset = preset->id;
  draw.name = preset->name;
  draw.seconds = request.seconds.value_or(60 * preset->minutes);
  draw_preset(bank, *preset, eligible, draw);
}

}  // namespace

Draw draw_round(const Bank& bank, const Progress& progress, const DrawRequest& request, Day today) {
  Draw draw;
  auto eligible = find_eligible(bank, progress, request.filter, today, draw);
  if (draw.errors.empty()) draw_from(bank, request, std::move(eligible), draw);
  return draw;
}

std::uint64_t fairest_seed(const Bank& bank, const Progress& progress, DrawRequest request, Day today,
                           const std::vector<int>& asked, Random& random) {
  constexpr int tries = 300;
  constexpr std::uint64_t seeds = 1'000'000;  // six digits: enough to vary, short enough to type again
  Draw nothing;
  const auto eligible = find_eligible(bank, progress, request.filter, today, nothing);
  std::uint64_t fairest = 0;
  int fewest = std::numeric_limits<int>::max();
  for (int i = 0; i < tries && fewest > 0; ++i) {
    request.seed = below(random, seeds);
    Draw draw;
    draw_from(bank, request, eligible, draw);
    int sum = 0;
    for (const auto item : draw.items) sum += asked[item];
    if (sum >= fewest) continue;
    fewest = sum;
    fairest = request.seed;
  }
  return fairest;
}

}  // namespace viva
