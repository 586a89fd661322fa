// A drill played by a script, with a log of what it wants kept: one letter an event, ten seconds each.
//   r reveal   t tick point 1   a tick all   1 2 3 4 rate   s skip   u undo   q quit
#pragma once

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bank/sample_bank.hpp"
#include "catch.hpp"
#include "viva/session/drill.hpp"

namespace viva::sample {

// What a history would hold.
struct Log {
  std::vector<Review> reviews;

  void apply(const std::vector<Drill::Effect>& effects) {
    for (const auto& effect : effects) {
      if (const auto* append = std::get_if<Drill::Append>(&effect)) reviews.push_back(append->review);
      if (const auto* retract = std::get_if<Drill::Retract>(&effect)) {
        REQUIRE(std::erase_if(reviews, [&](const Review& r) { return r.id == retract->review; }) == 1);
      }
    }
  }

  Progress replayed(const Bank& bank) const { return replay(bank, log_of(reviews)); }
};

struct Session {
  explicit Session(std::vector<Item> items, std::string_view script = "")
      : Session(std::move(items), {}, script) {}

  // Begins at 18:00 on Wednesday with this progress, or none.
  Session(std::vector<Item> items, Progress progress, std::string_view script = "")
      : bank(sample::bank(std::move(items))), drill(begin(std::move(progress))) {
    play(script);
  }

  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  void play(std::string_view script) {
    for (const char letter : script) step(event(letter));
  }

  std::vector<Drill::Effect> step(const Drill::Event& event, std::chrono::milliseconds later = 10s) {
    now.at += later;
    auto effects = drill.step(event, now);
    log.apply(effects);
    return effects;
  }

  Drill::Event event(char letter) const {
    switch (letter) {
      case 'r': return Drill::Reveal{};
      case 't': return Drill::Tick{{1}};
      case 'a': return Drill::Tick{all_points()};
      case 's': return Drill::Skip{};
      case 'u': return Drill::Undo{};
      case 'q': return Drill::Quit{};
      default: return Drill::Rate{static_cast<Rating>(letter - '0')};
    }
  }

  std::vector<int> all_points() const {
    std::vector<int> points(view().asked.size());
    std::iota(points.begin(), points.end(), 1);
    return points;
  }

  Drill::View view() const { return drill.view(); }

  // "kv?" the question, "kv." its points, "kv!" to be rated, "end"; then the place, as in "kv? 1/3".
  std::string place() const {
    const auto view = drill.view();
    const auto numbers = " " + std::to_string(view.number) + "/" + std::to_string(view.total);
    if (view.phase == Drill::Phase::finished) return "end" + numbers;
    const char mark = view.phase == Drill::Phase::question ? '?'
                      : view.phase == Drill::Phase::points ? '.'
                                                           : '!';
    return bank.items[view.item].id + mark + numbers;
  }

  Bank bank;
  Now now{Instant{wednesday + 18h}, wednesday};
  Drill drill;
  Log log;

 private:
  Drill begin(Progress progress) const {
    progress.resize(bank.items.size());
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < bank.items.size(); ++i) all.push_back(i);
    return {bank, std::move(progress), all, Random{1}, now};
  }
};

}  // namespace viva::sample
