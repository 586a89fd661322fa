#include "tui/key_table.hpp"

#include <algorithm>
#include <initializer_list>

#include "viva/base/text.hpp"

namespace viva {
namespace {

using Edit = AnswerEditor::Edit;
using Scenes = unsigned;
using Keys = std::vector<std::string_view>;

constexpr Scenes in(Scene scene) { return 1U << static_cast<unsigned>(scene); }

template <typename... More>
constexpr Scenes in(Scene first, More... more) {
  return in(first) | in(more...);
}

constexpr Scenes everywhere = (1U << scenes) - 1;
constexpr Scenes editing = in(Scene::writing, Scene::answering);
constexpr Scenes typing = editing | in(Scene::filtering);
constexpr Scenes commands = everywhere & ~typing & ~in(Scene::times_up);
constexpr Scenes checklists = in(Scene::points, Scene::rating, Scene::ticking, Scene::marking);
constexpr Scenes choices = in(Scene::rating, Scene::predicting, Scene::marking);
constexpr Scenes drilling = in(Scene::question, Scene::points, Scene::rating);
constexpr Scenes scoring = in(Scene::ticking, Scene::marking);
constexpr Scenes on_the_clock = in(Scene::answered, Scene::predicting, Scene::paused);

struct Binding {
  Meaning meaning;
  Keys keys;
  std::string_view label;  // on the last line; empty: only in the help
  std::string_view what;
  Scenes scenes;
};

// In the order in which the last line of a screen names them.
const std::vector<Binding>& bindings() {
  static const Keys enter{"Enter", "n"}, one_to_four{"1", "2", "3", "4"};
  static const std::vector<Binding> all{
      {Act::reveal, enter, "hint", "show the hint and the points", in(Scene::question)},
      {Act::begin, enter, "begin", "begin: the clock runs", in(Scene::briefing)},
      {Act::resume, enter, "go on", "go on: the clock runs again", in(Scene::paused)},
      {Act::submit, enter, "done", "the answer is complete", in(Scene::answered)},
      {Act::tick, {"Space", "x"}, "tick", "tick the point, or take the tick away", checklists},
      {Act::accept, enter, "rate", "these are all: go on to the rating", in(Scene::points)},
      {Act::accept, enter, "mark", "these are all: go on to the mark", in(Scene::ticking)},
      {Act::accept, enter, "ok", "take what is chosen", choices},
      {Act::rate_number, one_to_four, "", "Again, Hard, Good, Easy", in(Scene::rating)},
      {Act::mark_number, one_to_four, "say", "No, Lean no, Hire, Strong hire", in(Scene::predicting)},
      {Act::mark_number, one_to_four, "", "No, Lean no, Hire, Strong hire", in(Scene::marking)},
      {Act::tick_number,
       {"1", "2", "3", "4", "5", "6", "7", "8", "9"},
       "",
       "tick the point of that number",
       in(Scene::points, Scene::ticking)},
      {Act::quit, {"Enter", "n", "q"}, "done", "leave the scorecard", in(Scene::scorecard)},
      {Act::close, {"Enter", "Esc", "q", "n"}, "close", "back to the screen below", in(Scene::reading)},
      {Act::close, {"Esc"}, "to the scoring", "time is up: on to the scoring", in(Scene::times_up)},
      {Act::leave_writing, {"Tab", "Esc"}, "done typing", "to the commands; the text stays", editing},
      {Act::write,
       {"t", "i", "Tab"},
       "type",
       "type an answer, or go on with it",
       in(Scene::question, Scene::answered)},
      {Act::own_editor,
       {"Ctrl-E"},
       "editor",
       "write in $VISUAL or $EDITOR; the clock runs on",
       editing | in(Scene::question, Scene::answered)},
      {Act::tick_all, {"*"}, "", "tick all points, or none", checklists},
      {Act::answer,
       {"a"},
       "answer",
       "the model answer, pitfalls and references",
       in(Scene::points, Scene::rating) | scoring},
      {Act::follow_ups,
       {"f"},
       "follow-ups",
       "what an interviewer may ask next",
       in(Scene::points, Scene::rating)},
      {Act::earlier, {"e"}, "earlier", "your answers in earlier rounds", scoring},
      {Act::read_row, {"Enter", "o"}, "read", "the whole question", in(Scene::browsing)},
      {Act::drill, {"d"}, "drill", "drill what is chosen, else all that is listed", in(Scene::browsing)},
      {Act::mark_row, {"Space", "x"}, "choose", "choose the question, or not", in(Scene::browsing)},
      {Act::filter, {"/", "Tab"}, "filter", "type words that must occur", in(Scene::browsing)},
      {Act::close, {"Enter", "Tab", "Esc"}, "list", "to the list and its commands", in(Scene::filtering)},
      {Act::undo,
       {"u"},
       "undo",
       "take the last rating, mark, skip or ticks back",
       drilling | scoring | in(Scene::scorecard)},
      {Act::skip, {"s"}, "skip", "on without a rating", drilling},
      {Act::pause, {"p"}, "pause", "stop the clock (with --relaxed)", in(Scene::answered, Scene::predicting)},
      {Act::quit, {"q"}, "stop", "end the drill; what was rated is kept", drilling},
      {Act::quit, {"q"}, "not now", "leave the round for another time", in(Scene::briefing)},
      {Act::quit,
       {"q"},
       "quit",
       "leave the round; viva mock --resume goes on with it",
       on_the_clock | scoring},
      {Act::quit, {"q"}, "quit", "leave", in(Scene::browsing)},
      {Act::up, {"Up", "k"}, "", "a line or a choice up", commands},
      {Act::down, {"Down", "j"}, "", "a line or a choice down", commands},
      {Act::left, {"Left", "h"}, "", "the choice to the left", choices},
      {Act::right, {"Right", "l"}, "", "the choice to the right", choices},
      {Act::up, {"Up"}, "", "a row of the list up", in(Scene::filtering)},
      {Act::down, {"Down"}, "", "a row of the list down", in(Scene::filtering)},
      {Act::page_up, {"PageUp"}, "", "a page up", commands | in(Scene::filtering, Scene::times_up)},
      {Act::page_down, {"PageDown"}, "", "a page down", commands | in(Scene::filtering, Scene::times_up)},
      {Act::top, {"Home", "g"}, "", "to the beginning", commands},
      {Act::bottom, {"End", "G"}, "", "to the end", commands},
      {Act::wheel_up, {"WheelUp"}, "", "scroll up", everywhere},
      {Act::wheel_down, {"WheelDown"}, "", "scroll down", everywhere},
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
      {Act::redraw, {"Ctrl-L"}, "", "draw the screen anew", everywhere},
      {Act::suspend, {"Ctrl-Z"}, "", "back to the shell; fg goes on", everywhere},
      {Act::interrupt, {"Ctrl-C"}, "leave", "leave; nothing rated or typed is lost", typing},
      {Act::interrupt, {"Ctrl-C"}, "", "leave; nothing rated or typed is lost", everywhere & ~typing},
      {Act::help, {"?", "F1"}, "help", "these keys", commands & ~in(Scene::reading)},
      {Act::help, {"F1"}, "help", "these keys", typing | in(Scene::times_up)},
  };
  return all;
}

bool is_in(const Binding& binding, Scene scene) { return (binding.scenes & in(scene)) != 0; }

// "1-4", "Up, k"
std::string names(const Keys& keys) {
  if (keys.size() > 2 && keys.front() == "1") return "1-" + std::string{keys.back()};
  std::string text;
  for (const auto key : keys) text += (text.empty() ? "" : ", ") + std::string{key};
  return text;
}

std::string first_name(const Keys& keys) {
  return keys.size() > 2 && keys.front() == "1" ? names(keys) : std::string{keys.front()};
}

constexpr int gap = 2;

void add(KeysLine& line, int& at, const Binding& binding) {
  if (at > 0) line.line.push_back({std::string(gap, ' ')});
  if (at > 0) at += gap;
  const auto name = first_name(binding.keys);
  line.line.push_back({name, Style::accent});
  line.line.push_back({" " + std::string{binding.label}, Style::dim});
  const int columns = width(name) + 1 + width(binding.label);
  if (name == binding.keys.front()) line.keys.push_back({name, at, columns});
  at += columns;
}

int needed(const Binding& binding) {
  return gap + width(first_name(binding.keys)) + 1 + width(binding.label);
}

// How to leave, and the help: named however narrow it is.
bool is_way_out(Act act) {
  return act == Act::quit || act == Act::interrupt || act == Act::help || act == Act::close;
}

void add_entries(Page& page, Scene scene, bool edits, int columns) {
  constexpr int names_columns = 23, least_beside = 50;
  for (const auto& binding : bindings()) {
    if (!is_in(binding, scene) || std::holds_alternative<Edit>(binding.meaning) != edits) continue;
    const auto keys = names(binding.keys);
    if (columns < least_beside) page.push_back({{"  "}, {keys, Style::accent}});
    add_wrapped(
        page,
        columns < least_beside ? Line{{"      "}} : Line{{"  "}, {fit(keys, names_columns), Style::accent}},
        binding.what, columns);
  }
}

struct Group {
  std::string_view title;
  Scenes scenes;
};

// A binding is named in every group that it belongs to, unless it is everywhere.
constexpr Group groups[] = {{"Everywhere", everywhere & ~in(Scene::reading)},
                            {"Drill", drilling},
                            {"Round", in(Scene::briefing, Scene::times_up) | on_the_clock},
                            {"Scoring a round", scoring | in(Scene::scorecard)},
                            {"Browser", in(Scene::filtering, Scene::browsing)},
                            {"Typing", typing},
                            {"A page over the screen", in(Scene::reading)}};

bool belongs(const Binding& binding, const Group& group) {
  const bool help = binding.meaning == Meaning{Act::help};
  if (help) return group.title == "Everywhere" && binding.keys.size() > 1;  // the other key is among these
  if (group.title == "Everywhere") return (binding.scenes & commands) == commands;
  if (std::holds_alternative<Edit>(binding.meaning)) return group.title == "Typing";
  return (binding.scenes & group.scenes) != 0;
}

}  // namespace

std::optional<Meaning> meaning_of(Scene scene, std::string_view key) {
  for (const auto& binding : bindings())
    if (is_in(binding, scene) && std::ranges::find(binding.keys, key) != binding.keys.end())
      return binding.meaning;
  const bool capital = key.size() == 1 && key[0] >= 'A' && key[0] <= 'Z';
  return capital ? meaning_of(scene, fold_case(key)) : std::nullopt;
}

std::optional<Wish> wish_of(Act act) {
  switch (act) {
    case Act::interrupt: return Wish::interrupt;
    case Act::suspend: return Wish::suspend;
    case Act::redraw: return Wish::redraw;
    case Act::own_editor: return Wish::editor;
    default: return std::nullopt;
  }
}

KeysLine keys_line(Scene scene, const Allows& allows, int columns) {
  std::vector<const Binding*> open, always;
  for (const auto& binding : bindings()) {
    const auto* act = std::get_if<Act>(&binding.meaning);
    if (act && !binding.label.empty() && is_in(binding, scene) && (*act == Act::help || allows(*act)))
      (is_way_out(*act) ? always : open).push_back(&binding);
  }
  int room = columns + gap;
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

Page keys_help(Scene scene, int columns) {
  Page page;
  add_entries(page, scene, false, columns);
  if ((typing & in(scene)) == 0) return page;
  page.push_back({});
  page.push_back({{"Within the text", Style::strong}});
  add_entries(page, scene, true, columns);
  return page;
}

std::vector<KeyGroup> key_groups() {
  std::vector<KeyGroup> all;
  std::vector<const Binding*> named;
  for (const auto& group : groups) {
    KeyGroup made{std::string{group.title}, {}};
    for (const auto& binding : bindings()) {
      if (!belongs(binding, group) || std::ranges::find(named, &binding) != named.end()) continue;
      if (group.title == "Everywhere") named.push_back(&binding);
      made.entries.push_back({names(binding.keys), std::string{binding.what}});
    }
    all.push_back(std::move(made));
  }
  return all;
}

}  // namespace viva
