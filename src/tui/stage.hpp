// What every full screen has: a heading above, then the body, a message, and on the last line the keys that
// work now.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "render/page.hpp"
#include "tui/frame.hpp"
#include "tui/key_table.hpp"

namespace viva {

inline constexpr Size smallest{12, 40};

// Something to be told once; gone with the next key.
struct Message {
  std::string text;
  Style style = Style::plain;
};

// Where text was pasted and there is nothing to write it to.
inline Message not_a_command() { return {"What was pasted is no command: nothing was done.", Style::warn}; }

// "there is nothing to take back" as a sentence.
Message warning(std::string text);

inline Message to_message(Span span) { return {std::move(span.text), span.style}; }

// How large a frame has to be, and whether it may hold more than ASCII.
struct Look {
  Size size;
  bool ascii = false;
};

class Stage {
 public:
  // Draws heading, message and keys. `right` is cut last; `rights` are the same with fewer and fewer words.
  Stage(Look look, const Line& left, const std::vector<Line>& rights, const Message& message, Scene scene,
        const Allows& allows);

  Frame& frame() { return frame_; }
  const Area& body() const { return body_; }
  // Rows for something fixed at the body's lower end.
  Area take_bottom(int rows);
  Area take_top(int rows);

 private:
  void draw_heading(const Line& left, const std::vector<Line>& rights);
  void draw_message(const Message& message);
  void draw_keys(Scene scene, const Allows& allows);

  Frame frame_;
  Area body_;
};

// Says so, where the screen is too small to work with.
std::optional<Frame> too_small(Look look);

// A line across the screen.
void draw_rule(Frame& frame, int row);

// Columns for running text in a body of so many.
int prose_columns(int columns);

}  // namespace viva
