// Part of terminals.hpp: the terminal of libvterm, which editors have in them.
#include <utf8proc.h>
#include <vterm.h>

#include <array>

#include "tui/terminal/terminals.hpp"

namespace viva::test {
namespace {

class Libvterm : public AnyTerminal {
 public:
  explicit Libvterm(Size size) : size_{size}, terminal_{::vterm_new(size.rows, size.columns)} {
    ::vterm_set_utf8(terminal_, 1);
    screen_ = ::vterm_obtain_screen(terminal_);
    ::vterm_screen_enable_altscreen(screen_, 1);
    ::vterm_screen_reset(screen_, 1);
  }

  ~Libvterm() override { ::vterm_free(terminal_); }

  Libvterm(const Libvterm&) = delete;
  Libvterm& operator=(const Libvterm&) = delete;

  std::string name() const override { return "libvterm"; }
  const char* terminfo() const override { return "xterm-256color"; }
  void feed(std::string_view bytes) override { ::vterm_input_write(terminal_, bytes.data(), bytes.size()); }
  int cursor_row() override { return cursor().row; }
  int cursor_column() override { return cursor().col; }

  std::string row(int row) override {
    std::string text;
    for (int column = 0; column < size_.columns; ++column) {
      VTermScreenCell cell{};
      ::vterm_screen_get_cell(screen_, {row, column}, &cell);
      if (cell.chars[0] == 0) text += ' ';
      for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0; ++i) append(text, cell.chars[i]);
      column += cell.width - 1;
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
  }

 private:
  VTermPos cursor() const {
    VTermPos place{};
    ::vterm_state_get_cursorpos(::vterm_obtain_state(terminal_), &place);
    return place;
  }

  static void append(std::string& text, std::uint32_t code_point) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes.data());
    text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
  }

  Size size_;
  VTerm* terminal_;
  VTermScreen* screen_ = nullptr;
};

}  // namespace

std::unique_ptr<AnyTerminal> libvterm(Size size) { return std::make_unique<Libvterm>(size); }

}  // namespace viva::test
