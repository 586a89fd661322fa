// Edits a line while it is typed on a terminal that does not edit it, so that the clock can speak in the
// middle of it. Pure: takes bytes as they come, and gives what to write for them. Erasing and ending a line
// work as a terminal's own editing does. The cursor never moves up, so this suits any terminal and reads well
// aloud.
#pragma once

#include <string>
#include <string_view>

namespace viva {

class LineEditor {
 public:
  enum class State { open, entered, ended };  // ended: Ctrl-D on an empty line

  // `ascii`: the terminal shows only ASCII.
  explicit LineEditor(bool ascii) : ascii_(ascii) {}

  // Begins a new line on a terminal of so many columns. Returns the prompt to write.
  std::string begin(std::string_view prompt, int columns);

  // Takes the next byte. Returns what to write, safe for a terminal.
  std::string take(char byte);

  // The prompt and everything typed so far, to write again after something else was printed.
  std::string again();

  State state() const { return state_; }
  const std::string& text() const { return text_; }  // the bytes as they came
  bool pasted() const { return pasting_; }           // the end of the line was pasted, so it is no command

 private:
  std::string add(char byte);
  std::string show(std::string_view text);
  std::string erase(std::size_t from);
  std::string control(char byte);
  std::string escape(char byte);
  std::string enter();

  int columns_ = 80;  // at least 8
  bool ascii_;
  State state_ = State::open;
  std::string prompt_, text_;
  std::string sequence_;  // an escape sequence that is not complete yet
  bool pasting_ = false;
  bool after_return_ = false;  // the last byte was CR: a newline that follows belongs to it
  std::size_t shown_ = 0;      // how many bytes of the text are on the screen
  int used_ = 0;               // columns before the cursor in its row
};

}  // namespace viva
