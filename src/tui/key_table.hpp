// The keys: one table says what each key does. The last line of a screen, the help and the manual are made
// from it. In one input mode a key does one thing.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "render/page.hpp"
#include "tui/answer_editor.hpp"

namespace viva {

// What the keys act on at the moment.
enum class InputMode {
  question,    // drill: a question is asked
  writing,     // drill: its answer is typed
  points,      // drill: its points are ticked
  rating,      // drill: it is rated
  briefing,    // round: about to begin
  answering,   // round: an answer, or a reply to a follow-up, is typed
  answered,    // round: the same, but keys are commands
  predicting,  // round: the candidate says how the answer went
  paused,      // round: the clock stands still
  times_up,    // round: it ended during an answer; typing on does nothing
  ticking,     // round: the points of an answer are ticked
  marking,     // round: an answer is marked
  scorecard,   // round: its result is read
  filtering,   // browser: typing filters the list
  browsing,    // browser: keys are commands
  overlay      // a page lies over the screen
};
inline constexpr int input_modes = static_cast<int>(InputMode::overlay) + 1;

enum class KeyAction {
  reveal,
  write,
  leave_writing,
  submit,
  own_editor,
  skip,
  undo,
  quit,
  answer,
  follow_ups,
  earlier,
  tick,
  tick_number,
  tick_all,
  rate_number,
  accept,
  begin,
  pause,
  resume,
  mark_number,
  filter,
  choose_row,
  read_row,
  drill,
  up,
  down,
  left,
  right,
  page_up,
  page_down,
  wheel_up,
  wheel_down,
  top,
  bottom,
  close,
  help,
  redraw,
  suspend,
  interrupt
};

using KeyMeaning = std::variant<KeyAction, AnswerEditor::Edit>;

// What `key` does in `mode`. A capital letter that does nothing itself does what the small letter does.
std::optional<KeyMeaning> meaning_of(InputMode mode, std::string_view key);

// Do keys type text in this mode?
bool is_typing(InputMode mode);

// What only the program around a screen can do.
enum class TerminalRequest { interrupt, suspend, redraw, editor };
std::optional<TerminalRequest> terminal_request(KeyAction action);

// Can this be done now? Asked only about actions that have a key in the mode.
using Allows = std::function<bool(KeyAction)>;

// A key named on the last line, to be clicked: its column, and the columns it takes with its label.
struct KeyOnLine {
  std::string key;
  int column, columns;
};

struct KeysLine {
  Line line;
  std::vector<KeyOnLine> keys;
};

// "Enter hint  t type  s skip  q stop  ? help": what can be done now, as much as fits. How to leave and the
// help are always on it.
KeysLine keys_line(InputMode mode, const Allows& allows, int columns);

// Every key of the mode, also those that would do nothing now.
Page keys_help(InputMode mode, int columns);

// The keys for the manual, grouped by where they work.
struct KeyGroup {
  std::string title;
  struct Entry {
    std::string keys, meaning;
  };
  std::vector<Entry> entries;
};
std::vector<KeyGroup> key_groups();

}  // namespace viva
