// Text of any bytes, wrapped in rows of a given width, and changed piece by piece. Offsets are in bytes. A
// position is an offset between two grapheme clusters. Finding clusters is slow, so a change finds only those
// around it again. The rows are then made anew from the known widths. They end where wrap() would end lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace viva {

class TextLayout {
 public:
  // `end` is the offset of the newline, or the beginning of the next row. Spaces belong to the row of the
  // word they follow, even where they stick out of it.
  struct Row {
    std::size_t begin, end;
  };

  TextLayout() { wrap(); }

  const std::string& text() const { return text_; }
  void change(std::size_t at, std::size_t erased, std::string_view inserted);
  void set_columns(int columns);  // at least 2

  std::size_t next(std::size_t position) const;  // of the end: the end
  std::size_t previous(std::size_t position) const;
  std::size_t snap(std::size_t offset) const;  // the first position at or after it
  bool is_space(std::size_t position) const;   // does a space, tab or newline follow?

  const std::vector<Row>& rows() const { return rows_; }  // never empty
  std::size_t row_of(std::size_t position) const;
  std::size_t last_position(const Row& row) const;            // the last that belongs to this row
  std::size_t position_at(const Row& row, int column) const;  // the last at or before the column
  int column_of(const Row& row, std::size_t position) const;  // may be beyond the row's width
  std::string shown(const Row& row) const;                    // cut to the width; safe for a terminal

 private:
  void measure(std::size_t from, std::size_t until);
  void wrap();
  std::size_t row_end(std::size_t begin) const;

  std::string_view cluster(std::size_t position) const;
  bool may_break_at(std::size_t previous, std::size_t position) const;

  static constexpr std::int8_t inside = -1;

  std::string text_;
  std::vector<std::int8_t> widths_;  // by byte: the columns of the cluster that begins there, or `inside`
  std::vector<Row> rows_;
  int columns_ = 80;
};

}  // namespace viva
