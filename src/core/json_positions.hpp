// Where a JSON parser is: nlohmann's SAX events carry no positions, but a forward iterator sees every byte
// the parser takes. At an event, `reached` points past the last byte read.
#pragma once

#include <cstddef>
#include <iterator>

namespace viva {

class PositionIterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  PositionIterator() = default;
  PositionIterator(const char* at, const char*& reached) : at_{at}, reached_{&reached} {}

  reference operator*() const { return *at_; }
  PositionIterator& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  PositionIterator operator++(int) {
    auto before = *this;
    ++*this;
    return before;
  }
  bool operator==(const PositionIterator& other) const { return at_ == other.at_; }

 private:
  const char* at_ = nullptr;
  const char** reached_ = nullptr;
};

}  // namespace viva
