#include "tui/screen_state.hpp"

#include <utility>

namespace viva {
namespace {

int number_of(std::string_view key) {
  const bool digit = key.size() == 1 && key.front() >= '1' && key.front() <= '9';
  return digit ? key.front() - '0' : 0;
}

}  // namespace

ScreenCommand ScreenState::take(const InputEvent& event, InputMode mode, bool takes_text) {
  message = {};
  if (const auto* press = std::get_if<KeyPress>(&event)) return take_key(press->key, mode);
  if (const auto* paste = std::get_if<Paste>(&event)) return take_paste(*paste, takes_text);
  if (const auto* click = std::get_if<RowClick>(&event)) return *click;
  const auto& click = std::get<TextClick>(event);
  typing = true;
  editor.click(click.row, click.column);
  return {};
}

ScreenCommand ScreenState::take_key(std::string_view key, InputMode mode) {
  const auto meaning = meaning_of(mode, key);
  const auto* action = meaning ? std::get_if<KeyAction>(&*meaning) : nullptr;
  if (action) return take_action(*action, key, mode);
  if (!is_typing(mode)) return {};
  const auto before = editor.text();
  if (meaning)
    editor.apply(std::get<AnswerEditor::Edit>(*meaning));
  else
    editor.insert(typed_text(key));
  if (editor.text() == before) return {};
  return TextChanged{};
}

ScreenCommand ScreenState::take_action(KeyAction action, std::string_view key, InputMode mode) {
  if (const auto request = terminal_request(action)) return *request;
  if (too_small_) return {};
  if (overlay.is_open())
    overlay.take(action);
  else if (action == KeyAction::help)
    overlay.open_help(mode);
  else if (action == KeyAction::write || action == KeyAction::leave_writing)
    typing = action == KeyAction::write;
  else
    return KeyCommand{action, number_of(key)};
  return {};
}

ScreenCommand ScreenState::take_paste(const Paste& paste, bool takes_text) {
  if (!takes_text || overlay.is_open()) {
    message = {"What was pasted is no command: nothing was done.", Style::warn};
    return {};
  }
  typing = true;
  editor.insert(paste.text);
  return TextChanged{};
}

Frame ScreenState::draw(ScreenFormat format, const ScreenLayout::Surroundings& surroundings,
                        const DrawBody& body, const OverlayPage& overlay_page) {
  too_small_ = is_too_small(format);
  if (too_small_) return too_small_frame(format);
  size_ = format.size;
  ScreenLayout layout{format, surroundings};
  if (overlay.is_open())
    overlay.draw(layout, overlay_page(prose_columns(layout.body().columns)));
  else
    body(layout);
  return std::move(layout.frame());
}

}  // namespace viva
