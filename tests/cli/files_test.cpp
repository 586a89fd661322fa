#include "cli/files.hpp"

#include <sys/stat.h>

#include <filesystem>

#include "catch.hpp"
#include "cli/pty.hpp"
#include "cli/variable.hpp"
#include "viva/base/error.hpp"

using namespace viva;
using namespace viva::test;
namespace fs = std::filesystem;

namespace {

std::string fault(const std::string& path) { return std::get<Diagnostic>(read_file(path)).message; }

}  // namespace

TEST_CASE("a file is read whole, or why not is told") {
  const Home home;
  const std::string bytes("a\0b\n\xff", 5);
  home.write("some", bytes);
  CHECK(std::get<std::string>(read_file(home / "some")) == bytes);
  CHECK(fault(home / "none") == "there is no such file; check the path");
  CHECK(fault(home.path()) == "it is a directory; name a file");
  CHECK(std::get<Diagnostic>(read_file(home / "none")).file == (home / "none"));
}

TEST_CASE("a file is written whole, as readable as any other, and nothing is left beside it") {
  const Home home;
  fs::create_directory(home / "new");
  const auto mask = ::umask(022);
  write_file(home / "new/file", "text", Existing::keep);
  ::umask(mask);
  CHECK(home.read("new/file") == "text");
  CHECK(fs::status(home / "new/file").permissions() == fs::perms{0644});
  CHECK(std::distance(fs::directory_iterator{home / "new"}, {}) == 1);
}

TEST_CASE("a file that is there is kept, or replaced where that was asked for") {
  const Home home;
  home.write("file", "before");
  CHECK_THROWS_AS(write_file(home / "file", "after", Existing::keep), Error);
  CHECK(home.read("file") == "before");
  write_file(home / "file", "after", Existing::replace);
  CHECK(home.read("file") == "after");
}

TEST_CASE("a file that cannot be written is named") {
  const Home home;
  try {
    write_file(home / "no/such/folder", "text", Existing::keep);
    FAIL("it was written");
  } catch (const Error& error) {
    CHECK(std::string{error.what()} ==
          (home / "no/such/folder").string() + ": it cannot be written: No such file or directory");
  }
}

TEST_CASE("temporary files go where TMPDIR says, if that is a folder") {
  const Home home;
  const Variable folder{"TMPDIR", home.path().string()};
  CHECK(temporary_folder() == home.path());
  const Variable none{"TMPDIR", "/no/such/folder"};
  CHECK(temporary_folder() == "/tmp");
}
