#include "tui/screen_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "viva/base/text.hpp"

namespace viva {
namespace {

constexpr int margin = 1, most_message_rows = 3;

}  // namespace

ScreenLayout::ScreenLayout(ScreenFormat format, const Surroundings& surroundings)
    : frame_(format.size, format.ascii),
      body_{2, margin, format.size.rows - 4, format.size.columns - 2 * margin} {
  draw_heading(surroundings.title, surroundings.status);
  draw_message(surroundings.message);
  draw_keys(surroundings.mode, surroundings.allows);
}

// Takes the longest status text that leaves some room for the title.
void ScreenLayout::draw_heading(const Line& title, const std::vector<Line>& status) {
  const int columns = frame_.size().columns - 2 * margin;
  const int wanted = std::min(frame_.width_of(title), std::max(columns / 3, 12));
  const Line* right = nullptr;
  for (const auto& each : status)
    if (!right || frame_.width_of(*right) + 2 + wanted > columns) right = &each;
  const int taken = right ? std::min(frame_.width_of(*right), columns) : 0;
  frame_.put(0, margin, title, columns - taken - (taken > 0 ? 2 : 0));
  if (right) frame_.put(0, margin + columns - taken, *right, taken);
  draw_rule(frame_, 1);
}

void ScreenLayout::draw_message(const Message& message) {
  if (message.text.empty()) return;
  auto lines = wrap(message.text, std::max(frame_.size().columns - 2 * margin - (frame_.ascii() ? 2 : 0), 8));
  const int rows = std::min(static_cast<int>(lines.size()), most_message_rows);
  // Lines that do not fit join the last row, which the frame cuts with an ellipsis.
  for (std::size_t i = most_message_rows; i < lines.size(); ++i)
    lines[most_message_rows - 1] += " " + lines[i];
  if (rows > 1) take_bottom(rows - 1);
  for (int i = 0; i < rows; ++i)
    frame_.put(frame_.size().rows - 1 - rows + i, margin,
               {{lines[static_cast<std::size_t>(i)], message.style}}, frame_.size().columns - 2 * margin);
}

void ScreenLayout::draw_keys(InputMode mode, const Allows& allows) {
  const int row = frame_.size().rows - 1, columns = frame_.size().columns - 2 * margin;
  const auto keys = keys_line(mode, allows, columns);
  frame_.put(row, margin, keys.line, columns);
  for (const auto& key : keys.keys)
    frame_.on_click({row, margin + key.column, 1, key.columns}, KeyPress{key.key});
}

Area ScreenLayout::take_top(int rows) {
  rows = std::min(rows, std::max(body_.rows - 1, 0));
  const Area taken{body_.row, body_.column, rows, body_.columns};
  body_.row += rows;
  body_.rows -= rows;
  return taken;
}

Area ScreenLayout::take_bottom(int rows) {
  rows = std::min(rows, std::max(body_.rows - 1, 0));
  body_.rows -= rows;
  return {body_.row + body_.rows, body_.column, rows, body_.columns};
}

bool is_too_small(ScreenFormat format) {
  return format.size.rows < smallest.rows || format.size.columns < smallest.columns;
}

Frame too_small_frame(ScreenFormat format) {
  const auto& size = format.size;
  Frame frame{size, format.ascii};
  const auto lines = wrap(
      fmt::format("Too small: viva needs {} columns and {} rows, and this has {} and {}. Nothing is lost. "
                  "Ctrl-C leaves.",
                  smallest.columns, smallest.rows, size.columns, size.rows),
      size.columns);
  for (int i = 0; i < std::min(size.rows, static_cast<int>(lines.size())); ++i)
    frame.put(i, 0, {{lines[static_cast<std::size_t>(i)], Style::warn}}, size.columns);
  return frame;
}

Message warning(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  if (!text.ends_with('.')) text += '.';
  return {std::move(text), Style::warn};
}

void draw_rule(Frame& frame, int row) {
  std::string rule;
  for (int i = 0; i < frame.size().columns; ++i) rule += "─";
  frame.put(row, 0, {{rule, Style::dim}}, frame.size().columns);
}

int prose_columns(int columns) { return std::min(columns, 90); }

}  // namespace viva
