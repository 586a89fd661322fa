// The faults of a bank's text as they are found. Places are byte offsets: lines and columns are counted only
// when faults become diagnostics, so that a sound bank pays nothing for them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/base/diagnostic.hpp"

namespace viva {

inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

// What a fault is about: the bank as a whole, or one of its parts by index.
struct Subject {
  enum class Kind { bank, tier, topic, round, item };
  static constexpr std::size_t kinds = 5;

  Kind kind = Kind::bank;
  std::size_t index = 0;
};

struct Fault {
  std::size_t at = nowhere;  // offset; nowhere: the whole file
  std::size_t length = 0;    // bytes; 0: the token at `at`
  Subject subject = {};
  std::string what = {};
  std::string advice = {};
  std::size_t earlier = nowhere;  // an offset whose line number ends `what`
  Severity severity = Severity::error;
};

// Keeps the first 10,000: a hostile text may hold a fault every other byte.
class Faults {
 public:
  static constexpr std::size_t at_most = 10'000;

  void add(Fault fault);
  bool full() const { return kept_.size() >= at_most; }

  // Forgets the faults found in text that could not be read: `unreadable` are sorted offsets into `text`.
  void forget(std::string_view text, const std::vector<std::size_t>& unreadable);

  // In the order of the text, the subjects named after `bank`. Offsets are counted in `text`, which is
  // `original` but for bytes that are not UTF-8.
  std::vector<Diagnostic> diagnose(const Bank& bank, std::string_view text, std::string_view original,
                                   std::string_view file) &&;

 private:
  std::vector<Fault> kept_;
  std::size_t left_out_ = 0;
  Severity left_out_worst_ = Severity::warning;
};

}  // namespace viva
