#include "cli/input.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <utility>
#include <vector>

namespace viva {
namespace {

using Clock = std::chrono::steady_clock;

// What interrupts; with a line in our hands Ctrl-Z, too.
std::vector<int> watched_signals(bool watches) {
  if (watches) return {SIGINT, SIGTERM, SIGHUP, SIGTSTP};
  return {SIGINT, SIGTERM, SIGHUP};
}

constexpr std::string_view paste_on = "\x1b[?2004h", paste_off = "\x1b[?2004l";

}  // namespace

Input::Input(const Terminal& terminal, Manner manner)
    : terminal_(terminal),
      typed_(::isatty(STDIN_FILENO) != 0),
      watches_(manner == Manner::watched && typed_ && ::tcgetattr(STDIN_FILENO, &before_) == 0),
      typing_(terminal.is_ascii()),
      signals_(watched_signals(watches_)) {
  if (watches_) watch();
}

Input::~Input() { release(); }

// Bytes come as they are typed, without echo; Ctrl-C and Ctrl-Z stay signals.
void Input::watch() {
  auto mode = before_;
  mode.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | IEXTEN);
  mode.c_iflag &= ~static_cast<tcflag_t>(ICRNL | INLCR | IXON);
  mode.c_cc[VMIN] = 1;
  mode.c_cc[VTIME] = 0;
  ::tcsetattr(STDIN_FILENO, TCSADRAIN, &mode);
  watched_ = true;
  if (terminal_.takes_escapes()) terminal_.write(paste_on);
  terminal_.flush();
}

void Input::release() {
  if (!std::exchange(watched_, false)) return;
  if (terminal_.takes_escapes()) terminal_.write(paste_off);
  std::fflush(stdout);
  ::tcsetattr(STDIN_FILENO, TCSADRAIN, &before_);
}

// Ctrl-Z: gives the terminal back, and goes on where it was when viva comes back.
void Input::stop() {
  release();
  signals_.stop();
  watch();
  terminal_.write("\n" + typing_.again());
  terminal_.flush();
}

bool Input::take_line(std::string& line) {
  if (watched_) {
    std::size_t taken = 0;
    while (taken < buffer_.size() && typing_.state() == TypedLine::State::open)
      terminal_.write(typing_.take(buffer_[taken++]));
    buffer_.erase(0, taken);
    terminal_.flush();
    if (typing_.state() != TypedLine::State::entered) return false;
    line = typing_.text();
    pasted_ = typing_.pasted();
    return true;
  }
  const auto newline = buffer_.find('\n');
  if (newline == std::string::npos) return false;
  line.assign(buffer_, 0, newline);
  if (line.ends_with('\r')) line.pop_back();
  buffer_.erase(0, newline + 1);
  return true;
}

Input::Event Input::last_line(std::string& line) {
  if (watched_ || buffer_.empty()) return Event::end;
  line = std::exchange(buffer_, {});
  return Event::line;
}

Input::Event Input::ask(std::string_view prompt, std::string& line, Patience patience) {
  if (!std::exchange(asking_, true)) {
    prompt_ = prompt;
    terminal_.write(watched_ ? typing_.begin(prompt, terminal_.width()) : prompt_);
    terminal_.flush();
  }
  std::optional<Clock::time_point> end;
  if (patience) end = Clock::now() + std::max(*patience, std::chrono::milliseconds{0});
  const auto event = wait(line, end);
  if (event != Event::timeout) settle(event, line);
  return event;
}

// Piped lines leave no trace of themselves: writes what a terminal would have shown.
void Input::settle(Event event, const std::string& line) {
  asking_ = false;
  if (event == Event::line && !typed_)
    terminal_.print(Page{{{line}}});
  else if (event != Event::line)
    terminal_.write("\n");
}

Input::Event Input::wait(std::string& line, std::optional<Clock::time_point> end) {
  while (!take_line(line)) {
    if (typing_.state() == TypedLine::State::ended) return Event::end;
    std::optional<std::chrono::nanoseconds> left;
    if (end) left = std::max(*end - Clock::now(), Clock::duration::zero());
    const auto awaited = signals_.wait(left);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
      if (signals_.came(signal)) return Event::interrupted;
    if (watches_ && signals_.came(SIGTSTP)) stop();
    if (awaited == SignalWatch::Awaited::nothing) return Event::timeout;
    if (awaited == SignalWatch::Awaited::signal) continue;
    std::array<char, 4096> bytes;
    const auto size = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return last_line(line);
    buffer_.append(bytes.data(), static_cast<std::size_t>(size));
  }
  return Event::line;
}

const std::string& Input::partial() const { return watched_ ? typing_.text() : buffer_; }

void Input::drop() {
  asking_ = false;
  if (watched_)
    typing_.begin("", terminal_.width());
  else
    buffer_.clear();
}

void Input::interject(const Page& page) {
  terminal_.write("\n");
  terminal_.print(page);
  if (asking_) terminal_.write(watched_ ? typing_.again() : prompt_);
  terminal_.flush();
}

Input::Lent::Lent(Input& input) : input_(input), watched_(input.watched_) { input_.release(); }

Input::Lent::~Lent() {
  input_.signals_.forget({SIGINT, SIGTSTP});
  if (watched_) input_.watch();
}

}  // namespace viva
