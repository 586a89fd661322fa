#include "tui/terminal/full_screen.hpp"

#include <curses.h>
#include <langinfo.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <utility>

#include "tui/terminal/terminal_text.hpp"
#include "tui/terminal/terminfo.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// Pastes in brackets; clicks and the wheel, told in digits. We read these ourselves: of an event that is not
// asked for curses would wait for the next, whatever was said of waiting.
constexpr std::string_view paste_on = "\x1b[?2004h", paste_off = "\x1b[?2004l";
constexpr std::string_view mouse_on = "\x1b[?1000h\x1b[?1006h", mouse_off = "\x1b[?1006l\x1b[?1000l";

// Codes of our own for sequences that terminfo does not tell of; those after KEY_MAX are for the ones that
// only some terminals have.
constexpr int own_codes = KEY_MAX + 1000;
enum Code { paste_begin = own_codes, paste_end, ctrl_left, ctrl_right, ctrl_home, ctrl_end };

struct Sequence {
  const char* bytes;
  int code;
};

constexpr std::array sequences{
    Sequence{"\x1b[200~", paste_begin}, Sequence{"\x1b[201~", paste_end}, Sequence{"\x1b[1;5D", ctrl_left},
    Sequence{"\x1b[1;5C", ctrl_right},  Sequence{"\x1b[1;5H", ctrl_home}, Sequence{"\x1b[1;5F", ctrl_end},
    Sequence{"\x1b[A", KEY_UP},         Sequence{"\x1b[B", KEY_DOWN},     Sequence{"\x1b[C", KEY_RIGHT},
    Sequence{"\x1b[D", KEY_LEFT},       Sequence{"\x1bOA", KEY_UP},       Sequence{"\x1bOB", KEY_DOWN},
    Sequence{"\x1bOC", KEY_RIGHT},      Sequence{"\x1bOD", KEY_LEFT},     Sequence{"\x1b[H", KEY_HOME},
    Sequence{"\x1bOH", KEY_HOME},       Sequence{"\x1b[1~", KEY_HOME},    Sequence{"\x1b[F", KEY_END},
    Sequence{"\x1bOF", KEY_END},        Sequence{"\x1b[4~", KEY_END},     Sequence{"\x1b[3~", KEY_DC},
    Sequence{"\x1b[5~", KEY_PPAGE},     Sequence{"\x1b[6~", KEY_NPAGE},   Sequence{"\x1bOP", KEY_F(1)}};

struct Name {
  int code;
  const char* name;
};

constexpr std::array names{Name{KEY_UP, "Up"},           Name{KEY_DOWN, "Down"},
                           Name{KEY_LEFT, "Left"},       Name{KEY_RIGHT, "Right"},
                           Name{KEY_HOME, "Home"},       Name{KEY_END, "End"},
                           Name{KEY_PPAGE, "PageUp"},    Name{KEY_NPAGE, "PageDown"},
                           Name{KEY_DC, "Delete"},       Name{KEY_BACKSPACE, "Backspace"},
                           Name{KEY_ENTER, "Enter"},     Name{KEY_F(1), "F1"},
                           Name{ctrl_left, "Ctrl-Left"}, Name{ctrl_right, "Ctrl-Right"},
                           Name{ctrl_home, "Ctrl-Home"}, Name{ctrl_end, "Ctrl-End"}};

constexpr char escape = '\x1b', interrupt = '\x03';

// Curses gives keys as codes beyond these.
bool is_byte(int input) { return input >= 0 && input <= 0xFF; }

bool continues(char byte) { return (byte & 0xC0) == 0x80; }

std::size_t bytes_of_character(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// Of the key that types this character.
std::string name_of(const std::string& character) {
  const char first = character.front();
  if (character.size() > 1) return character;
  switch (first) {
    case '\t': return "Tab";
    case '\n':
    case '\r': return "Enter";
    case '\b':
    case 0x7F: return "Backspace";
    case ' ': return "Space";
    default: break;
  }
  if (first < 0x20) return std::string{"Ctrl-"} + static_cast<char>(first + '@');
  return character;
}

attr_t attributes(const Cell& cell) {
  attr_t all = cell.reversed ? A_REVERSE : A_NORMAL;
  if (cell.style == Style::strong || cell.style == Style::accent) all |= A_BOLD;
  if (cell.style == Style::dim) all |= A_DIM;
  return all;
}

// Pairs of the theme's own colours on its own background. Cyan and yellow can hardly be read on white, nor
// blue on black: what is most to be read has weight instead.
constexpr std::array colours{std::pair{Style::good, COLOR_GREEN}, std::pair{Style::warn, COLOR_MAGENTA},
                             std::pair{Style::bad, COLOR_RED}};

short pair_of(Style style) {
  for (std::size_t i = 0; i < colours.size(); ++i)
    if (colours[i].first == style) return static_cast<short>(i + 1);
  return 0;
}

void write_now(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

// What follows in the same breath; ERR where nothing does.
int next_soon() {
  constexpr int milliseconds_apart = 25;
  const int next = ::getch();
  pollfd input{STDIN_FILENO, POLLIN, 0};
  return next == ERR && ::poll(&input, 1, milliseconds_apart) > 0 ? ::getch() : next;
}

std::optional<Stroke> key_of_final(char byte) {
  constexpr std::array keys{std::pair{'A', "Up"},   std::pair{'B', "Down"}, std::pair{'C', "Right"},
                            std::pair{'D', "Left"}, std::pair{'H', "Home"}, std::pair{'F', "End"}};
  for (const auto& [final_byte, name] : keys)
    if (byte == final_byte) return Press{name};
  return std::nullopt;
}

// Has the terminal gone away? Then it can be read without end, but has nothing.
bool is_gone() {
  int bytes = 0;
  return ::ioctl(STDIN_FILENO, FIONREAD, &bytes) != 0 || bytes == 0;
}

// What curses prints characters by. Where the locale that is named is not installed, any in UTF-8 will do.
void set_locale(bool ascii) {
  std::setlocale(LC_CTYPE, "");
  if (ascii || std::strcmp(::nl_langinfo(CODESET), "UTF-8") == 0) return;
  for (const char* name : {"C.UTF-8", "en_US.UTF-8"})
    if (std::setlocale(LC_CTYPE, name)) return;
}

}  // namespace

std::unique_ptr<FullScreen> FullScreen::open(Manner manner) {
  std::fflush(stdout);
  set_locale(manner.ascii);
  if (!has_free_cursor()) return nullptr;
  std::unique_ptr<FullScreen> screen{new FullScreen{manner}};
  return screen->curses_ ? std::move(screen) : nullptr;
}

// Curses sets no handlers where others are set already.
FullScreen::FullScreen(Manner manner)
    : manner_(manner), signals_({SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGWINCH}) {
  curses_ = ::newterm(nullptr, stdout, stdin);
  if (!curses_) return;
  ::set_term(curses_);
  ::raw();
  ::noecho();
  ::nonl();
  ::keypad(stdscr, TRUE);
  ::nodelay(stdscr, TRUE);
  ::set_escdelay(25);
  has_mouse_ = take_over_mouse();
  for (const auto& [bytes, code] : sequences) ::define_key(bytes, code);
  if (manner.colour && ::has_colors() && ::start_color() == OK && ::use_default_colors() == OK) {
    has_colours_ = true;
    for (const auto& [style, colour] : colours) ::init_pair(pair_of(style), static_cast<short>(colour), -1);
  }
  enter();
}

FullScreen::~FullScreen() {
  if (!curses_) return;
  leave();
  ::delscreen(curses_);
}

void FullScreen::enter() {
  resize();
  ::erase();
  ::refresh();
  write_now(paste_on);
  if (has_mouse_) write_now(mouse_on);
}

void FullScreen::leave() {
  if (has_mouse_) write_now(mouse_off);
  write_now(paste_off);
  ::endwin();
}

void FullScreen::resize() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
    ::resizeterm(size.ws_row, size.ws_col);
  redraw();
}

void FullScreen::redraw() {
  ::clearok(stdscr, TRUE);
  shown_.reset();
}

Look FullScreen::look() const {
  int rows = 0, columns = 0;
  getmaxyx(stdscr, rows, columns);
  if (manner_.most_columns > 0) columns = std::min(columns, manner_.most_columns);
  return {{rows, columns}, manner_.ascii};
}

void FullScreen::show(const Frame& frame) {
  if (!shown_ || shown_->size() != frame.size()) ::erase();
  for (int row = 0; row < frame.size().rows; ++row)
    if (!shown_ || shown_->size() != frame.size() || shown_->row(row) != frame.row(row)) draw_row(frame, row);
  ::curs_set(frame.cursor() ? 1 : 0);
  if (const auto& cursor = frame.cursor())
    ::move(cursor->first, cursor->second);
  else
    ::move(frame.size().rows - 1, 0);
  ::refresh();
  shown_ = frame;
}

void FullScreen::draw_row(const Frame& frame, int row) {
  const auto& cells = frame.row(row);
  for (std::size_t column = 0; column < cells.size(); ++column) {
    const auto& cell = cells[column];
    if (cell.text.empty()) continue;
    const bool wide = column + 1 < cells.size() && cells[column + 1].text.empty();
    const short pair = has_colours_ ? pair_of(cell.style) : short{0};
    for (int at = static_cast<int>(column); const auto& part : terminal_cells(cell.text, wide ? 2 : 1)) {
      cchar_t shown;
      ::setcchar(&shown, part.c_str(), attributes(cell), pair, nullptr);
      ::mvadd_wch(row, at++, &shown);
    }
  }
}

std::optional<Stroke> FullScreen::wait(milliseconds patience) {
  constexpr milliseconds longest_paste_pause{1000};
  auto end = Clock::now() + patience;
  for (;;) {
    if (auto stroke = read()) return stroke;
    if (pasting_) end = Clock::now() + longest_paste_pause;
    const auto left = std::max<Clock::duration>(end - Clock::now(), Clock::duration::zero());
    const auto awaited = signals_.wait(left);
    if (auto stroke = signalled()) return stroke;
    if (signals_.came(SIGWINCH)) {
      resize();
      return std::nullopt;
    }
    if (awaited == SignalWatch::Awaited::nothing) return pasted_so_far();
    if (awaited == SignalWatch::Awaited::signal || !is_gone()) continue;
    signals_.hung_up();
    return Press{"Ctrl-C"};
  }
}

std::optional<Stroke> FullScreen::signalled() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP})
    if (signals_.came(signal)) return Press{"Ctrl-C"};
  if (signals_.came(SIGTSTP)) return Press{"Ctrl-Z"};
  return std::nullopt;
}

// The next stroke that is there already. What means nothing is passed over.
std::optional<Stroke> FullScreen::read() {
  for (;;) {
    const int input = ::getch();
    if (input == ERR) return std::nullopt;
    const auto stroke = is_byte(input) ? read_byte(static_cast<char>(input)) : read_code(input);
    if (stroke) return stroke;
  }
}

std::optional<Stroke> FullScreen::read_code(int code) {
  if (code == paste_begin) pasting_ = true;
  if (code == paste_end && pasting_) return pasted();
  if (pasting_) return std::nullopt;
  const auto known = std::ranges::find(names, code, &Name::code);
  if (known == names.end()) return std::nullopt;
  return Press{known->name};
}

// A character may come in pieces, which curses would not put together.
std::optional<Stroke> FullScreen::read_byte(char byte) {
  if (byte == escape && !pasting_) return read_escape();
  if (pasting_ && std::exchange(stalled_, false) && byte == interrupt) pasting_ = false;
  if (!continues(byte)) character_.clear();
  character_ += byte;
  if (character_.size() < bytes_of_character(character_.front())) return std::nullopt;
  const auto text = std::exchange(character_, {});
  if (find_invalid_utf8(text) != std::string::npos) return std::nullopt;
  const auto name = (std::exchange(alt_, false) ? "Alt-" : "") + name_of(text);
  if (!pasting_) return Press{name};
  paste_ += text;
  return std::nullopt;
}

// The key itself, the beginning of one with Alt, or of a sequence that curses does not know.
std::optional<Stroke> FullScreen::read_escape() {
  const int next = next_soon();
  if (next == ERR) return Press{"Esc"};
  if (next == '[' || next == 'O') return read_sequence(static_cast<char>(next));
  ::ungetch(next);
  if (!is_byte(next) || next == escape) return Press{"Esc"};
  alt_ = true;
  return std::nullopt;
}

// To its end, so that no part of it is taken for keys. Of those with Shift, Alt or Ctrl only the key counts.
std::optional<Stroke> FullScreen::read_sequence(char introducer) {
  std::string parameters;
  for (int next = next_soon(); is_byte(next); next = next_soon()) {
    const char byte = static_cast<char>(next);
    const bool ends = byte >= '@' && byte <= '~' && !(byte == '[' && parameters.empty());
    if (!ends) {
      parameters += byte;
      continue;
    }
    if (parameters.starts_with('<') || byte == 'M') return read_mouse(parameters, byte == 'M');
    const bool cursor_key = introducer == 'O' || parameters.starts_with("1;");
    return cursor_key ? key_of_final(byte) : std::nullopt;
  }
  return std::nullopt;
}

// "<button;column;row", from 1; or all of it in three bytes more, as older terminals tell it.
std::optional<Stroke> FullScreen::read_mouse(const std::string& parameters, bool pressed) {
  constexpr int offset = 32, modifiers = 4 | 8 | 16, wheel_up = 64, wheel_down = 65;
  int button = 0, column = 0, row = 0;
  if (parameters.empty()) {
    for (int* part : {&button, &column, &row}) *part = (next_soon() & 0xFF) - offset;
  } else if (std::sscanf(parameters.c_str(), "<%d;%d;%d", &button, &column, &row) != 3) {
    return std::nullopt;
  }
  button &= ~modifiers;
  if (button == wheel_up) return Press{"WheelUp"};
  if (button == wheel_down) return Press{"WheelDown"};
  if (button != 0 || !pressed || !shown_) return std::nullopt;
  return shown_->clicked(row - 1, column - 1);
}

Stroke FullScreen::pasted() {
  pasting_ = false;
  return Paste{std::exchange(paste_, {})};
}

// A paste may stall. Where its end is lost, Ctrl-C still is no text.
std::optional<Stroke> FullScreen::pasted_so_far() {
  stalled_ = pasting_;
  if (paste_.empty()) return std::nullopt;
  return Paste{std::exchange(paste_, {})};
}

void FullScreen::suspend() {
  leave();
  signals_.stop();
  enter();
}

FullScreen::Lent::Lent(FullScreen& screen) : screen_(screen) { screen_.leave(); }

FullScreen::Lent::~Lent() {
  screen_.signals_.forget({SIGINT, SIGTSTP});
  screen_.enter();
}

}  // namespace viva
