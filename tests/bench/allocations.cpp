#include "bench/allocations.hpp"

#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <new>

namespace {

std::size_t now = 0, peak = 0;

void* counted_new(std::size_t size) {
  void* memory = std::malloc(size > 0 ? size : 1);
  if (!memory) throw std::bad_alloc{};
  now += malloc_usable_size(memory);
  peak = std::max(peak, now);
  return memory;
}

void counted_delete(void* memory) {
  if (memory) now -= malloc_usable_size(memory);
  std::free(memory);
}

}  // namespace

void* operator new(std::size_t size) { return counted_new(size); }
void* operator new[](std::size_t size) { return counted_new(size); }
void operator delete(void* memory) noexcept { counted_delete(memory); }
void operator delete[](void* memory) noexcept { counted_delete(memory); }
void operator delete(void* memory, std::size_t) noexcept { counted_delete(memory); }
void operator delete[](void* memory, std::size_t) noexcept { counted_delete(memory); }

namespace viva::bench {

std::size_t allocated() { return now; }
std::size_t peak_allocated() { return peak; }
void reset_peak() { peak = now; }

}  // namespace viva::bench
