// Text of any bytes in rows of a given width, changed piece by piece. Offsets are in bytes; a place is an
// offset between two grapheme clusters. To find the clusters is what takes time, so that a change does it
// only around itself; the rows are made anew from their widths.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace viva {

class TextLayout {
 public:
  // `end` is before the newline, or where the next row begins: spaces belong to the row they follow, even
  // where they hang over its edge.
  struct Row {
    std::size_t begin, end;
  };

  TextLayout() { wrap(); }

  const std::string& text() const { return text_; }
  void change(std::size_t at, std::size_t erased, std::string_view inserted);
  void set_columns(int columns);  // at least 2

  std::size_t next(std::size_t place) const;  // the nearest after it; the end's is the end
  std::size_t previous(std::size_t place) const;
  std::size_t snap(std::size_t offset) const;  // the nearest place at or after it
  bool is_space(std::size_t place) const;      // does a space, tab or newline follow?

  const std::vector<Row>& rows() const { return rows_; }  // never empty
  std::size_t row_of(std::size_t place) const;
  std::size_t last_place(const Row& row) const;            // that is in this row, not in the next
  std::size_t place_in(const Row& row, int column) const;  // the last one at or before a column
  int column_of(const Row& row, std::size_t place) const;  // may be over the edge
  std::string shown(const Row& row) const;                 // safe for a terminal; without what hangs over

 private:
  void measure(std::size_t from, std::size_t until);
  void wrap();
  std::size_t row_end(std::size_t begin) const;

  static constexpr std::int8_t inside = -1;

  std::string text_;
  std::vector<std::int8_t> widths_;  // for each byte: the columns of the cluster beginning there, or inside
  std::vector<Row> rows_;
  int columns_ = 80;
};

}  // namespace viva
