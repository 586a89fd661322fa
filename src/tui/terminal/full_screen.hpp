// The terminal as a full screen, by curses. While this object lives, viva owns the terminal, and Ctrl-C,
// Ctrl-Z, a hang-up and a request to terminate arrive as key presses. Its destructor puts the terminal back
// as it was.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "tui/frame.hpp"
#include "tui/screen_layout.hpp"
#include "tui/terminal/signal_watch.hpp"

struct screen;  // of curses

namespace viva {

// These make the terminal mark the beginning and the end of a paste, and stop it.
inline constexpr std::string_view mark_pastes = "\x1b[?2004h", do_not_mark_pastes = "\x1b[?2004l";

class DirectText;

class FullScreen {
 public:
  struct Settings {
    bool colour = true;
    bool ascii = false;
    int most_columns = 0;  // 0: no limit but the terminal's
  };

  // Null where curses does not know the terminal, or its cursor cannot be moved freely.
  static std::unique_ptr<FullScreen> open(Settings settings);
  ~FullScreen();
  FullScreen(const FullScreen&) = delete;
  FullScreen& operator=(const FullScreen&) = delete;

  // The format that the next frame must have.
  ScreenFormat format() const;

  // Shows the frame. Writes only the rows that have changed.
  void show(const Frame& frame);

  // Waits for input. Nothing comes when the time is over or the size has changed. What a click gives is up to
  // the frame that is shown.
  std::optional<InputEvent> wait(std::chrono::milliseconds patience);

  void redraw();   // writes the whole next frame
  void suspend();  // stops viva, as Ctrl-Z does; returns after fg

  // While this object lives, another program has the terminal, and gets Ctrl-C and Ctrl-Z.
  class TerminalRelease {
   public:
    explicit TerminalRelease(FullScreen& screen);
    ~TerminalRelease();
    TerminalRelease(const TerminalRelease&) = delete;
    TerminalRelease& operator=(const TerminalRelease&) = delete;

   private:
    FullScreen& screen_;
  };

 private:
  friend class TerminalRelease;
  explicit FullScreen(Settings settings);
  void enter();
  void leave();
  void resize();
  void draw_row(const Frame& frame, int row, DirectText& direct);
  std::optional<InputEvent> signalled();
  std::optional<InputEvent> read();
  std::optional<InputEvent> read_code(int code);
  std::optional<InputEvent> read_byte(char byte);
  std::optional<InputEvent> read_escape();
  std::optional<InputEvent> read_sequence(char introducer);
  std::optional<InputEvent> read_mouse(const std::string& parameters, bool pressed);
  InputEvent pasted();
  std::optional<InputEvent> pasted_so_far();

  Settings settings_;
  ::screen* curses_ = nullptr;
  bool has_colours_ = false;
  SignalWatch signals_;
  std::optional<Frame> shown_;
  std::string character_;  // the bytes of one that is not complete yet
  bool alt_ = false;       // the next character is typed with Alt
  std::string paste_;
  bool pasting_ = false;
  bool stalled_ = false;  // no more of the paste came for a while
  bool has_mouse_ = false;
};

}  // namespace viva
