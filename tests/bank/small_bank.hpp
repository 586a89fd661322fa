// A small sound bank, to be spoiled by the tests.
#pragma once

#include <string>
#include <string_view>

#include "catch.hpp"
#include "viva/bank/bank.hpp"

namespace viva {

inline constexpr std::string_view small_bank = R"({
  "format": 1, "id": "small", "title": "A small bank",
  "tiers": [{"id": "beginner", "name": "Beginner"}, {"id": "advanced", "name": "Advanced"}],
  "topics": [{"id": "inference", "name": "Inference"}],
  "rounds": [{"id": "screen", "name": "Phone screen", "minutes": 30, "draw": {"beginner": 1}}],
  "items": [
    {"id": "kv-cache", "tier": "beginner", "topic": "inference",
     "prompt": "What is a KV cache?", "hint": "What it keeps.",
     "references": [{"title": "A paper", "url": "https://example.org"}]}
  ]
}
)";

// The diagnostics of a text, after a line break, so that they can be compared with a raw string.
inline std::string faults_of(std::string_view text) {
  return '\n' + diagnostic_text(parse_bank(text, "my.json").diagnostics);
}

// The small bank with the first `good` replaced.
inline std::string small_bank_with(std::string_view good, std::string_view bad) {
  std::string text{small_bank};
  const auto at = text.find(good);
  REQUIRE(at != std::string::npos);
  return text.replace(at, good.size(), bad);
}

inline std::string faults_with(std::string_view good, std::string_view bad) {
  return faults_of(small_bank_with(good, bad));
}

}  // namespace viva
