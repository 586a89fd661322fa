#include "tui/stage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "viva/base/text.hpp"

namespace viva {
namespace {

constexpr int margin = 1, most_message_rows = 3;

}  // namespace

Stage::Stage(Look look, const Line& left, const std::vector<Line>& rights, const Message& message,
             Scene scene, const Allows& allows)
    : frame_(look.size, look.ascii), body_{2, margin, look.size.rows - 4, look.size.columns - 2 * margin} {
  draw_heading(left, rights);
  draw_message(message);
  draw_keys(scene, allows);
}

// Of the right side the longest that leaves some room for the left one.
void Stage::draw_heading(const Line& left, const std::vector<Line>& rights) {
  const int columns = frame_.size().columns - 2 * margin;
  const int wanted = std::min(frame_.width_of(left), std::max(columns / 3, 12));
  const Line* right = nullptr;
  for (const auto& each : rights)
    if (!right || frame_.width_of(*right) + 2 + wanted > columns) right = &each;
  const int taken = right ? std::min(frame_.width_of(*right), columns) : 0;
  frame_.put(0, margin, left, columns - taken - (taken > 0 ? 2 : 0));
  if (right) frame_.put(0, margin + columns - taken, *right, taken);
  draw_rule(frame_, 1);
}

void Stage::draw_message(const Message& message) {
  if (message.text.empty()) return;
  auto lines = wrap(message.text, std::max(frame_.size().columns - 2 * margin - (frame_.ascii() ? 2 : 0), 8));
  const int rows = std::min(static_cast<int>(lines.size()), most_message_rows);
  // What is too much ends in an ellipsis.
  for (std::size_t i = most_message_rows; i < lines.size(); ++i)
    lines[most_message_rows - 1] += " " + lines[i];
  if (rows > 1) take_bottom(rows - 1);
  for (int i = 0; i < rows; ++i)
    frame_.put(frame_.size().rows - 1 - rows + i, margin,
               {{lines[static_cast<std::size_t>(i)], message.style}}, frame_.size().columns - 2 * margin);
}

void Stage::draw_keys(Scene scene, const Allows& allows) {
  const int row = frame_.size().rows - 1, columns = frame_.size().columns - 2 * margin;
  const auto keys = keys_line(scene, allows, columns);
  frame_.put(row, margin, keys.line, columns);
  for (const auto& key : keys.keys)
    frame_.on_click({row, margin + key.column, 1, key.columns}, Press{key.key});
}

Area Stage::take_bottom(int rows) {
  rows = std::min(rows, std::max(body_.rows - 1, 0));
  body_.rows -= rows;
  return {body_.row + body_.rows, body_.column, rows, body_.columns};
}

Area Stage::take_top(int rows) {
  rows = std::min(rows, std::max(body_.rows - 1, 0));
  const Area taken{body_.row, body_.column, rows, body_.columns};
  body_.row += rows;
  body_.rows -= rows;
  return taken;
}

std::optional<Frame> too_small(Look look) {
  const auto& size = look.size;
  if (size.rows >= smallest.rows && size.columns >= smallest.columns) return std::nullopt;
  Frame frame{size, look.ascii};
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
