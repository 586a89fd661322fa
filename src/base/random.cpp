#include "viva/base/random.hpp"

namespace viva {

std::uint64_t below(Random& random, std::uint64_t bound) {
  // Values below 2^64 mod bound are drawn again: what is left divides evenly.
  const std::uint64_t uneven = (0 - bound) % bound;
  for (;;)
    if (const std::uint64_t value = random(); value >= uneven) return value % bound;
}

std::string random_id(Random& random) {
  constexpr char digits[] = "0123456789abcdef";
  std::string id;
  for (int word = 0; word < 2; ++word) {
    const std::uint64_t value = random();
    for (int shift = 60; shift >= 0; shift -= 4) id += digits[(value >> shift) & 0xF];
  }
  return id;
}

}  // namespace viva
