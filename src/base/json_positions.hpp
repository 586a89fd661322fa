// Where a JSON parser is: nlohmann's SAX events carry no positions, but the iterator it reads from can tell
// how far it has got. At an event, the position is past the last byte taken.
// Header only: an iterator, to be inlined.
#pragma once

#include <cstddef>
#include <iterator>

namespace viva {

// All copies share one position, which belongs to whoever made the iterator.
class PositionIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  PositionIterator() = default;
  explicit PositionIterator(const char*& position) : position_{&position} {}

  reference operator*() const { return **position_; }
  PositionIterator& operator++() {
    ++*position_;
    return *this;
  }
  bool operator==(const PositionIterator& other) const { return *position_ == *other.position_; }

 private:
  const char** position_ = nullptr;
};

}  // namespace viva
