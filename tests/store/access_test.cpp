// Files that cannot be opened or written to: each says why, and is left as it was.
#include <SQLiteCpp/SQLiteCpp.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <fstream>

#include "catch.hpp"
#include "store/history.hpp"
#include "store/scratch.hpp"
#include "viva/base/error.hpp"

using namespace viva;
using namespace viva::test;
using Access = History::Access;
namespace fs = std::filesystem;

namespace {

void open(const fs::path& file, Access access) { const History history{file, access}; }

// Opening fails both ways with the same message, which is given without the file's name.
std::string refusal(const fs::path& file) {
  const auto before = fs::is_regular_file(file) ? read_text(file) : "";
  const auto reading = error_of([&] { open(file, Access::read); });
  CHECK(error_of([&] { open(file, Access::write); }) == reading);
  if (fs::is_regular_file(file)) CHECK(read_text(file) == before);
  const auto named = "cannot open the history \"" + file.native() + "\": ";
  return reading.starts_with(named) ? reading.substr(named.size()) : reading;
}

std::string replaced(std::string text, const fs::path& file) {
  const auto at = text.find(file.native());
  return at == std::string::npos ? text : text.replace(at, file.native().size(), "FILE");
}

bool write_at_once(const char* file, const std::string& text) {
  std::ofstream stream{file};
  return static_cast<bool>(stream << text << std::flush);
}

// Mounts a disk of 256 KiB that this process alone sees. Not every machine lets one do so.
bool mount_small_disk(const fs::path& folder) {
  const auto user = std::to_string(::getuid()), group = std::to_string(::getgid());
  return ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 && write_at_once("/proc/self/setgroups", "deny") &&
         write_at_once("/proc/self/uid_map", user + " " + user + " 1") &&
         write_at_once("/proc/self/gid_map", group + " " + group + " 1") &&
         ::mount("none", folder.c_str(), "tmpfs", 0, "size=256k") == 0;
}

}  // namespace

TEST_CASE("a history of a newer viva is left alone", "[store]") {
  const Scratch scratch;
  const auto file = scratch / "history.db";
  History{file, Access::write}.merge({.reviews = {review(1)}});
  run_sql(file, "PRAGMA user_version = 5; ALTER TABLE review ADD COLUMN mood TEXT");
  CHECK(refusal(file) ==
        "it was written by a newer viva (version 5 of the history; this viva knows 4). Update viva. Nothing "
        "was "
        "changed.");
}

TEST_CASE("a file that is no database is left alone", "[store]") {
  const Scratch scratch;
  constexpr auto message =
      "it is not a history, not even a database. Move it away, or name another file with --history.";
  for (const std::string& text :
       {std::string{"xy"}, std::string{"Dear diary,\n"}, std::string(100'000, 'x')}) {
    write_text(scratch / "diary.txt", text);
    CHECK(refusal(scratch / "diary.txt") == message);
  }
}

TEST_CASE("a database of another program is left alone", "[store]") {
  const Scratch scratch;
  constexpr auto message =
      "it is a database of another program. Name another file with --history. Nothing was changed.";
  run_sql(scratch / "cookies.db", "CREATE TABLE review (id); PRAGMA application_id = 7");
  CHECK(refusal(scratch / "cookies.db") == message);
  run_sql(scratch / "nameless.db", "CREATE TABLE review (id)");
  CHECK(refusal(scratch / "nameless.db") == message);
}

TEST_CASE("what is not an ordinary file is refused", "[store]") {
  const Scratch scratch;
  CHECK(refusal(scratch.path()) == "it is a folder. Name a file with --history.");
  CHECK(refusal("/dev/null") == "it is not an ordinary file. Name another with --history.");
  write_text(scratch / "file", "");
  CHECK(refusal(scratch / "file/history.db") ==
        "Not a directory. Check the path, or name another file with --history.");
  CHECK(error_of([&] { open("", Access::write); }) ==
        "cannot make the history \"\": No such file or directory. Check the path, or name another file with "
        "--history.");
}

TEST_CASE("a file name cannot command the terminal", "[store]") {
  const Scratch scratch;
  const auto file = scratch / "\x1b[2J.db";
  write_text(file, "Dear diary,\n");
  CHECK(error_of([&] { open(file, Access::read); }).find("/␛[2J.db\": ") != std::string::npos);
}

TEST_CASE("a read-only file in a read-only folder can be read", "[store]") {
  CHECK(as_plain_user([] {
          const Scratch scratch;
          const auto file = scratch / "history.db";
          History{file, Access::write}.merge({.reviews = {review(1)}});
          fs::permissions(file, fs::perms::owner_read);
          fs::permissions(scratch.path(), fs::perms::owner_read | fs::perms::owner_exec);
          const auto found = History{file, Access::read}.reviews();
          const auto refused = error_of([&] { open(file, Access::write); });
          return std::to_string(found.size()) + " review; " + replaced(refused, file);
        }) ==
        "1 review; cannot write to the history \"FILE\": the file or its folder is read-only (Permission "
        "denied). Make both writable, or name another file with --history.");
}

TEST_CASE("a file that may not be read says so", "[store]") {
  CHECK(as_plain_user([] {
          const Scratch scratch;
          const auto file = scratch / "history.db";
          open(file, Access::write);
          fs::permissions(file, fs::perms::none);
          return replaced(error_of([&] { open(file, Access::read); }), file);
        }) ==
        "cannot read the history \"FILE\": permission is missing (Permission denied). Change the permissions "
        "of "
        "the file and its folder, or name another file with --history.");
}

TEST_CASE("a folder that may not be written to says so", "[store]") {
  CHECK(as_plain_user([] {
          const Scratch scratch;
          fs::permissions(scratch.path(), fs::perms::owner_read | fs::perms::owner_exec);
          const auto file = scratch / "viva/history.db";
          return replaced(error_of([&] { open(file, Access::write); }), file);
        }) ==
        "cannot make the history \"FILE\": permission is missing (Permission denied). Change the permissions "
        "of "
        "the file and its folder, or name another file with --history.");
}

TEST_CASE("a folder that becomes read-only fails the write, and the next succeeds when it is writable",
          "[store]") {
  CHECK(
      as_plain_user([] {
        const Scratch scratch;
        const auto file = scratch / "history.db";
        History history{file, Access::write};
        fs::permissions(scratch.path(), fs::perms::owner_read | fs::perms::owner_exec);
        const auto refused = error_of([&] { append(history, review(1)); });
        fs::permissions(scratch.path(), fs::perms::owner_all);
        append(history, review(1));
        return replaced(refused, file) + " Then: " + std::to_string(history.reviews().size());
      }) ==
      "cannot save to the history \"FILE\": the file or its folder is read-only. Make both writable, or name "
      "another file with --history. Then: 1");
}

TEST_CASE("a file deleted while it is in use takes no answer", "[store]") {
  const Scratch scratch;
  const auto file = scratch / "history.db";
  History history{file, Access::write};
  fs::remove(file);
  CHECK(replaced(error_of([&] { append(history, review(1)); }), file) ==
        "cannot save to the history \"FILE\": the file was moved, replaced or deleted while it was in use. "
        "Put it "
        "back, or start viva again.");
}

TEST_CASE("a locked history is waited for, and then refused", "[store]") {
  const Scratch scratch;
  const auto file = scratch / "history.db";
  History history{file, Access::write};
  Child writer{[&](const Child::Say& say) {
    SQLite::Database other{file.native(), SQLite::OPEN_READWRITE};
    other.exec("BEGIN EXCLUSIVE");
    say("!");
    for (;;) ::pause();
    return std::string{};
  }};
  REQUIRE(writer.hear(1) == "!");
  CHECK(replaced(error_of([&] { append(history, review(1)); }), file) ==
        "cannot save to the history \"FILE\": another viva is writing to it and has not finished for 5 "
        "seconds. "
        "Try again in a moment.");
  writer.kill();
  append(history, review(1));
  CHECK(history.reviews() == std::vector{review(1)});
}

TEST_CASE("a file that may not grow fails the write, and loses nothing", "[store]") {
  const Scratch scratch;
  const auto file = scratch / "history.db";
  CHECK(replaced(in_child([&] {
                   History history{file, Access::write};
                   append(history, review(1));
                   ::signal(SIGXFSZ, SIG_IGN);
                   const struct rlimit limit { fs::file_size(file), RLIM_INFINITY };
                   ::setrlimit(RLIMIT_FSIZE, &limit);
                   auto long_review = review(2);
                   long_review.answer.assign(1'000'000, 'x');
                   const auto refused = error_of([&] { append(history, long_review); });
                   append(history, review(3));
                   return refused;
                 }),
                 file) ==
        "cannot save to the history \"FILE\": no more room is allowed (File too large). Free some space and "
        "try "
        "again.");
  const History history{file, Access::read};
  CHECK(history.reviews() == std::vector{review(1), review(3)});
  CHECK(history.verify().problems.empty());
}

TEST_CASE("a full disk fails the write, and loses nothing", "[store]") {
  const Scratch scratch;
  const auto file = scratch / "history.db";
  const auto result = in_child([&] {
    if (!mount_small_disk(scratch.path())) return std::string{"cannot mount"};
    History history{file, Access::write};
    append(history, review(1));
    auto long_review = review(2);
    long_review.answer.assign(1'000'000, 'x');
    const auto refused = error_of([&] { append(history, long_review); });
    append(history, review(3));
    const bool whole = history.reviews() == std::vector{review(1), review(3)};
    return replaced(refused, file) + (whole && history.verify().problems.empty() ? " Sound." : " Damaged.");
  });
  if (result == "cannot mount")
    WARN("no disk to fill: mounting is not possible here");
  else
    CHECK(result ==
          "cannot save to the history \"FILE\": the disk is full. Free some space and try again. Sound.");
}
