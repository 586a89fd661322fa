// Where output goes: how wide it is, whether it takes colour and Unicode, and through which pager.
#pragma once

#include <string_view>

#include "cli/options.hpp"
#include "render/page.hpp"

namespace viva {

class Terminal {
 public:
  explicit Terminal(const Options& options);

  int width() const;                                 // now: a window may change
  int prose() const;                                 // columns for running text
  bool interactive() const { return interactive_; }  // someone types and reads
  bool takes_escapes() const { return escapes_; }    // it is one that obeys them
  bool takes_full_screen() const { return interactive_ && escapes_; }
  bool is_ascii() const { return palette_.ascii; }
  Palette palette() const { return palette_; }

  // To standard output: as it is, or through the pager where that is a terminal and the text is long.
  void print(const Page& page) const;
  void print_paged(const Page& page) const;
  void print_paged(std::string_view text) const;  // lines of any text
  void print(std::string_view text) const;        // lines of any text
  void write(std::string_view text) const;        // bytes already safe for a terminal

  // Wraps `text` to prose().
  void say(std::string_view text, Style style = Style::plain) const;

  // To standard error; `text` may come from anywhere, its lines are made printable.
  void complain(std::string_view text) const;

  // Throws Error where what was written did not reach its destination (but not for a closed pipe).
  void flush() const;

 private:
  int wanted_width_;  // 0: as wide as it is
  bool escapes_ = false;
  bool paged_ = false;
  bool interactive_ = false;
  Palette palette_;
};

}  // namespace viva
