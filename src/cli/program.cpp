#include "cli/program.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>

#include "cli/options.hpp"
#include "viva/base/error.hpp"

extern char** environ;

namespace viva {
namespace {

namespace fs = std::filesystem;

// One end of a pipe; closes itself.
class End {
 public:
  End() = default;
  ~End() { close(); }
  End(const End&) = delete;
  End& operator=(const End&) = delete;

  void close() {
    if (number >= 0) ::close(number);
    number = -1;
  }

  int number = -1;
};

struct Pipe {
  End read, write;

  explicit Pipe(const std::string& program) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0)
      throw Error{fmt::format("{}: it cannot be started: {}", program, std::strerror(errno))};
    for (const int end : ends) ::fcntl(end, F_SETFD, FD_CLOEXEC);
    read.number = ends[0];
    write.number = ends[1];
  }
};

// Returns an errno.
int start(pid_t& process, const std::string& path, const std::vector<std::string>& arguments, const Pipe& in,
          const Pipe& out, const Pipe& err) {
  std::vector<std::string> words{path};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawnattr_init(&attributes);
  ::posix_spawn_file_actions_adddup2(&actions, in.read.number, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, out.write.number, STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, err.write.number, STDERR_FILENO);
  sigset_t usual;
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  ::posix_spawnattr_setsigdefault(&attributes, &usual);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  const int error = ::posix_spawn(&process, path.c_str(), &actions, &attributes, argv.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::posix_spawnattr_destroy(&attributes);
  return error;
}

// Reads what is there, and closes the pipe where that was all. Keeps the first `most` bytes of the text.
void drain(End& end, std::string& text, std::size_t most) {
  std::array<char, 1 << 16> buffer;
  const auto size = ::read(end.number, buffer.data(), buffer.size());
  if (size < 0 && (errno == EINTR || errno == EAGAIN)) return;
  if (size <= 0) return end.close();
  text.append(buffer.data(), std::min(static_cast<std::size_t>(size), most - std::min(most, text.size())));
}

void feed(End& end, std::string_view& input) {
  const auto size = ::write(end.number, input.data(), input.size());
  if (size >= 0)
    input.remove_prefix(static_cast<std::size_t>(size));
  else if (errno != EINTR && errno != EAGAIN)
    input = {};  // it reads no more
  if (input.empty()) end.close();
}

// Writes and reads by turns, since each side waits where a pipe is full.
void converse(Pipe& in, Pipe& out, Pipe& err, std::string_view input, ProgramRun& run) {
  ::fcntl(in.write.number, F_SETFL, O_NONBLOCK);
  if (input.empty()) in.write.close();
  while (out.read.number >= 0 || err.read.number >= 0 || in.write.number >= 0) {
    // poll() passes over what is closed.
    std::array<pollfd, 3> waiting{
        {{in.write.number, POLLOUT, 0}, {out.read.number, POLLIN, 0}, {err.read.number, POLLIN, 0}}};
    if (::poll(waiting.data(), waiting.size(), -1) < 0) continue;
    if (waiting[0].revents != 0) feed(in.write, input);
    if (waiting[1].revents != 0) drain(out.read, run.out, std::string::npos);
    if (waiting[2].revents != 0) drain(err.read, run.err, 1 << 16);
  }
}

bool is_program(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored) && ::access(path.c_str(), X_OK) == 0;
}

}  // namespace

IgnoreClosedPipe::IgnoreClosedPipe() : before_(std::signal(SIGPIPE, SIG_IGN)) {}
IgnoreClosedPipe::~IgnoreClosedPipe() { std::signal(SIGPIPE, before_); }

std::optional<std::string> find_program(const std::string& name) {
  std::error_code error;
  const auto self = fs::read_symlink("/proc/self/exe", error);
  if (!error && is_program(self.parent_path() / name)) return (self.parent_path() / name).string();
  const auto path = environment("PATH");
  std::string_view rest{path};
  while (!rest.empty()) {
    const auto folder = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(folder.size() + 1, rest.size()));
    if (folder.starts_with('/') && is_program(fs::path{folder} / name))
      return (fs::path{folder} / name).string();
  }
  return std::nullopt;
}

ProgramRun run_program(const std::string& path, const std::vector<std::string>& arguments,
                       std::string_view input) {
  const IgnoreClosedPipe quietly;  // it may end before it has read everything
  Pipe in{path}, out{path}, err{path};
  pid_t process = -1;
  if (const int error = start(process, path, arguments, in, out, err); error != 0)
    throw Error{fmt::format("{}: it cannot be started: {}", path, std::strerror(error))};
  in.read.close();
  out.write.close();
  err.write.close();
  ProgramRun run;
  converse(in, out, err, input, run);
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) continue;
  run.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return run;
}

}  // namespace viva
