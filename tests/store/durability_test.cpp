// Processes that are killed, and processes that write at the same time.
#include <SQLiteCpp/SQLiteCpp.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <set>
#include <thread>

#include "catch.hpp"
#include "store/history.hpp"
#include "store/scratch.hpp"
#include "viva/base/error.hpp"

using namespace viva;
using namespace viva::test;
using Access = History::Access;
namespace fs = std::filesystem;

namespace {

std::set<std::string> ids(const History& history) {
  std::set<std::string> found;
  for (const auto& review : history.reviews()) found.insert(review.id);
  return found;
}

// Half a transaction: pages are on disk already, their former content is in the journal.
std::string die_while_writing(const fs::path& file) {
  SQLite::Database database{file.native(), SQLite::OPEN_READWRITE};
  database.exec(
      "PRAGMA cache_size = 1; BEGIN IMMEDIATE; UPDATE review SET rating = 1, answer = hex(zeroblob(4000))");
  ::raise(SIGKILL);
  return {};
}

}  // namespace

TEST_CASE("what was acknowledged is there after the process is killed", "[store]") {
  const Scratch scratch;
  const auto file = scratch / "history.db";
  std::set<std::string> acknowledged;
  for (int round = 0; round < 8; ++round) {
    Child writer{[&](const Child::Say& say) {
      History history{file, Access::write};
      for (int number = 1;; ++number) {
        auto next = review(round * 1'000'000 + number);
        next.answer.assign(20'000, 'x');
        append(history, next);
        say(next.id);
      }
      return std::string{};
    }};
    auto said = writer.hear(32 * static_cast<std::size_t>(1 + round * 2));
    said += writer.kill();
    for (std::size_t at = 0; at + 32 <= said.size(); at += 32) acknowledged.insert(said.substr(at, 32));

    const History history{file, Access::read};
    const auto found = ids(history);
    CHECK(std::ranges::includes(found, acknowledged));
    CHECK(found.size() <= acknowledged.size() + static_cast<std::size_t>(round) + 1);
    CHECK(history.verify().problems.empty());
  }
  CHECK(acknowledged.size() >= 8 * 8);
}

TEST_CASE("what a killed process left half written is undone, by reading too", "[store]") {
  const Scratch scratch;
  const auto file = scratch / "history.db";
  History::Log log;
  for (int number = 1; number <= 200; ++number) log.reviews.push_back(review(number));
  History{file, Access::write}.merge(log);
  const auto before = read_text(file);
  for (const auto access : {Access::read, Access::write}) {
    in_child([&] { return die_while_writing(file); });
    REQUIRE(fs::file_size(scratch / "history.db-journal") > 0);
    REQUIRE(read_text(file) != before);
    CHECK(History{file, access}.log() == log);
    CHECK(read_text(file) == before);
  }
}

TEST_CASE("a half-written file that cannot be mended says so", "[store]") {
  CHECK(as_plain_user([] {
          const Scratch scratch;
          const auto file = scratch / "history.db";
          History::Log log;
          for (int number = 1; number <= 200; ++number) log.reviews.push_back(review(number));
          History{file, Access::write}.merge(log);
          in_child([&] { return die_while_writing(file); });
          fs::permissions(file, fs::perms::owner_read);
          const auto message = error_of([&] { const History history{file, Access::read}; });
          return message.substr(message.find("\": ") + 3);
        }) ==
        "an interrupted write must be undone first, and the file or its folder is read-only. Make both "
        "writable.");
}

// SQLite's lock is not a queue: a process that writes without a breath can keep the other out for longer than
// its patience, where syncing is slow. Nobody rates like that, and the few answers of each fit into it.
TEST_CASE("two processes can write at once", "[store]") {
  constexpr int each = 20;
  const Scratch scratch;
  const auto file = scratch / "new/history.db";
  const auto write = [&](int first) {
    return [&file, first](const Child::Say& say) {
      say("!");
      History history{file, Access::write};
      for (int number = first; number < first + each; ++number) {
        append(history, review(number));
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
      }
      return std::string{"done"};
    };
  };
  Child one{write(1)}, other{write(1 + each)};
  CHECK(one.finish() == "!done");
  CHECK(other.finish() == "!done");
  const History history{file, Access::read};
  CHECK(history.reviews().size() == 2 * each);
  CHECK(ids(history).size() == 2 * each);
  CHECK(history.verify().problems.empty());
}
