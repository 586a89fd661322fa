// The parts of every full screen: a heading at the top, the body, a message, and on the last line the keys
// that work now.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "render/page.hpp"
#include "tui/frame.hpp"
#include "tui/key_table.hpp"

namespace viva {

// What a terminal can show: the size of a frame, and whether it is limited to ASCII.
struct ScreenFormat {
  Size size;
  bool ascii = false;
};

inline constexpr Size smallest{12, 40};

bool is_too_small(ScreenFormat format);

// A frame that says the screen is too small.
Frame too_small_frame(ScreenFormat format);

// Something to tell the candidate on the line above the keys.
struct Message {
  std::string text;
  Style style = Style::plain;
};

// "there is nothing to take back" as a sentence, in the style of a warning.
Message warning(std::string text);

inline Message to_message(Span span) { return {std::move(span.text), span.style}; }

class ScreenLayout {
 public:
  // What surrounds the body.
  struct Surroundings {
    Line title;                // upper left
    std::vector<Line> status;  // upper right: one text in shorter and shorter words
    Message message;
    InputMode mode;  // whose keys the last line names
    Allows allows;
  };

  ScreenLayout(ScreenFormat format, const Surroundings& surroundings);

  Frame& frame() { return frame_; }
  const Area& body() const { return body_; }

  // Takes rows from the body's upper or lower end, for something that does not scroll. At least one row of
  // the body is left.
  Area take_top(int rows);
  Area take_bottom(int rows);

 private:
  void draw_heading(const Line& title, const std::vector<Line>& status);
  void draw_message(const Message& message);
  void draw_keys(InputMode mode, const Allows& allows);

  Frame frame_;
  Area body_;
};

// Draws a line across the whole screen.
void draw_rule(Frame& frame, int row);

// How many columns running text takes in a body of so many columns.
int prose_columns(int columns);

}  // namespace viva
