// Random choices that are the same for a seed with every compiler and library. The engine is the standard
// one; the standard's distributions and shuffle differ between libraries, so these are ours.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace viva {

using Random = std::mt19937_64;

// Uniform in 0 .. bound-1, without bias; bound > 0.
std::uint64_t below(Random& random, std::uint64_t bound);

// Every order is equally likely (Fisher and Yates).
template <typename T>
void seeded_shuffle(std::vector<T>& values, Random& random) {
  for (std::size_t left = values.size(); left > 1; --left)
    std::swap(values[left - 1], values[static_cast<std::size_t>(below(random, left))]);
}

// A review's or round's id: 32 hexadecimal digits.
std::string random_id(Random& random);

}  // namespace viva
