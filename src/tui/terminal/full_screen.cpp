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

#include "render/look.hpp"
#include "tui/terminal/direct_text.hpp"
#include "tui/terminal/terminal_text.hpp"
#include "tui/terminal/terminfo.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// These make the terminal report clicks and the wheel in digits. viva reads the reports itself: after an
// event that nobody asked for, curses waits for another one, even in its mode without waiting.
constexpr std::string_view mouse_on = "\x1b[?1000h\x1b[?1006h", mouse_off = "\x1b[?1006l\x1b[?1000l";

// Codes for sequences that terminfo does not know. Curses gives its own codes beyond KEY_MAX to keys that
// only some terminals have, so these are further up.
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

struct NamedKey {
  int code;
  const char* name;
};

constexpr std::array named_keys{NamedKey{KEY_UP, "Up"},           NamedKey{KEY_DOWN, "Down"},
                                NamedKey{KEY_LEFT, "Left"},       NamedKey{KEY_RIGHT, "Right"},
                                NamedKey{KEY_HOME, "Home"},       NamedKey{KEY_END, "End"},
                                NamedKey{KEY_PPAGE, "PageUp"},    NamedKey{KEY_NPAGE, "PageDown"},
                                NamedKey{KEY_DC, "Delete"},       NamedKey{KEY_BACKSPACE, "Backspace"},
                                NamedKey{KEY_ENTER, "Enter"},     NamedKey{KEY_F(1), "F1"},
                                NamedKey{ctrl_left, "Ctrl-Left"}, NamedKey{ctrl_right, "Ctrl-Right"},
                                NamedKey{ctrl_home, "Ctrl-Home"}, NamedKey{ctrl_end, "Ctrl-End"}};

constexpr char escape = '\x1b', interrupt = '\x03';

// Curses gives keys as codes above all bytes.
bool is_byte(int input) { return input >= 0 && input <= 0xFF; }

bool continues(char byte) { return (byte & 0xC0) == 0x80; }

std::size_t bytes_of_character(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// The name of the key that types this character.
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
  const auto look = look_of(cell.style);
  attr_t all = cell.reversed ? A_REVERSE : A_NORMAL;
  if (look.bold) all |= A_BOLD;
  if (look.dim) all |= A_DIM;
#ifdef A_ITALIC
  if (look.italic) all |= A_ITALIC;
#endif
  return all;
}

// The pair of a colour has its number. 0 is the terminal's own pair.
constexpr std::array colours{Colour::red, Colour::green, Colour::magenta};

short pair_of(Colour colour) { return colour == Colour::own ? short{0} : static_cast<short>(colour); }

int columns_at(const std::vector<Cell>& cells, std::size_t column) {
  auto end = column + 1;
  while (end < cells.size() && cells[end].text.empty()) ++end;
  return static_cast<int>(end - column);
}

bool has_direct_text(const std::vector<Cell>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (!cells[i].text.empty() && !curses_character(cells[i].text, columns_at(cells, i))) return true;
  return false;
}

void write_now(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

// The next byte or key of the same sequence; ERR where none follows at once.
int next_soon() {
  constexpr int milliseconds_apart = 25;
  const int next = ::getch();
  pollfd input{STDIN_FILENO, POLLIN, 0};
  return next == ERR && ::poll(&input, 1, milliseconds_apart) > 0 ? ::getch() : next;
}

std::optional<InputEvent> key_of_final(char byte) {
  constexpr std::array keys{std::pair{'A', "Up"},   std::pair{'B', "Down"}, std::pair{'C', "Right"},
                            std::pair{'D', "Left"}, std::pair{'H', "Home"}, std::pair{'F', "End"}};
  for (const auto& [final_byte, name] : keys)
    if (byte == final_byte) return KeyPress{name};
  return std::nullopt;
}

// Has the terminal gone away? Then it is always ready to be read, but there is nothing to read.
bool is_gone() {
  int bytes = 0;
  return ::ioctl(STDIN_FILENO, FIONREAD, &bytes) != 0 || bytes == 0;
}

// Curses needs a locale to print characters. Any in UTF-8 will do where the one that is set is not installed.
void set_locale(bool ascii) {
  std::setlocale(LC_CTYPE, "");
  if (ascii || std::strcmp(::nl_langinfo(CODESET), "UTF-8") == 0) return;
  for (const char* name : {"C.UTF-8", "en_US.UTF-8"})
    if (std::setlocale(LC_CTYPE, name)) return;
}

}  // namespace

std::unique_ptr<FullScreen> FullScreen::open(Settings settings) {
  std::fflush(stdout);
  set_locale(settings.ascii);
  if (!can_position_cursor()) return nullptr;
  std::unique_ptr<FullScreen> screen{new FullScreen{settings}};
  return screen->curses_ ? std::move(screen) : nullptr;
}

// Curses leaves signals alone that have a handler, so signals_ sets its handlers first.
FullScreen::FullScreen(Settings settings)
    : settings_(settings), signals_({SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGWINCH}) {
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
  if (settings.colour && ::has_colors() && ::start_color() == OK && ::use_default_colors() == OK) {
    has_colours_ = true;
    for (const auto colour : colours) ::init_pair(pair_of(colour), pair_of(colour), -1);
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
  write_now(mark_pastes);
  if (has_mouse_) write_now(mouse_on);
}

void FullScreen::leave() {
  if (has_mouse_) write_now(mouse_off);
  write_now(do_not_mark_pastes);
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

ScreenFormat FullScreen::format() const {
  int rows = 0, columns = 0;
  getmaxyx(stdscr, rows, columns);
  if (settings_.most_columns > 0) columns = std::min(columns, settings_.most_columns);
  return {{rows, columns}, settings_.ascii};
}

void FullScreen::show(const Frame& frame) {
  DirectText direct;
  if (!shown_ || shown_->size() != frame.size()) ::erase();
  for (int row = 0; row < frame.size().rows; ++row)
    if (!shown_ || shown_->size() != frame.size() || shown_->row(row) != frame.row(row))
      draw_row(frame, row, direct);
  ::curs_set(frame.cursor() ? 1 : 0);
  const auto [row, column] = frame.cursor().value_or(std::pair{frame.size().rows - 1, 0});
  ::move(row, column);
  ::refresh();
  direct.write(row, column);
  shown_ = frame;
}

// Curses does not know what was written past it, so it writes such a row anew as a whole.
void FullScreen::draw_row(const Frame& frame, int row, DirectText& direct) {
  if (shown_ && row < shown_->size().rows && has_direct_text(shown_->row(row))) ::wredrawln(stdscr, row, 1);
  const auto& cells = frame.row(row);
  for (std::size_t column = 0; column < cells.size(); ++column) {
    const auto& cell = cells[column];
    if (cell.text.empty()) continue;
    const short pair = has_colours_ ? pair_of(look_of(cell.style).colour) : short{0};
    const int columns = columns_at(cells, column), at = static_cast<int>(column);
    const auto character = curses_character(cell.text, columns);
    cchar_t shown;
    ::setcchar(&shown, character ? character->c_str() : L" ", attributes(cell), pair, nullptr);
    ::mvadd_wch(row, at, &shown);
    for (int more = 1; !character && more < columns; ++more) ::mvadd_wch(row, at + more, &shown);
    if (!character) direct.add(row, at, cell.text, attributes(cell), pair);
  }
}

std::optional<InputEvent> FullScreen::wait(milliseconds patience) {
  constexpr milliseconds longest_paste_pause{1000};
  auto end = Clock::now() + patience;
  for (;;) {
    if (auto event = read()) return event;
    if (pasting_) end = Clock::now() + longest_paste_pause;
    const auto left = std::max<Clock::duration>(end - Clock::now(), Clock::duration::zero());
    const auto awaited = signals_.wait(left);
    if (auto event = signalled()) return event;
    if (signals_.came(SIGWINCH)) {
      resize();
      return std::nullopt;
    }
    if (awaited == SignalWatch::Awaited::nothing) return pasted_so_far();
    if (awaited == SignalWatch::Awaited::signal || !is_gone()) continue;
    signals_.hung_up();
    return KeyPress{"Ctrl-C"};
  }
}

std::optional<InputEvent> FullScreen::signalled() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP})
    if (signals_.came(signal)) return KeyPress{"Ctrl-C"};
  if (signals_.came(SIGTSTP)) return KeyPress{"Ctrl-Z"};
  return std::nullopt;
}

// The next event among what was typed already. Skips what means nothing.
std::optional<InputEvent> FullScreen::read() {
  for (;;) {
    const int input = ::getch();
    if (input == ERR) return std::nullopt;
    const auto event = is_byte(input) ? read_byte(static_cast<char>(input)) : read_code(input);
    if (event) return event;
  }
}

std::optional<InputEvent> FullScreen::read_code(int code) {
  if (code == paste_begin) pasting_ = true;
  if (code == paste_end && pasting_) return pasted();
  if (pasting_) return std::nullopt;
  const auto known = std::ranges::find(named_keys, code, &NamedKey::code);
  if (known == named_keys.end()) return std::nullopt;
  return KeyPress{known->name};
}

// Puts the bytes of a character together, which curses would not do.
std::optional<InputEvent> FullScreen::read_byte(char byte) {
  if (byte == escape && !pasting_) return read_escape();
  if (pasting_ && std::exchange(stalled_, false) && byte == interrupt) pasting_ = false;
  if (!continues(byte)) character_.clear();
  character_ += byte;
  if (character_.size() < bytes_of_character(character_.front())) return std::nullopt;
  const auto text = std::exchange(character_, {});
  if (find_invalid_utf8(text) != std::string::npos) return std::nullopt;
  const auto name = (std::exchange(alt_, false) ? "Alt-" : "") + name_of(text);
  if (!pasting_) return KeyPress{name};
  paste_ += text;
  return std::nullopt;
}

// Escape is the key itself, the beginning of a key with Alt, or of a sequence that curses does not know.
std::optional<InputEvent> FullScreen::read_escape() {
  const int next = next_soon();
  if (next == ERR) return KeyPress{"Esc"};
  if (next == '[' || next == 'O') return read_sequence(static_cast<char>(next));
  ::ungetch(next);
  if (!is_byte(next) || next == escape) return KeyPress{"Esc"};
  alt_ = true;
  return std::nullopt;
}

// Reads the sequence to its end, so that no part of it is taken for keys. Shift, Alt and Ctrl are ignored.
std::optional<InputEvent> FullScreen::read_sequence(char introducer) {
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

// "<button;column;row", counted from 1. Older terminals send the three as bytes after the sequence instead.
std::optional<InputEvent> FullScreen::read_mouse(const std::string& parameters, bool pressed) {
  constexpr int offset = 32, modifiers = 4 | 8 | 16, wheel_up = 64, wheel_down = 65;
  int button = 0, column = 0, row = 0;
  if (parameters.empty()) {
    for (int* part : {&button, &column, &row}) *part = (next_soon() & 0xFF) - offset;
  } else if (std::sscanf(parameters.c_str(), "<%d;%d;%d", &button, &column, &row) != 3) {
    return std::nullopt;
  }
  button &= ~modifiers;
  if (button == wheel_up) return KeyPress{"WheelUp"};
  if (button == wheel_down) return KeyPress{"WheelDown"};
  if (button != 0 || !pressed || !shown_) return std::nullopt;
  return shown_->clicked(row - 1, column - 1);
}

InputEvent FullScreen::pasted() {
  pasting_ = false;
  return Paste{std::exchange(paste_, {})};
}

// Gives what has come of a paste that stalled. If its end was lost, Ctrl-C must still work.
std::optional<InputEvent> FullScreen::pasted_so_far() {
  stalled_ = pasting_;
  if (paste_.empty()) return std::nullopt;
  return Paste{std::exchange(paste_, {})};
}

void FullScreen::suspend() {
  leave();
  signals_.stop();
  enter();
}

FullScreen::TerminalRelease::TerminalRelease(FullScreen& screen) : screen_(screen) { screen_.leave(); }

FullScreen::TerminalRelease::~TerminalRelease() {
  screen_.signals_.forget({SIGINT, SIGTSTP});
  screen_.enter();
}

}  // namespace viva
