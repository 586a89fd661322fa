// Where output goes: how wide it is, whether it takes colour and Unicode, and through which pager.
#pragma once

#include <string_view>

#include "cli/options.hpp"
#include "render/page.hpp"

namespace viva {

class Terminal {
 public:
  explicit Terminal(const Options& options);

  int width() const;                                 // columns now; a window can be resized
  int prose() const;                                 // columns for running text
  bool interactive() const { return interactive_; }  // someone types and reads
  bool takes_escapes() const { return escapes_; }    // escape sequences do what they should
  bool takes_full_screen() const { return interactive_ && escapes_; }
  bool is_ascii() const { return palette_.ascii; }
  Palette palette() const { return palette_; }

  // To standard output. Long text goes through the pager where print_paged is called and it is a terminal.
  void print(const Page& page) const;
  void print_paged(const Page& page) const;
  void print(std::string_view text) const;        // lines of any text
  void write(std::string_view text) const;        // bytes already safe for a terminal
  void write_paged(std::string_view text) const;  // the same

  // Wraps `text` to prose().
  void say(std::string_view text, Style style = Style::plain) const;

  // To standard error. `text` may come from anywhere; its lines are made printable.
  void complain(std::string_view text) const;

  // Throws Error where what was written did not reach its destination. A closed pipe is no error.
  void flush() const;

 private:
  int wanted_width_;  // 0: the terminal's
  bool escapes_ = false;
  bool paged_ = false;
  bool interactive_ = false;
  Palette palette_;
};

}  // namespace viva
