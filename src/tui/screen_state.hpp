// What every full screen keeps and does in the same way: the text being typed, the page that lies over the
// screen, a message, and the frame of a screen that is too small. A value; each screen has one.
#pragma once

#include <functional>
#include <optional>
#include <variant>

#include "tui/answer_editor.hpp"
#include "tui/input_event.hpp"
#include "tui/overlay.hpp"
#include "tui/screen_layout.hpp"

namespace viva {

// The text being typed has changed.
struct TextChanged {};

struct KeyCommand {
  KeyAction action;
  int number = 0;  // that the key names, "1" to "9"; else 0
};

// What an input event asks of the screen itself; nothing where the state has done all of it.
using ScreenCommand = std::variant<std::monostate, TextChanged, KeyCommand, RowClick, TerminalRequest>;

class ScreenState {
 public:
  // Takes the event, with the next keys in `mode`. `takes_text`: pasted text can be inserted now.
  ScreenCommand take(const InputEvent& event, InputMode mode, bool takes_text);

  // Draws `body`, or the overlay with the page that `overlay_page` makes for the columns it is given. Where
  // the screen is too small, the frame only says so.
  using DrawBody = std::function<void(ScreenLayout&)>;
  using OverlayPage = std::function<Page(int)>;
  Frame draw(ScreenFormat format, const ScreenLayout::Surroundings& surroundings, const DrawBody& body,
             const OverlayPage& overlay_page);

  // Would drawing in `format` change the size of the screen?
  bool resizes_to(ScreenFormat format) const { return !is_too_small(format) && format.size != size_; }

  AnswerEditor editor;
  bool typing = false;  // keys go to the editor
  Overlay overlay;
  Message message;  // until the next event

 private:
  ScreenCommand take_key(std::string_view key, InputMode mode);
  ScreenCommand take_action(KeyAction action, std::string_view key, InputMode mode);
  ScreenCommand take_paste(const Paste& paste, bool takes_text);

  Size size_{};             // of the last frame
  bool too_small_ = false;  // the last frame only said so: keys do nothing
};

}  // namespace viva
