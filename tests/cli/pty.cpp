#include "cli/pty.hpp"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

namespace viva::test {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds longest_wait{20};

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> all;
  for (auto& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

std::vector<std::string> environment(const Home& home, const Setup& setup) {
  const auto folder = home.path().native();
  std::map<std::string, std::string> variables{{"HOME", folder},
                                               {"XDG_DATA_HOME", folder + "/data"},
                                               {"XDG_CONFIG_HOME", folder + "/config"},
                                               {"PATH", "/usr/local/bin:/usr/bin:/bin"},
                                               {"TZ", "UTC0"},
                                               {"LC_ALL", "C.UTF-8"},
                                               {"TERM", "xterm-256color"},
                                               {"PAGER", "cat"},
                                               {"VIVA_NOW", "2026-11-22T18:30:00Z"}};
  for (const auto& [name, value] : setup.env) variables[name] = value;
  if (variables["VIVA_NOW"].empty()) variables.erase("VIVA_NOW");
  std::vector<std::string> all;
  for (const auto& [name, value] : variables) all.push_back(name + '=' + value);
  return all;
}

// In the child: becomes viva. Catch2 leaves handlers of its own, which exec resets.
[[noreturn]] void become_viva(const Home& home, const Args& args, const Setup& setup) {
  auto words = args;
  words.insert(words.begin(), "viva");
  auto variables = environment(home, setup);
  if (::chdir(home.path().c_str()) != 0) ::_exit(126);
  ::signal(SIGPIPE, SIG_DFL);
  if (setup.before) setup.before();
  ::execve(setup.program.c_str(), pointers(words).data(), pointers(variables).data());
  ::_exit(127);
}

int exit_code(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

int milliseconds_until(Clock::time_point deadline) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
  return static_cast<int>(std::max<std::int64_t>(left.count(), 0));
}

class Pipe {
 public:
  Pipe() {
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0) throw std::runtime_error{"cannot make a pipe"};
  }
  ~Pipe() {
    close(0);
    close(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  int end(std::size_t which) const { return ends_[which]; }
  void close(std::size_t which) {
    if (ends_[which] >= 0) ::close(ends_[which]);
    ends_[which] = -1;
  }

 private:
  std::array<int, 2> ends_{};
};

bool append_from(int descriptor, std::string& text) {
  std::array<char, 4096> bytes;
  const auto size = ::read(descriptor, bytes.data(), bytes.size());
  if (size > 0) text.append(bytes.data(), static_cast<std::size_t>(size));
  return size > 0;
}

// Feeds and empties the pipes until viva has closed both of its own.
void exchange(Pipe& in, Pipe& out, Pipe& err, std::string_view input, Run& run) {
  const auto deadline = Clock::now() + longest_wait;
  if (input.empty()) in.close(1);
  while (out.end(0) >= 0 || err.end(0) >= 0) {
    std::array<pollfd, 3> ends{{{in.end(1), POLLOUT, 0}, {out.end(0), POLLIN, 0}, {err.end(0), POLLIN, 0}}};
    if (::poll(ends.data(), ends.size(), milliseconds_until(deadline)) == 0)
      throw std::runtime_error{"viva did not end; it printed:\n" + run.out + run.err};
    if (ends[0].revents != 0) {
      const auto size = ::write(in.end(1), input.data(), std::min<std::size_t>(input.size(), 4096));
      input.remove_prefix(size > 0 ? static_cast<std::size_t>(size) : input.size());
      if (input.empty()) in.close(1);
    }
    if (ends[1].revents != 0 && !append_from(out.end(0), run.out)) out.close(0);
    if (ends[2].revents != 0 && !append_from(err.end(0), run.err)) err.close(0);
  }
}

}  // namespace

Home::Home() {
  auto name = (fs::temp_directory_path() / "viva-cli-XXXXXX").native();
  if (!::mkdtemp(name.data())) throw std::runtime_error{"cannot make " + name};
  path_ = fs::canonical(name);
}

Home::~Home() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string Home::bank(const std::string& name) const {
  const auto file = name + ".json";
  fs::copy_file(fs::path{VIVA_SOURCE_DIR} / "tests" / "banks" / file, path_ / file,
                fs::copy_options::overwrite_existing);
  return file;
}

void Home::write(std::string_view name, std::string_view text) const {
  fs::create_directories((path_ / name).parent_path());
  std::ofstream stream{path_ / name, std::ios::binary};
  stream << text;
  if (!stream.flush()) throw std::runtime_error{"cannot write " + std::string{name}};
}

std::string Home::read(std::string_view name) const {
  std::ifstream stream{path_ / name, std::ios::binary};
  if (!stream) throw std::runtime_error{"cannot read " + std::string{name}};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

Run Home::run(const Args& args, const Setup& setup) const {
  ::signal(SIGPIPE, SIG_IGN);
  Pipe in, out, err;
  const auto child = ::fork();
  if (child < 0) throw std::runtime_error{"cannot fork"};
  if (child == 0) {
    ::dup2(in.end(0), STDIN_FILENO);
    ::dup2(out.end(1), STDOUT_FILENO);
    ::dup2(err.end(1), STDERR_FILENO);
    become_viva(*this, args, setup);
  }
  in.close(0);
  out.close(1);
  err.close(1);
  Run run{};
  try {
    exchange(in, out, err, setup.input, run);
  } catch (...) {
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    throw;
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  run.code = exit_code(status);
  return run;
}

Run Home::type(const Args& args, std::string input) const { return run(args, {.input = std::move(input)}); }

Pty::Pty(const Home& home, const Args& args, const Setup& setup) : screen_{setup.rows, setup.columns} {
  winsize size{};
  size.ws_row = setup.rows;
  size.ws_col = setup.columns;
  process_ = ::forkpty(&terminal_, nullptr, nullptr, &size);
  if (process_ < 0) throw std::runtime_error{"cannot make a pseudo-terminal"};
  if (process_ == 0) become_viva(home, args, setup);
  ::fcntl(terminal_, F_SETFD, FD_CLOEXEC);
}

Pty::~Pty() {
  if (terminal_ >= 0) ::close(terminal_);
  if (process_ < 0) return;
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
}

void Pty::send(std::string_view text) const {
  while (!text.empty()) {
    const auto size = ::write(terminal_, text.data(), text.size());
    if (size < 0) throw std::runtime_error{"cannot type into the terminal"};
    text.remove_prefix(static_cast<std::size_t>(size));
  }
}

bool Pty::readable(std::chrono::milliseconds within) const {
  pollfd terminal{terminal_, POLLIN, 0};
  return ::poll(&terminal, 1, static_cast<int>(within.count())) > 0;
}

// False at the end, which Linux reports as an error once the other side is closed.
bool Pty::append() {
  const auto before = printed_.size();
  const bool more = append_from(terminal_, printed_);
  screen_.feed(std::string_view{printed_}.substr(before));
  return more;
}

bool Pty::read_some() {
  if (!readable(longest_wait))
    throw std::runtime_error{"nothing came from viva any more; it printed:\n" + transcript()};
  return append();
}

void Pty::wait_for(std::string_view text) {
  for (;;) {
    if (const auto at = printed_.find(text, seen_); at != std::string::npos) {
      seen_ = at + text.size();
      return;
    }
    if (!read_some())
      throw std::runtime_error{"viva ended before \"" + std::string{text} + "\"; it printed:\n" +
                               transcript()};
  }
}

void Pty::wait_for_prompt() {
  const auto asks = [&] {
    const auto fresh = std::string_view{printed_}.substr(seen_);
    return fresh.ends_with("\n> ") || fresh.ends_with("\n| ");
  };
  while (!asks())
    if (!read_some()) throw std::runtime_error{"viva ended without a prompt; it printed:\n" + transcript()};
  seen_ = printed_.size();
}

void Pty::wait_for_screen(std::string_view text) {
  wait_until([&](const ScreenReader& screen) { return screen.text().find(text) != std::string::npos; },
             '"' + std::string{text} + '"');
}

// The whole wait has its limit, since a clock on the screen may go on for ever.
void Pty::wait_until(const std::function<bool(const ScreenReader&)>& holds, std::string_view what) {
  const auto deadline = Clock::now() + longest_wait;
  while (!holds(screen_)) {
    const bool came = readable(std::chrono::milliseconds{milliseconds_until(deadline)});
    if (came && append()) continue;
    throw std::runtime_error{(came ? "viva ended before " : "viva did not come to ") + std::string{what} +
                             "; its screen:\n" + screen_.text()};
  }
}

void Pty::settle(std::chrono::milliseconds quiet) {
  const auto deadline = Clock::now() + longest_wait;
  while (readable(quiet) && append())
    if (Clock::now() > deadline)
      throw std::runtime_error{"viva did not come to rest; its screen:\n" + screen_.text()};
}

std::string Pty::transcript() const {
  std::string text;
  for (const char c : printed_)
    if (c != '\r') text += c;
  return text;
}

void Pty::signal(int number) const {
  if (process_ < 0) throw std::runtime_error{"viva has ended: there is nobody to signal"};
  ::kill(process_, number);
}

void Pty::resize(unsigned short rows, unsigned short columns) {
  winsize size{};
  size.ws_row = rows;
  size.ws_col = columns;
  ::ioctl(terminal_, TIOCSWINSZ, &size);
  screen_.resize(rows, columns);
}

void Pty::wait_until_stopped() const {
  const auto deadline = Clock::now() + longest_wait;
  for (int status = 0; Clock::now() < deadline;) {
    if (::waitpid(process_, &status, WUNTRACED | WNOHANG) == process_ && WIFSTOPPED(status)) return;
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  throw std::runtime_error{"viva did not stop"};
}

void Pty::hang_up() {
  ::close(terminal_);
  terminal_ = -1;
}

int Pty::wait() {
  while (terminal_ >= 0 && read_some()) {
  }
  const auto deadline = Clock::now() + longest_wait;
  for (int status = 0; Clock::now() < deadline;) {
    if (::waitpid(process_, &status, WNOHANG) == process_) {
      process_ = -1;
      return exit_code(status);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  throw std::runtime_error{"viva did not end; it printed:\n" + transcript()};
}

}  // namespace viva::test
