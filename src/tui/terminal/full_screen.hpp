// The terminal as a full screen, by curses. While it lives the terminal is viva's, and Ctrl-C, Ctrl-Z, a
// hang-up and a request to terminate are strokes; at the end of its life, however that comes, the terminal is
// as before.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "tui/frame.hpp"
#include "tui/stage.hpp"
#include "tui/terminal/signal_watch.hpp"

struct screen;  // of curses

namespace viva {

class FullScreen {
 public:
  struct Manner {
    bool colour = true;
    bool ascii = false;
    int most_columns = 0;  // 0: all that the terminal has
  };

  // None where the terminal cannot be driven: one that curses does not know, or without a free cursor.
  static std::unique_ptr<FullScreen> open(Manner manner);
  ~FullScreen();
  FullScreen(const FullScreen&) = delete;
  FullScreen& operator=(const FullScreen&) = delete;

  // How large a frame has to be now.
  Look look() const;

  // Puts the frame on the terminal; writes only what has changed.
  void show(const Frame& frame);

  // Waits for a stroke: none when the time is over or the size is another. A click is what the frame shown
  // makes of it.
  std::optional<Stroke> wait(std::chrono::milliseconds patience);

  void redraw();   // all of it, with the next frame
  void suspend();  // Ctrl-Z; returns after fg

  // While it lives the terminal is another program's, and so are Ctrl-C and Ctrl-Z.
  class Lent {
   public:
    explicit Lent(FullScreen& screen);
    ~Lent();
    Lent(const Lent&) = delete;
    Lent& operator=(const Lent&) = delete;

   private:
    FullScreen& screen_;
  };

 private:
  friend class Lent;
  explicit FullScreen(Manner manner);
  void enter();
  void leave();
  void resize();
  void draw_row(const Frame& frame, int row);
  std::optional<Stroke> signalled();
  std::optional<Stroke> read();
  std::optional<Stroke> read_code(int code);
  std::optional<Stroke> read_byte(char byte);
  std::optional<Stroke> read_escape();
  std::optional<Stroke> read_sequence(char introducer);
  std::optional<Stroke> read_mouse(const std::string& parameters, bool pressed);
  Stroke pasted();
  std::optional<Stroke> pasted_so_far();

  Manner manner_;
  ::screen* curses_ = nullptr;
  bool has_colours_ = false;
  SignalWatch signals_;
  std::optional<Frame> shown_;
  std::string character_;  // what has come of one
  bool alt_ = false;
  std::string paste_;
  bool pasting_ = false, stalled_ = false;
  bool has_mouse_ = false;
};

}  // namespace viva
