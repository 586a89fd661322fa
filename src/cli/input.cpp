#include "input.hpp"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <initializer_list>
#include <utility>

namespace viva {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::array interrupting{SIGINT, SIGTERM, SIGHUP};
volatile std::sig_atomic_t interrupted = 0;
volatile std::sig_atomic_t stopped = 0;

void note_interruption(int) { interrupted = 1; }
void note_stop(int) { stopped = 1; }

void handle(int signal, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  ::sigaction(signal, &action, nullptr);
}

sigset_t set_of(std::initializer_list<int> signals) {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : signals) sigaddset(&set, signal);
  return set;
}

// Those that wait were meant for another program.
void forget_pending(std::initializer_list<int> signals) {
  const auto set = set_of(signals);
  const timespec at_once{};
  while (::sigtimedwait(&set, nullptr, &at_once) > 0) {
  }
}

constexpr std::string_view paste_on = "\x1b[?2004h", paste_off = "\x1b[?2004l";

}  // namespace

// The signals are blocked but while waiting, so none can slip in between looking and waiting.
Input::Input(const Terminal& terminal, Manner manner)
    : terminal_(terminal),
      typed_(::isatty(STDIN_FILENO) != 0),
      typing_(std::max(terminal.width(), 8), terminal.is_ascii()) {
  interrupted = 0;
  stopped = 0;
  for (const int signal : interrupting) handle(signal, note_interruption);
  auto blocked = set_of({SIGINT, SIGTERM, SIGHUP});
  const bool watches = manner == Manner::watched && typed_ && ::tcgetattr(STDIN_FILENO, &before_) == 0;
  if (watches) {
    handle(SIGTSTP, note_stop);
    sigaddset(&blocked, SIGTSTP);
  }
  ::pthread_sigmask(SIG_BLOCK, &blocked, &outside_);
  for (const int signal : interrupting) sigdelset(&outside_, signal);
  sigdelset(&outside_, SIGTSTP);
  if (watches) watch();
}

Input::~Input() {
  release();
  for (const int signal : interrupting) std::signal(signal, SIG_DFL);
  std::signal(SIGTSTP, SIG_DFL);
  ::pthread_sigmask(SIG_SETMASK, &outside_, nullptr);
}

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
  stopped = 0;
  release();
  ::raise(SIGSTOP);
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
    terminal_.write(watched_ ? typing_.begin(prompt) : prompt_);
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
    timespec left{};
    if (end) {
      const auto rest = std::chrono::nanoseconds{std::max(*end - Clock::now(), Clock::duration::zero())};
      left.tv_sec = static_cast<time_t>(rest.count() / 1'000'000'000);
      left.tv_nsec = static_cast<long>(rest.count() % 1'000'000'000);
    }
    pollfd input{STDIN_FILENO, POLLIN, 0};
    const int ready = ::ppoll(&input, 1, end ? &left : nullptr, &outside_);
    if (interrupted) return Event::interrupted;
    if (stopped) stop();
    if (ready == 0) return Event::timeout;
    if (ready < 0) continue;
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
    typing_.begin("");
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
  forget_pending({SIGINT, SIGTSTP});
  if (watched_) input_.watch();
}

}  // namespace viva
