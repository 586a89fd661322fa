#include "cli/full_screen.hpp"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <regex>
#include <sstream>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "golden.hpp"

namespace viva::test {
namespace {

// Of text that is one column a character.
int columns_of(std::string_view text) {
  return static_cast<int>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string quoted(const std::string& word) { return "'" + word + "'"; }

}  // namespace

Args drill(const Home& home, const Args& more) {
  Args args{"drill", "--bank", home.bank("small")};
  args.insert(args.end(), more.begin(), more.end());
  return args;
}

std::string paste(std::string_view text) { return "\x1b[200~" + std::string{text} + "\x1b[201~"; }

void click(Pty& terminal, std::string_view text, std::string_view shown) {
  terminal.wait_for_screen(text);
  terminal.settle();  // it may be about to move
  const auto& screen = terminal.screen();
  int row = 0;
  while (screen.row(row).find(text) == std::string::npos) ++row;
  const auto line = screen.row(row);
  const int column = columns_of(std::string_view{line}.substr(0, line.find(text)));
  const auto place = std::to_string(column + 1) + ';' + std::to_string(row + 1);
  terminal.send("\x1b[<0;" + place + 'M');
  std::this_thread::sleep_for(std::chrono::milliseconds{20});  // as long as a finger takes
  press(terminal, "\x1b[<0;" + place + 'm', shown);
}

void wait_for_keys(Pty& terminal, std::string_view text) {
  terminal.wait_until([&](const auto& screen) { return screen.row(screen.rows() - 1).ends_with(text); },
                      "the keys \"" + std::string{text} + '"');
}

void press(Pty& terminal, std::string_view keys, std::string_view text) {
  terminal.send(keys);
  terminal.wait_for_screen(text);
}

void press_escape(Pty& terminal, std::string_view text) { press(terminal, "\x1b", text); }

void check_screen(Pty& terminal, const std::string& golden) {
  terminal.settle(std::chrono::milliseconds{150});
  check_golden(golden, terminal.screen().text() + '\n');
}

void check_left(const Pty& terminal) {
  const auto& screen = terminal.screen();
  INFO(screen.text());
  CHECK_FALSE(screen.alternate_screen());
  CHECK_FALSE(screen.bracketed_paste());
  CHECK_FALSE(screen.mouse());
  CHECK_FALSE(screen.mode(1));  // arrow keys
  CHECK(screen.cursor_visible());
  CHECK(screen.unknown() == std::vector<std::string>{});
}

int leave(Pty& terminal) {
  const int code = terminal.wait();
  check_left(terminal);
  return code;
}

std::string lasting_history(const Home& home) {
  static const std::regex passing{R"("[0-9a-f]{32}"|"revision":\d+)"};
  std::istringstream lines{std::regex_replace(home.run({"history", "export"}).out, passing, "\"\"")};
  std::vector<std::string> all;
  for (std::string line; std::getline(lines, line);) all.push_back(line + '\n');
  std::ranges::sort(all);
  return std::accumulate(all.begin(), all.end(), std::string{});
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
    ++found;
  return found;
}

Setup with_job_control(Setup setup) {
  setup.program = "/bin/sh";
  return setup;
}

Args under_job_control(const Args& args) {
  std::string command = quoted(VIVA_BINARY);
  for (const auto& arg : args) command += ' ' + quoted(arg);
  return {"-c", "set -m; " + command + "; echo STOPPED; read line; fg; echo LEFT $?"};
}

}  // namespace viva::test
