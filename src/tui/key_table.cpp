#include "tui/key_table.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "viva/base/text.hpp"

namespace viva {
namespace {

using Edit = AnswerEditor::Edit;
using enum InputMode;

using Modes = unsigned;  // a set of input modes, a bit for each

constexpr Modes in(InputMode mode) { return 1U << static_cast<unsigned>(mode); }

template <typename... More>
constexpr Modes in(InputMode first, More... more) {
  return in(first) | in(more...);
}

constexpr Modes everywhere = (1U << input_modes) - 1;
constexpr Modes editing = in(writing, answering);
constexpr Modes typing = editing | in(filtering);
constexpr Modes commands = everywhere & ~typing & ~in(times_up);
constexpr Modes checklists = in(points, rating, ticking, marking);
constexpr Modes choices = in(rating, predicting, marking);
constexpr Modes drilling = in(question, points, rating);
constexpr Modes scoring = in(ticking, marking);
constexpr Modes on_the_clock = in(answered, predicting, paused);

// The names of up to nine keys.
class Keys {
 public:
  constexpr Keys(std::initializer_list<std::string_view> names) {
    for (const auto name : names) names_[count_++] = name;
  }

  constexpr std::size_t size() const { return count_; }
  constexpr std::string_view front() const { return names_.front(); }
  constexpr std::string_view back() const { return names_[count_ - 1]; }
  constexpr const std::string_view* begin() const { return names_.data(); }
  constexpr const std::string_view* end() const { return names_.data() + count_; }

 private:
  std::array<std::string_view, 9> names_{};
  std::size_t count_ = 0;
};

struct Binding {
  KeyMeaning meaning;
  Keys keys;
  std::string_view label;        // on the last line; empty: not named there
  std::string_view description;  // in the help and the manual
  Modes modes;
};

constexpr Keys enter{"Enter", "n"}, one_to_four{"1", "2", "3", "4"};

// In the order in which the last line of a screen names them.
constexpr Binding bindings[] = {
    {KeyAction::reveal, enter, "hint", "show the hint and the points", in(question)},
    {KeyAction::begin, enter, "begin", "begin: the clock runs", in(briefing)},
    {KeyAction::resume, enter, "go on", "go on: the clock runs again", in(paused)},
    {KeyAction::submit, enter, "done", "the answer is complete", in(answered)},
    {KeyAction::tick, {"Space", "x"}, "tick", "tick the point, or take the tick away", checklists},
    {KeyAction::accept, enter, "rate", "these are all: go on to the rating", in(points)},
    {KeyAction::accept, enter, "mark", "these are all: go on to the mark", in(ticking)},
    {KeyAction::accept, enter, "ok", "take what is chosen", choices},
    {KeyAction::rate_number, one_to_four, "", "Again, Hard, Good, Easy", in(rating)},
    {KeyAction::mark_number, one_to_four, "say", "No, Lean no, Hire, Strong hire", in(predicting)},
    {KeyAction::mark_number, one_to_four, "", "No, Lean no, Hire, Strong hire", in(marking)},
    {KeyAction::tick_number,
     {"1", "2", "3", "4", "5", "6", "7", "8", "9"},
     "",
     "tick the point of that number",
     in(points, ticking)},
    {KeyAction::quit, {"Enter", "n", "q"}, "done", "leave the scorecard", in(scorecard)},
    {KeyAction::close, {"Enter", "Esc", "q", "n"}, "close", "back to the screen below", in(overlay)},
    {KeyAction::close, {"Esc"}, "to the scoring", "time is up: on to the scoring", in(times_up)},
    {KeyAction::leave_writing, {"Tab", "Esc"}, "done typing", "to the commands; the text stays", editing},
    {KeyAction::write, {"t", "i", "Tab"}, "type", "type an answer, or go on with it", in(question, answered)},
    {KeyAction::own_editor,
     {"Ctrl-E"},
     "editor",
     "write in $VISUAL or $EDITOR; the clock runs on",
     editing | in(question, answered)},
    {KeyAction::tick_all, {"*"}, "", "tick all points, or none", checklists},
    {KeyAction::answer,
     {"a"},
     "answer",
     "the model answer, pitfalls and references",
     in(points, rating) | scoring},
    {KeyAction::follow_ups, {"f"}, "follow-ups", "what an interviewer may ask next", in(points, rating)},
    {KeyAction::earlier, {"e"}, "earlier", "your answers in earlier rounds", scoring},
    {KeyAction::read_row, {"Enter", "o"}, "read", "the whole question", in(browsing)},
    {KeyAction::drill, {"d"}, "drill", "drill what is chosen, else all that is listed", in(browsing)},
    {KeyAction::choose_row, {"Space", "x"}, "choose", "choose the question, or not", in(browsing)},
    {KeyAction::filter, {"/", "Tab"}, "filter", "type words that must occur", in(browsing)},
    {KeyAction::close, {"Enter", "Tab", "Esc"}, "list", "to the list and its commands", in(filtering)},
    {KeyAction::undo,
     {"u"},
     "undo",
     "take the last rating, mark, skip or ticks back",
     drilling | scoring | in(scorecard)},
    {KeyAction::skip, {"s"}, "skip", "on without a rating", drilling},
    {KeyAction::pause, {"p"}, "pause", "stop the clock (with --relaxed)", in(answered, predicting)},
    {KeyAction::quit, {"q"}, "stop", "end the drill; what was rated is kept", drilling},
    {KeyAction::quit, {"q"}, "not now", "leave the round for another time", in(briefing)},
    {KeyAction::quit,
     {"q"},
     "quit",
     "leave the round; viva mock --resume goes on with it",
     on_the_clock | scoring},
    {KeyAction::quit, {"q"}, "quit", "leave", in(browsing)},
    {KeyAction::up, {"Up", "k"}, "", "a line or a choice up", commands},
    {KeyAction::down, {"Down", "j"}, "", "a line or a choice down", commands},
    {KeyAction::left, {"Left", "h"}, "", "the choice to the left", choices},
    {KeyAction::right, {"Right", "l"}, "", "the choice to the right", choices},
    {KeyAction::up, {"Up"}, "", "a row of the list up", in(filtering)},
    {KeyAction::down, {"Down"}, "", "a row of the list down", in(filtering)},
    {KeyAction::page_up, {"PageUp"}, "", "a page up", commands | in(filtering, times_up)},
    {KeyAction::page_down, {"PageDown"}, "", "a page down", commands | in(filtering, times_up)},
    {KeyAction::top, {"Home", "g"}, "", "to the beginning", commands},
    {KeyAction::bottom, {"End", "G"}, "", "to the end", commands},
    {KeyAction::wheel_up, {"WheelUp"}, "", "scroll up", everywhere},
    {KeyAction::wheel_down, {"WheelDown"}, "", "scroll down", everywhere},
    {Edit::newline, {"Enter"}, "", "a new line", editing},
    {Edit::left, {"Left", "Ctrl-B"}, "", "left", typing},
    {Edit::right, {"Right", "Ctrl-F"}, "", "right", typing},
    {Edit::up, {"Up", "Ctrl-P"}, "", "a row up", editing},
    {Edit::down, {"Down", "Ctrl-N"}, "", "a row down", editing},
    {Edit::word_left, {"Ctrl-Left", "Alt-b"}, "", "a word to the left", typing},
    {Edit::word_right, {"Ctrl-Right", "Alt-f"}, "", "a word to the right", typing},
    {Edit::row_start, {"Home", "Ctrl-A"}, "", "to the row's beginning", typing},
    {Edit::row_end, {"End"}, "", "to the row's end", typing},
    {Edit::page_up, {"PageUp"}, "", "a page up", editing},
    {Edit::page_down, {"PageDown"}, "", "a page down", editing},
    {Edit::text_start, {"Ctrl-Home", "Alt-<"}, "", "to the beginning", editing},
    {Edit::text_end, {"Ctrl-End", "Alt->"}, "", "to the end", editing},
    {Edit::erase_left, {"Backspace"}, "", "erase to the left", typing},
    {Edit::erase_right, {"Delete", "Ctrl-D"}, "", "erase to the right", typing},
    {Edit::erase_word_left, {"Ctrl-W", "Alt-Backspace"}, "", "erase the word to the left", typing},
    {Edit::erase_word_right, {"Alt-d"}, "", "erase the word to the right", typing},
    {Edit::erase_to_start, {"Ctrl-U"}, "", "erase to the line's beginning", typing},
    {Edit::erase_to_end, {"Ctrl-K"}, "", "erase to the line's end", typing},
    {Edit::undo, {"Ctrl-_"}, "", "take the last change back", typing},
    {Edit::redo, {"Ctrl-Y"}, "", "make it again", typing},
    {KeyAction::redraw, {"Ctrl-L"}, "", "draw the screen anew", everywhere},
    {KeyAction::suspend, {"Ctrl-Z"}, "", "back to the shell; fg goes on", everywhere},
    {KeyAction::interrupt, {"Ctrl-C"}, "leave", "leave; nothing rated or typed is lost", typing},
    {KeyAction::interrupt, {"Ctrl-C"}, "", "leave; nothing rated or typed is lost", everywhere & ~typing},
    {KeyAction::help, {"?", "F1"}, "help", "these keys", commands & ~in(overlay)},
    {KeyAction::help, {"F1"}, "help", "these keys", typing | in(times_up)},
};

bool is_in(const Binding& binding, InputMode mode) { return (binding.modes & in(mode)) != 0; }

// "1-4", "Up, k"
std::string key_names(const Keys& keys) {
  if (keys.size() > 2 && keys.front() == "1") return "1-" + std::string{keys.back()};
  std::string text;
  for (const auto key : keys) text += (text.empty() ? "" : ", ") + std::string{key};
  return text;
}

std::string first_name(const Keys& keys) {
  return keys.size() > 2 && keys.front() == "1" ? key_names(keys) : std::string{keys.front()};
}

constexpr int gap_between_keys = 2;

void add(KeysLine& line, int& at, const Binding& binding) {
  if (at > 0) line.line.push_back({std::string(gap_between_keys, ' ')});
  if (at > 0) at += gap_between_keys;
  const auto name = first_name(binding.keys);
  line.line.push_back({name, Style::accent});
  line.line.push_back({" " + std::string{binding.label}, Style::dim});
  const int columns = width(name) + 1 + width(binding.label);
  if (name == binding.keys.front()) line.keys.push_back({name, at, columns});
  at += columns;
}

int needed(const Binding& binding) {
  return gap_between_keys + width(first_name(binding.keys)) + 1 + width(binding.label);
}

// These are named however narrow the screen is.
bool is_way_out(KeyAction action) {
  return action == KeyAction::quit || action == KeyAction::interrupt || action == KeyAction::help ||
         action == KeyAction::close;
}

void add_entries(Page& page, InputMode mode, bool edits, int columns) {
  constexpr int names_columns = 23, least_beside = 50;
  for (const auto& binding : bindings) {
    if (!is_in(binding, mode) || std::holds_alternative<Edit>(binding.meaning) != edits) continue;
    const auto keys = key_names(binding.keys);
    if (columns < least_beside) page.push_back({{"  "}, {keys, Style::accent}});
    add_wrapped(
        page,
        columns < least_beside ? Line{{"      "}} : Line{{"  "}, {fit(keys, names_columns), Style::accent}},
        binding.description, columns);
  }
}

struct ManualGroup {
  std::string_view title;
  Modes modes;
};

// A binding is named in every group it belongs to; one that works everywhere only in the first.
constexpr ManualGroup groups[] = {{"Everywhere", everywhere & ~in(overlay)},
                                  {"Drill", drilling},
                                  {"Round", in(briefing, times_up) | on_the_clock},
                                  {"Scoring a round", scoring | in(scorecard)},
                                  {"Browser", in(filtering, browsing)},
                                  {"Typing", typing},
                                  {"A page over the screen", in(overlay)}};

bool belongs(const Binding& binding, const ManualGroup& group) {
  const bool help = binding.meaning == KeyMeaning{KeyAction::help};
  if (help)
    return group.title == "Everywhere" &&
           binding.keys.size() > 1;  // those with one key are named there already
  if (group.title == "Everywhere") return (binding.modes & commands) == commands;
  if (std::holds_alternative<Edit>(binding.meaning)) return group.title == "Typing";
  return (binding.modes & group.modes) != 0;
}

}  // namespace

std::optional<KeyMeaning> meaning_of(InputMode mode, std::string_view key) {
  for (const auto& binding : bindings)
    if (is_in(binding, mode) && std::ranges::find(binding.keys, key) != binding.keys.end())
      return binding.meaning;
  const bool capital = key.size() == 1 && key[0] >= 'A' && key[0] <= 'Z';
  return capital ? meaning_of(mode, fold_case(key)) : std::nullopt;
}

bool is_typing(InputMode mode) { return (typing & in(mode)) != 0; }

std::optional<TerminalRequest> terminal_request(KeyAction action) {
  switch (action) {
    case KeyAction::interrupt: return TerminalRequest::interrupt;
    case KeyAction::suspend: return TerminalRequest::suspend;
    case KeyAction::redraw: return TerminalRequest::redraw;
    case KeyAction::own_editor: return TerminalRequest::editor;
    default: return std::nullopt;
  }
}

KeysLine keys_line(InputMode mode, const Allows& allows, int columns) {
  std::vector<const Binding*> open, always;
  for (const auto& binding : bindings) {
    const auto* action = std::get_if<KeyAction>(&binding.meaning);
    if (action && !binding.label.empty() && is_in(binding, mode) &&
        (*action == KeyAction::help || allows(*action)))
      (is_way_out(*action) ? always : open).push_back(&binding);
  }
  int room = columns + gap_between_keys;
  for (const auto* binding : always) room -= needed(*binding);
  KeysLine line;
  int at = 0;
  for (const auto* binding : open) {
    room -= needed(*binding);
    if (room < 0) break;
    add(line, at, *binding);
  }
  for (const auto* binding : always) add(line, at, *binding);
  return line;
}

Page keys_help(InputMode mode, int columns) {
  Page page;
  add_entries(page, mode, false, columns);
  if (!is_typing(mode)) return page;
  page.push_back({});
  page.push_back({{"Within the text", Style::strong}});
  add_entries(page, mode, true, columns);
  return page;
}

std::vector<KeyGroup> key_groups() {
  std::vector<KeyGroup> all;
  std::vector<const Binding*> named;
  for (const auto& group : groups) {
    KeyGroup made{std::string{group.title}, {}};
    for (const auto& binding : bindings) {
      if (!belongs(binding, group) || std::ranges::find(named, &binding) != named.end()) continue;
      if (group.title == "Everywhere") named.push_back(&binding);
      made.entries.push_back({key_names(binding.keys), std::string{binding.description}});
    }
    all.push_back(std::move(made));
  }
  return all;
}

}  // namespace viva
