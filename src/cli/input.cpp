#include "cli/input.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <utility>
#include <vector>

#include "tui/terminal/full_screen.hpp"

namespace viva {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::string_view byte_order_mark = "\uFEFF";

// The signals that interrupt. Where viva edits lines, it also has to give the terminal back at Ctrl-Z.
std::vector<int> watched_signals(bool edits) {
  if (edits) return {SIGINT, SIGTERM, SIGHUP, SIGTSTP};
  return {SIGINT, SIGTERM, SIGHUP};
}

}  // namespace

Input::Input(const Terminal& terminal, Editing editing)
    : terminal_(terminal),
      is_terminal_(::isatty(STDIN_FILENO) != 0),
      edits_(editing == Editing::by_viva && is_terminal_ && ::tcgetattr(STDIN_FILENO, &before_) == 0),
      typing_(terminal.is_ascii()),
      signals_(watched_signals(edits_)) {
  if (edits_) set_raw();
}

Input::~Input() { restore(); }

// Bytes come as they are typed, without echo. Ctrl-C and Ctrl-Z stay signals.
void Input::set_raw() {
  auto mode = before_;
  mode.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | IEXTEN);
  mode.c_iflag &= ~static_cast<tcflag_t>(ICRNL | INLCR | IXON);
  mode.c_cc[VMIN] = 1;
  mode.c_cc[VTIME] = 0;
  ::tcsetattr(STDIN_FILENO, TCSADRAIN, &mode);
  raw_ = true;
  if (terminal_.takes_escapes()) terminal_.write(mark_pastes);
  terminal_.flush();
}

void Input::restore() {
  if (!std::exchange(raw_, false)) return;
  if (terminal_.takes_escapes()) terminal_.write(do_not_mark_pastes);
  std::fflush(stdout);
  ::tcsetattr(STDIN_FILENO, TCSADRAIN, &before_);
}

// Ctrl-Z: gives the terminal back, stops, and shows the unfinished line again when viva is continued.
void Input::stop() {
  restore();
  signals_.stop();
  set_raw();
  terminal_.write("\n" + typing_.again());
  terminal_.flush();
}

bool Input::take_line(std::string& line) {
  if (raw_) {
    std::size_t taken = 0;
    while (taken < buffer_.size() && typing_.state() == LineEditor::State::open)
      terminal_.write(typing_.take(buffer_[taken++]));
    buffer_.erase(0, taken);
    terminal_.flush();
    if (typing_.state() != LineEditor::State::entered) return false;
    line = typing_.text();
    pasted_ = typing_.pasted();
    return true;
  }
  if (buffer_.empty()) return false;
  if (std::exchange(after_return_, false) && buffer_.starts_with('\n')) buffer_.erase(0, 1);
  if (buffer_.starts_with(byte_order_mark)) buffer_.erase(0, byte_order_mark.size());
  const auto end = buffer_.find_first_of("\r\n");
  if (end == std::string::npos) return false;
  line.assign(buffer_, 0, end);
  after_return_ = buffer_[end] == '\r';
  buffer_.erase(0, end + 1);
  return true;
}

Input::Outcome Input::last_line(std::string& line) {
  if (raw_ || buffer_.empty()) return Outcome::end;
  line = std::exchange(buffer_, {});
  return Outcome::line;
}

Input::Outcome Input::ask(std::string_view prompt, std::string& line, Patience patience) {
  if (!std::exchange(asking_, true)) {
    prompt_ = prompt;
    terminal_.write(raw_ ? typing_.begin(prompt, terminal_.width()) : prompt_);
    terminal_.flush();
  }
  std::optional<Clock::time_point> end;
  if (patience) end = Clock::now() + std::max(*patience, std::chrono::milliseconds{0});
  const auto outcome = wait(line, end);
  if (outcome != Outcome::timeout) end_line(outcome, line);
  return outcome;
}

// A terminal has shown a typed line. A piped one is printed, so that the output reads the same.
void Input::end_line(Outcome outcome, const std::string& line) {
  asking_ = false;
  if (outcome == Outcome::line && !is_terminal_)
    terminal_.print(Page{{{line}}});
  else if (outcome != Outcome::line)
    terminal_.write("\n");
}

Input::Outcome Input::wait(std::string& line, std::optional<Clock::time_point> end) {
  while (!take_line(line)) {
    if (typing_.state() == LineEditor::State::ended) return Outcome::end;
    std::optional<std::chrono::nanoseconds> left;
    if (end) left = std::max(*end - Clock::now(), Clock::duration::zero());
    const auto awaited = signals_.wait(left);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
      if (signals_.came(signal)) return Outcome::interrupted;
    if (edits_ && signals_.came(SIGTSTP)) stop();
    if (awaited == SignalWatch::Awaited::nothing) return Outcome::timeout;
    if (awaited == SignalWatch::Awaited::signal) continue;
    std::array<char, 4096> bytes;
    const auto size = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return last_line(line);
    buffer_.append(bytes.data(), static_cast<std::size_t>(size));
  }
  return Outcome::line;
}

const std::string& Input::partial() const { return raw_ ? typing_.text() : buffer_; }

void Input::drop() {
  asking_ = false;
  if (raw_)
    typing_.begin("", terminal_.width());
  else
    buffer_.clear();
}

void Input::interject(const Page& page) {
  terminal_.write("\n");
  terminal_.print(page);
  if (asking_) terminal_.write(raw_ ? typing_.again() : prompt_);
  terminal_.flush();
}

Input::TerminalRelease::TerminalRelease(Input& input) : input_(input), raw_(input.raw_) { input_.restore(); }

Input::TerminalRelease::~TerminalRelease() {
  input_.signals_.forget({SIGINT, SIGTSTP});
  if (raw_) input_.set_raw();
}

}  // namespace viva
