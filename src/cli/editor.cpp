#include "cli/editor.hpp"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <thread>

#include "cli/files.hpp"
#include "viva/base/error.hpp"
#include "viva/base/text.hpp"

extern char** environ;

namespace viva {
namespace {

namespace fs = std::filesystem;

// A temporary file that only its owner can read.
class Draft {
 public:
  explicit Draft(const std::string& text) {
    path_ = (temporary_folder() / "viva-answer-XXXXXX.txt").native();
    const int opened = ::mkstemps(path_.data(), 4);
    if (opened < 0) throw Error{fmt::format("cannot make {}: {}", path_, std::strerror(errno))};
    const bool whole = ::write(opened, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    ::close(opened);
    if (!whole) throw Error{fmt::format("cannot write {}: {}", path_, std::strerror(errno))};
  }
  ~Draft() {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  const std::string& path() const { return path_; }

  // With newlines as line ends, but without those at its end, where editors put one. Nothing where the file
  // cannot be read.
  std::optional<std::string> text() const {
    const auto read = read_file(path_);
    const auto* const text = std::get_if<std::string>(&read);
    if (!text) return std::nullopt;
    auto lines = with_newlines(*text);
    while (lines.ends_with('\n')) lines.pop_back();
    return lines;
  }

 private:
  std::string path_;
};

std::string editor_command() {
  for (const auto* variable : {"VISUAL", "EDITOR"})
    if (const char* value = std::getenv(variable); value && *value) return value;
  return "vi";
}

// Starts it through the shell, because the variables may hold options. The file is an argument, not code.
std::optional<pid_t> start(const std::string& editor, const std::string& file) {
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  ::posix_spawnattr_setsigmask(&attributes, &none);
  ::posix_spawnattr_setsigdefault(&attributes, &all);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  std::string script = editor + " \"$1\"", path = file, shell = "sh", option = "-c";
  char* const words[] = {shell.data(), option.data(), script.data(), shell.data(), path.data(), nullptr};
  pid_t process = 0;
  const int error = ::posix_spawn(&process, "/bin/sh", nullptr, &attributes, words, environ);
  ::posix_spawnattr_destroy(&attributes);
  return error == 0 ? std::optional{process} : std::nullopt;
}

// Returns the status it ends with. Where Ctrl-Z stops it, viva stops too.
int wait_for(pid_t process, const std::function<void()>& every_second) {
  using namespace std::chrono_literals;
  auto next = std::chrono::steady_clock::now() + 1s;
  for (int status = 0;;) {
    if (::waitpid(process, &status, WNOHANG | WUNTRACED) == process) {
      if (!WIFSTOPPED(status)) return status;
      ::raise(SIGSTOP);
      ::kill(process, SIGCONT);
    }
    std::this_thread::sleep_for(50ms);
    if (std::chrono::steady_clock::now() < next) continue;
    next += 1s;
    every_second();
  }
}

}  // namespace

Edited edit_text(const std::string& text, const std::function<void(const std::string&)>& meanwhile) try {
  const auto editor = editor_command();
  const Draft draft{text.empty() ? text : text + '\n'};
  const auto process = start(editor, draft.path());
  if (!process) return {text, "no shell could be started for the editor"};
  const int status = wait_for(*process, [&] { meanwhile(draft.text().value_or(text)); });
  Edited edited{draft.text().value_or(text), {}};
  constexpr int no_program = 126, not_found = 127;  // as the shell says
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  if (code == no_program || code == not_found)
    edited.trouble =
        fmt::format("The editor ({}) cannot be started. VISUAL or EDITOR names another.", editor);
  else if (code != 0)
    edited.trouble = fmt::format(
        "The editor ({}) did not end well; what it had saved is kept. VISUAL or EDITOR names another.",
        editor);
  return edited;
} catch (const Error& error) {
  return {text, error.what()};
}

}  // namespace viva
