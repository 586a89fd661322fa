// The text of an answer while it is written: a value that takes edits and gives rows. The cursor stands
// between grapheme clusters. The text may hold any bytes, since it may be pasted; what rows() gives is safe
// for a terminal.
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
  // A row is one as wrapped, a line ends in a newline, and a word is a run of what is not space.
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
    erase_to_end,    // of the line; where it ends, its newline
    undo,            // a word typed, a paste or a run of erasing; forgets all but the last 1000
    redo,
  };

  explicit AnswerEditor(std::string text = {});  // the cursor after its end

  const std::string& text() const { return layout_.text(); }
  bool empty() const { return text().empty(); }

  // Typed (one cluster) or pasted. CR LF and CR become newlines; tabs and spaces are text.
  void insert(std::string_view text);

  // All of it, as from another editor; can be undone. The cursor goes to the end. An equal text changes
  // nothing.
  void replace(std::string text);

  void apply(Edit edit);

  // The room it has, at least 2 x 1; 80 x 24 at first. Scrolls no more than it takes to keep the cursor in
  // sight and the room filled.
  void lay_out(int columns, int rows);

  // The cursor, by a click on a row and column of the room. Below the text is its end.
  void place(int row, int column);

  struct Cursor {
    int row = 0, column = 0;
  };

  std::vector<std::string> rows() const;  // those in sight, at most the rows of lay_out
  Cursor cursor() const;                  // within rows(); after a full row it stands on the last column
  int above() const;                      // rows out of sight
  int below() const;

 private:
  enum class Kind { typing, erasing, other };

  // One step of undo: `erased` at `at` became `inserted`, and where the cursor was.
  struct Step {
    Kind kind;
    std::size_t at;
    std::string erased, inserted;
    std::size_t before, after;
  };

  void perform(Step step);
  void erase(std::size_t begin, std::size_t end);
  void undo();
  void redo();
  void remember(Step step);
  bool goes_on(const Step& step) const;

  void stand(std::size_t offset);
  void move(std::size_t place);
  void move_rows(int by);
  void keep_in_sight();

  const TextLayout::Row& row() const { return layout_.rows()[layout_.row_of(cursor_)]; }
  std::size_t word_start() const;
  std::size_t word_end() const;
  std::size_t line_start() const;
  std::size_t line_end() const;

  TextLayout layout_;
  std::size_t cursor_ = 0;
  std::size_t insertion_ = 0;  // before the cursor while what was inserted last joins what follows
  std::optional<int> wanted_;  // the column to keep when moving by rows
  int columns_ = 80, room_ = 24;
  int top_ = 0;  // the first row in sight

  std::deque<Step> steps_;
  std::size_t done_ = 0;   // of the steps; the others were undone
  bool going_on_ = false;  // may the next change be part of the last step?
};

}  // namespace viva
