// A line being typed on a terminal that does not edit for itself, since the clock must be able to speak in
// the middle of it. Pure: takes bytes as they come, gives what to show for them. Erasing and ending work as a
// terminal's own; only more is written, so that it suits any terminal and reads well aloud.
#pragma once

#include <string>
#include <string_view>

namespace viva {

class TypedLine {
 public:
  enum class State { open, entered, ended };  // ended: Ctrl-D on an empty line

  // `ascii`: the terminal shows nothing else.
  explicit TypedLine(bool ascii) : ascii_(ascii) {}

  // A new line, on a terminal of so many columns; gives the prompt to write.
  std::string begin(std::string_view prompt, int columns);

  // The next byte; gives what to write, safe for a terminal.
  std::string take(char byte);

  // Everything typed so far with its prompt, to be written where something else came between.
  std::string again();

  State state() const { return state_; }
  const std::string& text() const { return text_; }  // bytes as they came
  bool pasted() const { return pasting_; }  // the line's end was pasted, so the text means nothing else

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
  std::string sequence_;  // an escape sequence, begun but not complete
  bool pasting_ = false;
  bool after_return_ = false;  // a newline that follows belongs to it
  std::size_t shown_ = 0;      // bytes of the text that are on the screen
  int used_ = 0;               // columns of the row the cursor is in
};

}  // namespace viva
