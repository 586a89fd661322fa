// How much memory the program has allocated, by operator new.
#pragma once

#include <cstddef>

namespace viva::bench {

std::size_t allocated();

// The most that was allocated at once since reset_peak().
std::size_t peak_allocated();
void reset_peak();

}  // namespace viva::bench
