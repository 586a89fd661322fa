#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "cli/program.hpp"
#include "viva/base/error.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

int rows_of_terminal() {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 ? size.ws_row : 24;
}

int detect_width(int wanted) {
  if (wanted > 0) return wanted;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return std::max<int>(size.ws_col, 20);
  const auto columns = environment("COLUMNS");
  int width = 0;
  std::from_chars(columns.data(), columns.data() + columns.size(), width);
  return width >= 20 && width <= 1000 ? width : 80;
}

bool wants_colour(const Options& options, bool terminal) {
  if (options.color != Color::automatic) return options.color == Color::always;
  if (options.plain || !environment("NO_COLOR").empty()) return false;
  if (const auto force = environment("CLICOLOR_FORCE"); !force.empty() && force != "0") return true;
  return terminal && !environment("TERM").empty() && environment("TERM") != "dumb";
}

bool speaks_utf8() {
  for (const auto* variable : {"LC_ALL", "LC_CTYPE", "LANG"})
    if (const auto value = environment(variable); !value.empty()) {
      const auto locale = fold_case(value);
      return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
    }
  return false;
}

bool page_through(std::string_view text) {
  auto pager = environment("PAGER");
  if (pager.empty()) pager = "less";
  ::setenv("LESS", "FRX", 0);
  const IgnoreClosedPipe quietly;  // to quit the pager early is not an error
  FILE* pipe = ::popen(
      ("command -v " + pager.substr(0, pager.find(' ')) + " >/dev/null 2>&1 || exit 127; " + pager).c_str(),
      "w");
  if (!pipe) return false;
  std::fwrite(text.data(), 1, text.size(), pipe);
  const int status = ::pclose(pipe);
  return !(WIFEXITED(status) && WEXITSTATUS(status) == 127);
}

Page as_page(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  Page page;
  for (const auto line : split_lines(text)) page.push_back({{std::string{line}}});
  return page;
}

}  // namespace

Terminal::Terminal(const Options& options) : wanted_width_(options.width) {
  const bool out = ::isatty(STDOUT_FILENO) != 0;
  const bool dumb = environment("TERM").empty() || environment("TERM") == "dumb";
  interactive_ = out && ::isatty(STDIN_FILENO) != 0;
  escapes_ = out && !options.plain && !dumb;
  paged_ = escapes_ && environment("PAGER") != "cat";
  palette_ = {wants_colour(options, out), !speaks_utf8()};
}

// In ASCII an ellipsis is three dots, two columns more than it was counted for.
int Terminal::width() const { return detect_width(wanted_width_) - (palette_.ascii ? 2 : 0); }

int Terminal::prose() const { return std::min(width(), 90); }

void Terminal::print(const Page& page) const { write(render(page, palette_)); }

void Terminal::print_paged(const Page& page) const { write_paged(render(page, palette_)); }

void Terminal::write_paged(std::string_view text) const {
  const bool is_long = std::ranges::count(text, '\n') >= rows_of_terminal();
  if (!paged_ || !is_long || !page_through(text)) write(text);
}

void Terminal::write(std::string_view text) const { std::fwrite(text.data(), 1, text.size(), stdout); }

void Terminal::print(std::string_view text) const { print(as_page(text)); }

void Terminal::say(std::string_view text, Style style) const {
  Page page;
  add_wrapped(page, {}, text, prose(), style);
  print(page);
}

void Terminal::complain(std::string_view text) const {
  std::fflush(stdout);
  const auto shown = render(as_page(text), {false, palette_.ascii});
  std::fwrite(shown.data(), 1, shown.size(), stderr);
}

void Terminal::flush() const {
  if (std::fflush(stdout) == 0 && !std::ferror(stdout)) return;
  if (errno == EPIPE) return;
  throw Error{fmt::format("standard output cannot be written: {}", std::strerror(errno))};
}

}  // namespace viva
