// Where answers go that could not be saved.
#include "cli/rescue.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>

#include "catch.hpp"
#include "store/history_lines.hpp"
#include "store/scratch.hpp"

using namespace viva;
using namespace viva::test;

namespace fs = std::filesystem;

namespace {

const std::string file_name = "viva-unsaved-1795372200.jsonl";  // by the time

// What `work` writes to standard error. It is less than a pipe holds.
std::string complaints(const std::function<void()>& work) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  ::dup2(ends[1], STDERR_FILENO);
  ::close(ends[1]);
  work();
  std::fflush(stderr);
  ::close(STDERR_FILENO);
  std::string all;
  std::array<char, 4096> bytes;
  for (ssize_t size = 0; (size = ::read(ends[0], bytes.data(), bytes.size())) > 0;)
    all.append(bytes.data(), static_cast<std::size_t>(size));
  return all;
}

// A queue whose history cannot be written, and a folder to rescue it in.
struct Unsaved {
  Scratch scratch;
  Bank bank;
  SaveQueue queue{scratch / "no folder" / "history.db", bank};

  explicit Unsaved(History::Log log) {
    write_text(scratch / "no folder", "");
    fs::create_directory(scratch / "here");
    fs::create_directory(scratch / "temporary");
    REQUIRE(queue.save(std::move(log)));
  }

  // What rescue() says, in a process of its own that is here, and first does `before`.
  std::string rescue(const std::function<void()>& before = [] {}) const {
    std::fflush(stdout);  // what the tests printed is not the child's to print
    return in_child([&] {
      fs::current_path(scratch / "here");
      ::setenv("TMPDIR", (scratch / "temporary").c_str(), 1);
      ::setenv("VIVA_NOW", "2026-11-22T18:30:00Z", 1);
      ::setenv("LC_ALL", "C.UTF-8", 1);
      before();
      Options options;
      options.places = " --history my.db";
      options.width = 80;
      return complaints([&] { viva::rescue(Shell{options}, queue); });
    });
  }

  bool holds_all(const fs::path& file) const { return read_text(file) == queue.lines(); }
};

History::Log two_answers() { return {{review(1), review(2)}, {}}; }

// A folder that is gone takes no file, not even from root.
void leave_no_folder() { fs::remove(fs::current_path()); }

void leave_no_room() {
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_FSIZE, &none);
}

}  // namespace

TEST_CASE("unsaved answers go to a file in the folder one is in", "[rescue]") {
  const Unsaved unsaved{two_answers()};
  CHECK(unsaved.rescue() == "Answers that are not in the history: 2. All is in " + file_name +
                                ".\nOnce the history can be written again: viva history import " + file_name +
                                " --history my.db\n");
  CHECK(unsaved.holds_all(unsaved.scratch / "here" / file_name));
}

TEST_CASE("where that folder takes no file, unsaved answers go to the one for temporary files", "[rescue]") {
  const Unsaved unsaved{two_answers()};
  const auto file = unsaved.scratch / "temporary" / file_name;
  CHECK(unsaved.rescue(leave_no_folder).find("All is in " + file.string()) != std::string::npos);
  CHECK(unsaved.holds_all(file));
}

TEST_CASE("a file that is there already is kept", "[rescue]") {
  const Unsaved unsaved{two_answers()};
  write_text(unsaved.scratch / "here" / file_name, "rescued before");
  unsaved.rescue();
  CHECK(read_text(unsaved.scratch / "here" / file_name) == "rescued before");
  CHECK(unsaved.holds_all(unsaved.scratch / "temporary" / file_name));
}

TEST_CASE("where no file can be written, the lines themselves are printed", "[rescue]") {
  const Unsaved unsaved{two_answers()};
  const auto said = unsaved.rescue(leave_no_room);
  CHECK(said.starts_with("Answers that are not in the history: 2. No file could be written either.\n"));
  CHECK(said.find("viva history import:\n" + unsaved.queue.lines()) != std::string::npos);
}

TEST_CASE("a round without answers is rescued as well", "[rescue]") {
  History::Log log;
  log.rounds = {round_state(1)};
  const Unsaved unsaved{log};
  CHECK(unsaved.rescue().starts_with("The round is not in the history. All is in "));
  CHECK(unsaved.holds_all(unsaved.scratch / "here" / file_name));
}
