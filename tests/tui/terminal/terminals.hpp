// Terminals that viva did not write: tmux, which counts columns as the system does, and libvterm, which has a
// table of its own. Each takes bytes as a program writes them, and tells what then stands where. Rows and
// columns count from 0.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "tui/frame.hpp"

namespace viva::test {

class AnyTerminal {
 public:
  virtual ~AnyTerminal() = default;

  virtual std::string name() const = 0;
  virtual const char* terminfo() const = 0;
  virtual void feed(std::string_view bytes) = 0;
  virtual int cursor_row() = 0;
  virtual int cursor_column() = 0;
  virtual std::string row(int row) = 0;  // without the spaces at its end
};

// Throws where there is no tmux.
std::unique_ptr<AnyTerminal> tmux(Size size);
std::unique_ptr<AnyTerminal> libvterm(Size size);

}  // namespace viva::test
