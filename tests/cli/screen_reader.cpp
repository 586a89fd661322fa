#include "cli/screen_reader.hpp"

#include <wchar.h>  // wcwidth

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cwchar>
#include <map>
#include <span>
#include <stdexcept>
#include <utility>

namespace viva::test {
namespace {

constexpr char escape = '\x1b';

std::string without_end(std::string text, char ending) {
  text.erase(text.find_last_not_of(ending) + 1);
  return text;
}

using Numbers = std::vector<int>;

// Of a sequence: absent ones are 0, which mostly means 1.
int number(const Numbers& numbers, std::size_t at) { return at < numbers.size() ? numbers[at] : 0; }
int count(const Numbers& numbers, std::size_t at = 0) { return std::max(number(numbers, at), 1); }

Numbers numbers_in(std::string_view text) {
  Numbers all(1);
  for (const char c : text) {
    if (c == ';') all.push_back(0);
    if (c >= '0' && c <= '9') all.back() = std::min(all.back() * 10 + c - '0', 9999);
  }
  return all;
}

using Action = void (*)(Grid&, const Numbers&);

void set_region(Grid& g, const Numbers& n) {
  g.set_region(count(n) - 1, number(n, 1) > 0 ? number(n, 1) - 1 : g.rows() - 1);
}

void next_line(Grid& g, const Numbers&) {
  g.index(1);
  g.cursor().column = 0;
}

void erase_cells(Grid& g, const Numbers& n) {
  auto& cursor = g.cursor();
  cursor.wraps = false;
  g.erase(cursor.row, cursor.column, cursor.column + count(n));
}

// By what follows the escape, without the numbers.
const std::map<std::string_view, Action> actions{
    {"[A", [](Grid& g, const Numbers& n) { g.move(-count(n), 0); }},
    {"[B", [](Grid& g, const Numbers& n) { g.move(count(n), 0); }},
    {"[C", [](Grid& g, const Numbers& n) { g.move(0, count(n)); }},
    {"[D", [](Grid& g, const Numbers& n) { g.move(0, -count(n)); }},
    {"[E", [](Grid& g, const Numbers& n) { g.move(count(n), -g.columns()); }},
    {"[F", [](Grid& g, const Numbers& n) { g.move(-count(n), -g.columns()); }},
    {"[G", [](Grid& g, const Numbers& n) { g.move_to(g.cursor().row, count(n) - 1); }},
    {"[H", [](Grid& g, const Numbers& n) { g.move_to(count(n) - 1, count(n, 1) - 1); }},
    {"[f", [](Grid& g, const Numbers& n) { g.move_to(count(n) - 1, count(n, 1) - 1); }},
    {"[d", [](Grid& g, const Numbers& n) { g.move_to(count(n) - 1, g.cursor().column); }},
    {"[I", [](Grid& g, const Numbers& n) { g.tab(count(n)); }},
    {"[Z", [](Grid& g, const Numbers& n) { g.tab(-count(n)); }},
    {"[J", [](Grid& g, const Numbers& n) { g.erase_screen(number(n, 0)); }},
    {"[K", [](Grid& g, const Numbers& n) { g.erase_line(number(n, 0)); }},
    {"[X", erase_cells},
    {"[@", [](Grid& g, const Numbers& n) { g.shift_cells(-count(n)); }},
    {"[P", [](Grid& g, const Numbers& n) { g.shift_cells(count(n)); }},
    {"[L", [](Grid& g, const Numbers& n) { g.shift_lines(-count(n)); }},
    {"[M", [](Grid& g, const Numbers& n) { g.shift_lines(count(n)); }},
    {"[S", [](Grid& g, const Numbers& n) { g.scroll(count(n)); }},
    {"[T", [](Grid& g, const Numbers& n) { g.scroll(-count(n)); }},
    {"[b", [](Grid& g, const Numbers& n) { g.repeat(count(n)); }},
    {"[r", set_region},
    {"D", [](Grid& g, const Numbers&) { g.index(1); }},
    {"M", [](Grid& g, const Numbers&) { g.index(-1); }},
    {"E", next_line},
    {"7", [](Grid& g, const Numbers&) { g.save(); }},
    {"8", [](Grid& g, const Numbers&) { g.restore(); }}};

// Understood, and nothing to see: keypad, flash, questions about the terminal, its title, a cursor's shape.
const std::set<std::string_view> without_effect{"=",   ">",  "<",  "g",   "Z",   "%G",  "[c",
                                                "[?c", "[n", "[t", "[>c", "[=c", "[?n", "[i"};
// The same of modes: cursor keys, width, speed, flash, autorepeat, blinking, mouse reports, Meta.
const std::set<int> private_modes_without_effect{1, 3, 4, 5, 8, 12, 1005, 1006, 1015, 1034};

constexpr std::array<bool Style::*, 9> attributes{nullptr,        &Style::bold,      &Style::dim,
                                                  &Style::italic, &Style::underline, &Style::blink,
                                                  &Style::blink,  &Style::reverse,   &Style::hidden};

// How many codes it took; 0 when not understood.
std::size_t extended_colour(int& colour, std::span<const int> codes) {
  if (codes.size() >= 3 && codes[1] == 5) {
    colour = codes[2];
    return 3;
  }
  if (codes.size() < 5 || codes[1] != 2) return 0;
  colour = Style::rgb + (codes[2] << 16) + (codes[3] << 8) + codes[4];
  return 5;
}

std::size_t recolour(Style& style, std::span<const int> codes) {
  const bool bright = codes[0] >= 90;
  const auto code = bright ? codes[0] - 60 : codes[0];
  if (code < 30 || code > 49 || (bright && code % 10 > 7)) return 0;
  auto& colour = code < 40 ? style.foreground : style.background;
  if (code % 10 == 8) return extended_colour(colour, codes);
  colour = code % 10 == 9 ? Style::none : code % 10 + (bright ? 8 : 0);
  return 1;
}

std::size_t restyled(Style& style, std::span<const int> codes) {
  const auto code = static_cast<std::size_t>(codes[0]);
  if (code == 0) {
    style = {};
  } else if (code <= 8) {
    style.*attributes[code] = true;
  } else if (code >= 22 && code <= 28) {
    style.*attributes[code - 20] = false;
    if (code == 22) style.bold = false;
  } else if (code != 10 && code != 11) {  // linux has fonts there
    return recolour(style, codes);
  }
  return 1;
}

char style_letter(const Style& style) {
  constexpr std::string_view letters = "ruidkh";
  const std::array<bool, letters.size()> set{style.reverse, style.underline, style.italic,
                                             style.dim,     style.blink,     style.hidden};
  const auto at = std::find(set.begin(), set.end(), true) - set.begin();
  if (set.begin() + at == set.end()) return style.bold ? 'b' : '.';
  const auto letter = letters[static_cast<std::size_t>(at)];
  return style.bold ? static_cast<char>(letter - 'a' + 'A') : letter;
}

char colour_letter(const Style& style) {
  if (style.foreground == Style::none) return style.background == Style::none ? '.' : '_';
  return style.foreground < 8 ? static_cast<char>('0' + style.foreground) : '+';
}

std::string letters(const Grid::Row& row, char (*letter)(const Style&)) {
  std::string all;
  for (const auto& cell : row) all += letter(cell.style);
  return without_end(all, '.');
}

// What the set for line drawing has in the place of '_' to '~'.
constexpr std::array<std::string_view, 32> drawings{" ", "◆", "▒", "␉", "␌", "␍", "␊", "°", "±", "␤", "␋",
                                                    "┘", "┐", "┌", "└", "┼", "⎺", "⎻", "─", "⎼", "⎽", "├",
                                                    "┤", "┴", "┬", "│", "≤", "≥", "π", "≠", "£", "·"};

std::string visible(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    std::array<char, 5> code{};
    const auto byte = static_cast<unsigned char>(c);
    std::snprintf(code.data(), code.size(), byte < 0x20 || byte > 0x7e ? "\\x%02x" : "%c", byte);
    text += c == escape ? "\\e" : code.data();
  }
  return text;
}

}  // namespace

ScreenReader::ScreenReader(int rows, int columns) : grid_{rows, columns}, modes_{7, 25} {
  if (!std::setlocale(LC_CTYPE, "C.UTF-8")) throw std::runtime_error{"there is no locale C.UTF-8"};
}

void ScreenReader::feed(std::string_view bytes) {
  held_ += bytes;
  std::string_view rest = held_;
  while (const auto size = rest.empty() ? 0 : take(rest)) rest.remove_prefix(size);
  held_ = std::string{rest};
}

std::string ScreenReader::text() const {
  std::string all;
  for (int i = 0; i < rows(); ++i) all += row(i) + '\n';
  return without_end(all, '\n');
}

std::string ScreenReader::row(int row) const {
  std::string all;
  for (const auto& cell : grid_.line(row)) all += cell.text;
  return without_end(all, ' ');
}

std::string ScreenReader::styles(int row) const { return letters(grid_.line(row), style_letter); }
std::string ScreenReader::colours(int row) const { return letters(grid_.line(row), colour_letter); }

const Style& ScreenReader::style(int row, int column) const {
  return grid_.line(row).at(static_cast<std::size_t>(column)).style;
}

std::size_t ScreenReader::take(std::string_view bytes) {
  const auto byte = static_cast<unsigned char>(bytes[0]);
  if (bytes[0] == escape) return take_escape(bytes);
  if (byte >= 0x20 && byte != 0x7f) return take_character(bytes);
  control(bytes[0]);
  return 1;
}

std::size_t ScreenReader::take_character(std::string_view bytes) {
  std::mbstate_t state{};
  wchar_t character = 0;
  const auto size = std::mbrtowc(&character, bytes.data(), std::min<std::size_t>(bytes.size(), 4), &state);
  if (size == static_cast<std::size_t>(-2)) return 0;
  if (size == static_cast<std::size_t>(-1)) {
    remember(bytes.substr(0, 1));
    grid_.put("\uFFFD", 1);
    return 1;
  }
  show(bytes.substr(0, size), character);
  return size;
}

void ScreenReader::show(std::string_view text, wchar_t character) {
  if (character >= 0x80 && character < 0xa0) return remember(text);  // controls, some of them dangerous
  const auto& cursor = grid_.cursor();
  if (cursor.draws.at(cursor.set) && character >= '_' && character <= '~')
    text = drawings.at(static_cast<std::size_t>(character - '_'));
  const auto width = ::wcwidth(character);
  grid_.put(std::string{text}, width < 0 ? 1 : width);
}

void ScreenReader::control(char byte) {
  switch (byte) {
    case '\0':
    case '\a':
    case '\x7f': return;
    case '\b': return grid_.move(0, -1);
    case '\t': return grid_.tab(1);
    case '\n':
    case '\v':
    case '\f': return grid_.index(1);
    case '\r': return grid_.move_to(grid_.cursor().row, 0);
    case '\x0e':
    case '\x0f': grid_.cursor().set = byte == '\x0e' ? 1 : 0; return;
    default: remember({&byte, 1});
  }
}

std::size_t ScreenReader::take_escape(std::string_view bytes) {
  if (bytes.size() < 2) return 0;
  if (bytes[1] == '[') return take_sequence(bytes);
  if (std::string_view{"]P^_Xk"}.find(bytes[1]) != std::string_view::npos) return take_string(bytes);
  const bool set = bytes[1] >= 0x20 && bytes[1] < 0x30;  // such as \e(0
  const std::size_t size = bytes[1] == escape ? 1 : set ? 3 : 2;
  if (bytes.size() < size) return 0;
  if (!obey(std::string{bytes.substr(1, size - 1)}, {})) remember(bytes.substr(0, size));
  return size;
}

// \e[, marks and numbers, and a letter; anything else within ends it.
std::size_t ScreenReader::take_sequence(std::string_view bytes) {
  const auto end = std::find_if(bytes.begin() + 2, bytes.end(), [](char c) { return c < 0x20 || c >= 0x40; });
  if (end == bytes.end()) return 0;
  const auto size = static_cast<std::size_t>(end - bytes.begin());
  const bool whole = *end >= 0x40 && *end < 0x7f;
  const auto sequence = bytes.substr(0, whole ? size + 1 : size);
  std::string kind;
  for (const char c : sequence.substr(1))
    if (c != ';' && (c < '0' || c > '9')) kind += c;
  if (!whole || !obey(kind, numbers_in(sequence.substr(2)))) remember(sequence);
  return sequence.size();
}

// A string for the terminal, such as its title, up to a bell or \e\. linux sets its palette without an end.
std::size_t ScreenReader::take_string(std::string_view bytes) {
  const bool command = bytes[1] == ']';
  if (command && bytes.substr(2, 1) == "R") return 3;
  if (command && bytes.substr(2, 1) == "P") return bytes.size() < 10 ? 0 : 10;
  const auto end = bytes.find_first_of(command ? "\a\x1b" : "\x1b", 2);
  if (end == std::string_view::npos) return 0;
  if (bytes[end] == escape && end + 1 == bytes.size()) return 0;
  if (!command) remember(bytes.substr(0, end));
  if (bytes[end] == '\a') return end + 1;
  return bytes[end + 1] == '\\' ? end + 2 : end;
}

bool ScreenReader::obey(const std::string& kind, const Numbers& numbers) {
  if (kind == "[m") return restyle(numbers);
  if (kind.ends_with('h') || kind.ends_with('l')) return set_modes(kind, numbers);
  if (kind.starts_with('(') || kind.starts_with(')')) return choose_set(kind);
  if (const auto action = actions.find(kind); action != actions.end()) {
    action->second(grid_, numbers);
    return true;
  }
  if (kind == "c" || kind == "[!p") {
    reset(kind == "c");
    return true;
  }
  return without_effect.contains(kind);
}

bool ScreenReader::choose_set(std::string_view kind) {
  const bool draws = kind[1] == '0';
  grid_.cursor().draws.at(kind[0] == '(' ? 0 : 1) = draws;
  return draws || kind[1] == 'B';
}

bool ScreenReader::restyle(const Numbers& numbers) {
  auto& style = grid_.cursor().style;
  for (std::span<const int> rest{numbers}; !rest.empty();) {
    const auto taken = restyled(style, rest);
    if (taken == 0) return false;
    rest = rest.subspan(taken);
    coloured_ = coloured_ || style.foreground != Style::none || style.background != Style::none;
  }
  return true;
}

bool ScreenReader::set_modes(const std::string& kind, const Numbers& numbers) {
  const bool is_private = kind.starts_with("[?"), on = kind.ends_with('h');
  if (kind.size() != (is_private ? 3 : 2) || kind[0] != '[') return false;
  bool understood = true;
  for (const int mode : numbers)
    understood = (is_private ? set_private_mode(mode, on) : set_mode(mode, on)) && understood;
  return understood;
}

bool ScreenReader::set_mode(int number, bool on) {
  if (number == 4) grid_.set_insert(on);
  return number == 4 || number == 34;  // screen's cursor, more or less visible
}

bool ScreenReader::set_private_mode(int number, bool on) {
  static const std::set<int> known{7, 25, 47, 1000, 1002, 1003, 1047, 1049, 2004};
  if (on)
    modes_.insert(number);
  else
    modes_.erase(number);
  if (number == 7) grid_.set_autowrap(on);
  if (number == 47 || number == 1047 || number == 1049) change_screen(number, on);
  return known.contains(number) || private_modes_without_effect.contains(number);
}

// As xterm: 1049 saves the cursor and starts with an empty screen, and what ends it brings the cursor back
// even when the normal screen is shown already.
void ScreenReader::change_screen(int mode, bool on) {
  if (mode == 1049 && on) grid_.save();
  if (mode == 1047 && !on && grid_.alternate()) grid_.erase_screen(2);
  grid_.show(on);
  if (mode == 1049 && on) grid_.erase_screen(2);
  if (mode == 1049 && !on) grid_.restore();
}

// All of it, or all but what is shown, where the cursor stands, and the paste, mouse and screen modes.
void ScreenReader::reset(bool all) {
  if (all) {
    grid_ = Grid{rows(), columns()};
    modes_.clear();
  }
  const auto [row, column] = std::pair{cursor_row(), cursor_column()};
  for (const int mode : {7, 25}) set_private_mode(mode, true);
  grid_.set_insert(false);
  grid_.set_region(0, rows() - 1);
  grid_.cursor() = {};
  grid_.move_to(row, column);
}

void ScreenReader::remember(std::string_view sequence) {
  auto text = visible(sequence);
  if (std::find(unknown_.begin(), unknown_.end(), text) == unknown_.end())
    unknown_.push_back(std::move(text));
}

}  // namespace viva::test
