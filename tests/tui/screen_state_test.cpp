// What every screen does with input, and what it leaves to the screen.
#include "tui/screen_state.hpp"

#include "catch.hpp"
#include "tui/snapshot.hpp"

using namespace viva;
using namespace viva::test;

namespace {

struct CommandWords {
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(TextChanged) const { return "text changed"; }
  std::string operator()(KeyCommand command) const { return "key " + std::to_string(command.number); }
  std::string operator()(RowClick click) const { return "row " + std::to_string(click.index); }
  std::string operator()(TerminalRequest) const { return "terminal"; }
};

std::string take(ScreenState& state, const InputEvent& event, InputMode mode, bool takes_text = true) {
  return std::visit(CommandWords{}, state.take(event, mode, takes_text));
}

std::string press(ScreenState& state, const std::string& key, InputMode mode) {
  return take(state, KeyPress{key}, mode);
}

Frame drawn(ScreenState& state, ScreenFormat format = usual) {
  const auto body = [](ScreenLayout& layout) { layout.frame().put(5, 1, {{"the body"}}, 20); };
  return state.draw(format, {{}, {}, state.message, InputMode::question, [](KeyAction) { return true; }},
                    body, [](int columns) { return Page{{{"a page of " + std::to_string(columns)}}}; });
}

}  // namespace

TEST_CASE("a key is a command of the screen, with its number", "[screen_state]") {
  ScreenState state;
  CHECK(press(state, "s", InputMode::question) == "key 0");
  CHECK(press(state, "7", InputMode::points) == "key 7");
  CHECK(press(state, "z", InputMode::question) == "");
}

TEST_CASE("keys type where text is typed, and say whether it changed", "[screen_state]") {
  ScreenState state;
  CHECK(press(state, "q", InputMode::writing) == "text changed");
  CHECK(press(state, "Left", InputMode::writing) == "");
  CHECK(press(state, "Backspace", InputMode::writing) == "");
  CHECK(press(state, "Delete", InputMode::writing) == "text changed");
  CHECK(state.editor.empty());
}

TEST_CASE("writing begins by a key, a paste or a click, and ends by a key", "[screen_state]") {
  ScreenState state;
  CHECK(press(state, "t", InputMode::question) == "");
  CHECK(state.typing);
  CHECK(press(state, "Tab", InputMode::writing) == "");
  CHECK(!state.typing);
  CHECK(take(state, Paste{"q"}, InputMode::question) == "text changed");
  CHECK(state.typing);
  CHECK(state.editor.text() == "q");
  press(state, "Tab", InputMode::writing);
  CHECK(take(state, TextClick{0, 0}, InputMode::question) == "");
  CHECK(state.typing);
}

TEST_CASE("what is pasted where no text is taken does nothing but a message, until the next event",
          "[screen_state]") {
  ScreenState state;
  CHECK(take(state, Paste{"q"}, InputMode::points, false) == "");
  CHECK(shows(drawn(state), "What was pasted is no command"));
  press(state, "z", InputMode::points);
  CHECK(state.message.text.empty());
}

TEST_CASE("a page over the screen takes the keys until it is closed", "[screen_state]") {
  ScreenState state;
  state.overlay.open(Overlay::Content::answer);
  CHECK(shows(drawn(state), "a page of 78"));
  CHECK(!shows(drawn(state), "the body"));
  CHECK(press(state, "Down", InputMode::overlay) == "");
  CHECK(take(state, Paste{"q"}, InputMode::overlay) == "");
  CHECK(press(state, "Ctrl-L", InputMode::overlay) == "terminal");
  CHECK(press(state, "Esc", InputMode::overlay) == "");
  CHECK(shows(drawn(state), "the body"));
}

TEST_CASE("the help is about the mode it is asked for in", "[screen_state]") {
  ScreenState state;
  CHECK(press(state, "?", InputMode::rating) == "");
  CHECK(shows(drawn(state), "Again, Hard, Good, Easy"));
}

TEST_CASE("on a screen that is too small only the terminal's keys work", "[screen_state]") {
  ScreenState state;
  CHECK(shows(drawn(state, {{11, 40}}), "Too small"));
  CHECK(press(state, "s", InputMode::question) == "");
  CHECK(press(state, "Ctrl-C", InputMode::question) == "terminal");
  drawn(state);
  CHECK(press(state, "s", InputMode::question) == "key 0");
}

TEST_CASE("a screen is resized when it is drawn in another size, but not by being too small",
          "[screen_state]") {
  ScreenState state;
  drawn(state, wide);
  CHECK(!state.resizes_to(wide));
  CHECK(state.resizes_to(usual));
  CHECK(!state.resizes_to({{1, 1}}));
  drawn(state, {{1, 1}});
  CHECK(!state.resizes_to(wide));
}
