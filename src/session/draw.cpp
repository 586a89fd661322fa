#include "viva/session/draw.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "viva/base/suggest.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

// What is repeated in a message must not fill the screen.
std::string shown(std::string_view text) { return clip(text, 64); }

std::string ids_of(const std::vector<const RoundPreset*>& presets) {
  constexpr std::size_t worth_listing = 8;
  std::string ids;
  for (std::size_t i = 0; i < std::min(presets.size(), worth_listing); ++i)
    ids += (i > 0 ? ", " : "") + shown(presets[i]->id);
  if (presets.size() > worth_listing) ids += fmt::format(" and {} more", presets.size() - worth_listing);
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
    spellings.push_back(round.id);
    if (round.name != round.id) spellings.push_back(round.name);
  }
  if (begins.size() == 1) return begins.front();
  if (bank.rounds.empty())
    errors.push_back("the bank has no round presets; shape a round with --minutes or --questions");
  else if (begins.empty())
    errors.push_back(fmt::format("there is no round \"{}\"{}", shown(text), suggestion(text, spellings)));
  else
    errors.push_back(fmt::format("\"{}\" could be more than one round: {}", shown(text), ids_of(begins)));
  return nullptr;
}

// How many there were instead, and what to do.
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
