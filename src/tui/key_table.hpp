// The keys: one table, from which come what a key does, the last line of a screen, the help over it and the
// manual. A key means one thing in a scene.
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

// What a screen is about just now.
enum class Scene {
  question,    // a drill asks
  writing,     // the answer to it is written
  points,      // its points are ticked
  rating,      // and it is rated
  briefing,    // a round is about to begin
  answering,   // the answer, or the reply to the follow-up, is written
  answered,    // or spoken: the keys are commands
  predicting,  // how did that go?
  paused,
  times_up,   // while an answer was given: what is typed on is no command
  ticking,    // a round's answer is scored
  marking,    // and marked
  scorecard,  // of the round
  filtering,  // of the browser: what is typed filters
  browsing,   // the keys are commands
  reading     // a page lies over the screen
};
inline constexpr int scenes = static_cast<int>(Scene::reading) + 1;

enum class Act {
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
  mark_row,
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

using Meaning = std::variant<Act, AnswerEditor::Edit>;

// What `key` does in `scene`; a capital letter without a meaning of its own is taken for the small one.
std::optional<Meaning> meaning_of(Scene scene, std::string_view key);

// Which of the keys "1" to "9".
inline int number_of(std::string_view key) { return key.front() - '0'; }

// What a screen cannot do by itself.
enum class Wish { interrupt, suspend, redraw, editor };
std::optional<Wish> wish_of(Act act);

// Can it be done now? Asked of acts that the scene has.
using Allows = std::function<bool(Act)>;

// A key on the last line, to be clicked: where it begins, and how far it goes with its label.
struct KeyOnLine {
  std::string key;
  int column, columns;
};

struct KeysLine {
  Line line;
  std::vector<KeyOnLine> keys;
};

// "Enter hint  t type  s skip  q stop  ? help": what can be done now, as much as fits, and always how to
// leave and the help.
KeysLine keys_line(Scene scene, const Allows& allows, int columns);

// Every key of the scene, also those that would do nothing now.
Page keys_help(Scene scene, int columns);

// For the manual: the keys by what the screen is about.
struct KeyGroup {
  std::string title;
  struct Entry {
    std::string keys, meaning;
  };
  std::vector<Entry> entries;
};
std::vector<KeyGroup> key_groups();

}  // namespace viva
