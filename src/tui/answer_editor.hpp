// The text of an answer while it is typed: a value that takes edits and gives rows to show. The cursor is
// always between grapheme clusters. The text may hold any bytes, because it may be pasted. What rows() gives
// is safe for a terminal.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tui/text_layout.hpp"

namespace viva {

class AnswerEditor {
 public:
  // A row is a line of the screen, a line ends in a newline, and a word is a run of characters but spaces.
  enum class Edit {
    left,
    right,
    word_left,
    word_right,
    up,
    down,
    row_start,
    row_end,
    page_up,
    page_down,
    text_start,
    text_end,
    newline,
    erase_left,
    erase_right,
    erase_word_left,
    erase_word_right,
    erase_to_start,  // of the line
    erase_to_end,    // of the line; at its end, the newline
    undo,            // of a word typed, a paste or a run of erasing; the last 1000 of them
    redo,
  };

  explicit AnswerEditor(std::string text = {});  // with the cursor at its end

  const std::string& text() const { return layout_.text(); }
  bool empty() const { return text().empty(); }

  // Inserts what was typed (one cluster) or pasted. Line ends of all kinds become newlines; tabs and spaces
  // are text.
  void insert(std::string_view text);

  // Replaces the whole text, as another editor left it. The cursor goes to the end. Can be undone. An equal
  // text changes nothing.
  void replace(std::string text);

  void apply(Edit edit);

  // Sets the size of the viewport, at least 2 x 1; 80 x 24 at first. Scrolls only as far as needed to keep
  // the cursor in sight and the viewport filled.
  void lay_out(int columns, int rows);

  // Moves the cursor to a row and column of the viewport; below the text, to its end.
  void click(int row, int column);

  struct Cursor {
    int row = 0, column = 0;
  };

  std::vector<std::string> rows() const;  // those in sight, at most as many as the viewport has
  Cursor cursor() const;                  // within rows(); after a full row it is on the last column

 private:
  enum class StepKind { typing, erasing, other };

  // One step of undo: at `at`, `erased` became `inserted`. `before` and `after`: the cursor.
  struct Step {
    StepKind kind;
    std::size_t at;
    std::string erased, inserted;
    std::size_t before, after;
  };

  void apply(Step step);
  void erase(std::size_t begin, std::size_t end);
  void undo();
  void redo();
  void remember(Step step);
  bool continues_last(const Step& step) const;

  void set_cursor(std::size_t offset);
  void move(std::size_t position);
  void move_rows(int by);
  int below() const;  // rows out of sight
  void scroll_to_cursor();

  const TextLayout::Row& row() const { return layout_.rows()[layout_.row_of(cursor_)]; }
  std::size_t word_start() const;
  std::size_t word_end() const;
  std::size_t line_start() const;
  std::size_t line_end() const;

  TextLayout layout_;
  std::size_t cursor_ = 0;
  // Where the next text goes. It is before the cursor while the last insertion joins the cluster that
  // follows.
  std::size_t insertion_ = 0;
  std::optional<int> wanted_column_;  // kept when moving by rows
  int width_ = 80, height_ = 24;      // of the viewport
  int top_ = 0;                       // the first row in sight

  std::deque<Step> steps_;
  std::size_t done_ = 0;       // how many of the steps stand; the others were undone
  bool may_continue_ = false;  // the next change may join the last step
};

}  // namespace viva
