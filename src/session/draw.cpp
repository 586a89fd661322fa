#include "viva/session/draw.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "viva/base/text.hpp"

namespace viva {
namespace {

// Text that a message repeats, cut so that it does not fill the screen.
std::string shown(std::string_view text) { return clip(text, 64); }

// The preset that `typed` means; nullptr: `errors` says why there is none.
const RoundPreset* find_preset(const Bank& bank, const std::string& typed, std::vector<std::string>& errors) {
  if (bank.rounds.empty()) {
    errors.push_back("the bank has no round presets; shape a round with --minutes or --questions");
    return nullptr;
  }
  const auto found = match_name(typed, names_of(bank.rounds), round_kind, errors);
  return found.empty() ? nullptr : &bank.rounds[found.front()];
}

// How many could be drawn instead, and what to do.
std::string too_few(std::size_t drawn, bool narrowed, std::string_view otherwise) {
  const auto count = drawn == 0 ? std::string{"none"} : fmt::format("only {}", drawn);
  return narrowed ? fmt::format("and {} can be drawn; use wider filters", count)
                  : fmt::format("and the bank has {}; {}", count, otherwise);
}

void draw_preset(const Bank& bank, const RoundPreset& preset, bool narrowed,
                 const std::vector<std::size_t>& eligible, Draw& draw) {
  for (const auto& [tier, count] : preset.draw) {
    const auto wanted = static_cast<std::size_t>(count);
    std::size_t drawn = 0;
    for (const auto i : eligible)
      if (bank.items[i].tier == tier && drawn < wanted) {
        draw.items.push_back(i);
        ++drawn;
      }
    if (drawn < wanted)
      draw.errors.push_back(fmt::format(
          "\"{}\" draws {} of {}, {}", shown(preset.name), count, shown(bank.tiers[tier].name),
          too_few(drawn, narrowed, "choose another round, or shape one with --minutes or --questions")));
  }
}

void draw_own(const Bank& bank, const DrawRequest& request, const std::vector<std::size_t>& eligible,
              Draw& draw) {
  const int seconds = request.seconds.value_or(usual_round);
  const auto wanted = static_cast<std::size_t>(request.questions.value_or(0));
  int planned = 0;
  for (const auto i : eligible) {
    const int takes = 60 * bank.items[i].minutes;
    const bool full = planned + takes > seconds && !draw.items.empty();
    if (request.questions ? draw.items.size() == wanted : full) break;
    draw.items.push_back(i);
    planned += takes;
  }
  if (draw.items.size() < wanted)
    draw.errors.push_back(fmt::format("{} questions were asked for, {}", wanted,
                                      too_few(draw.items.size(), request.filter.narrows(), "ask for fewer")));
  draw.seconds = request.seconds.value_or(request.questions ? std::min(planned, longest_round) : usual_round);
  draw.name = "Round of your own";
  // An interview goes from the first tier to the last.
  std::ranges::stable_sort(draw.items, {}, [&](std::size_t i) { return bank.items[i].tier; });
}

// What may be drawn. Where that is nothing, the draw's errors say why.
std::vector<std::size_t> find_eligible(const Bank& bank, const Progress& progress, Filter filter, Day today,
                                       Draw& draw) {
  filter.count.reset();
  filter.order = Order::bank;
  auto selection = select(bank, progress, filter, today);
  draw.errors = std::move(selection.errors);
  if (!selection.why_empty.empty()) draw.errors.push_back("no question is left: " + selection.why_empty);
  return std::move(selection.items);
}

void draw_from(const Bank& bank, const DrawRequest& request, std::vector<std::size_t> eligible, Draw& draw) {
  Random random{request.seed};
  seeded_shuffle(eligible, random);
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
  draw_preset(bank, *preset, request.filter.narrows(), eligible, draw);
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
  double least = std::numeric_limits<double>::infinity();
  for (int i = 0; i < tries && least > 0; ++i) {
    request.seed = below(random, seeds);
    Draw draw;
    draw_from(bank, request, eligible, draw);
    double sum = 0;
    for (const auto item : draw.items) sum += asked[item];
    // The mean, since a sum would favor rounds of few long questions.
    const double mean = sum / static_cast<double>(std::max<std::size_t>(draw.items.size(), 1));
    if (mean >= least) continue;
    least = mean;
    fairest = request.seed;
  }
  return fairest;
}

}  // namespace viva
