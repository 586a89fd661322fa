// Part of terminals.hpp: a server of tmux with one pane, whose terminal the test writes to itself.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <thread>

#include "tui/terminal/terminals.hpp"

namespace viva::test {
namespace {

class Tmux : public AnyTerminal {
 public:
  explicit Tmux(Size size) {
    static int count = 0;
    socket_ = std::filesystem::temp_directory_path() / fmt::format("viva-tmux-{}-{}", ::getpid(), ++count);
    ask(fmt::format("-f /dev/null new-session -d -x {} -y {} 'exec sleep 600'", size.columns, size.rows));
    const auto path = ask("display -p '#{pane_tty}'");
    tty_ = ::open(path.c_str(), O_RDWR | O_NOCTTY);
    termios raw{};
    if (tty_ < 0 || ::tcgetattr(tty_, &raw) != 0) throw std::runtime_error{"cannot open tmux's " + path};
    ::cfmakeraw(&raw);
    ::tcsetattr(tty_, TCSANOW, &raw);
  }

  ~Tmux() override {
    ::close(tty_);
    try {
      ask("kill-server");
    } catch (const std::exception&) {  // it has ended already
    }
    ::unlink(socket_.c_str());
  }

  Tmux(const Tmux&) = delete;
  Tmux& operator=(const Tmux&) = delete;

  std::string name() const override { return "tmux"; }
  const char* terminfo() const override { return "screen-256color"; }

  // A title follows the bytes: once tmux knows it, it has read them all.
  void feed(std::string_view bytes) override {
    const auto title = fmt::format("fed {}", ++fed_);
    write_all(std::string{bytes} + "\x1b]2;" + title + "\x1b\\");
    for (int tries = 0; ask("display -p '#{pane_title}'") != title; ++tries) {
      if (tries > 2000) throw std::runtime_error{"tmux does not read what it is fed"};
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
  }

  int cursor_row() override { return std::stoi(ask("display -p '#{cursor_y}'")); }
  int cursor_column() override { return std::stoi(ask("display -p '#{cursor_x}'")); }
  std::string row(int row) override { return ask(fmt::format("capture-pane -p -S {} -E {}", row, row)); }

 private:
  void write_all(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto written = ::write(tty_, bytes.data(), bytes.size());
      if (written <= 0) throw std::runtime_error{"cannot write to tmux"};
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  // What the command prints, without the newline at its end.
  std::string ask(const std::string& words) const {
    const auto command =
        fmt::format("env -u TMUX LC_ALL=C.UTF-8 tmux -u -S '{}' {}", socket_.native(), words);
    auto* const answer = ::popen(command.c_str(), "r");
    if (!answer) throw std::runtime_error{"cannot run tmux"};
    std::string text;
    std::array<char, 4096> bytes;
    while (const auto size = std::fread(bytes.data(), 1, bytes.size(), answer))
      text.append(bytes.data(), size);
    if (::pclose(answer) != 0) throw std::runtime_error{"tmux is not installed, or refuses: " + words};
    while (text.ends_with('\n')) text.pop_back();
    return text;
  }

  std::filesystem::path socket_;
  int tty_ = -1, fed_ = 0;
};

}  // namespace

std::unique_ptr<AnyTerminal> tmux(Size size) { return std::make_unique<Tmux>(size); }

}  // namespace viva::test
