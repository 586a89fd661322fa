// What waits to be written, on real histories that really fail.
#include "cli/save_queue.hpp"

#include <filesystem>

#include "catch.hpp"
#include "store/history_lines.hpp"
#include "store/scratch.hpp"

using namespace viva;
using namespace viva::test;

namespace fs = std::filesystem;

namespace {

const Bank bank;

// A history that cannot be written, because a file is where its folder would be; until that is mended.
struct Blocked {
  Scratch scratch;
  fs::path file{scratch / "answers" / "history.db"};

  Blocked() { write_text(scratch / "answers", "no folder"); }
  void mend() const { fs::remove(scratch / "answers"); }
  History::Log log() const { return History{file, History::Access::read}.log(); }
};

History::Log reviews(std::vector<int> numbers) {
  History::Log log;
  for (const int number : numbers) log.reviews.push_back(review(number));
  return log;
}

History::Log state(int revision) {
  History::Log log;
  log.rounds = {round_state(1)};
  log.rounds.front().revision = revision;
  return log;
}

}  // namespace

TEST_CASE("what is saved is in the history when the call returns", "[save_queue]") {
  const Scratch scratch;
  SaveQueue queue{scratch / "history.db", bank};
  CHECK(!queue.save(reviews({1})));
  CHECK(queue.empty());
  CHECK(History{scratch / "history.db", History::Access::read}.log() == reviews({1}));
}

TEST_CASE("a queue makes the history at the first flush, though nothing waits", "[save_queue]") {
  const Scratch scratch;
  SaveQueue queue{scratch / "folder" / "history.db", bank};
  CHECK(!fs::exists(scratch / "folder"));
  CHECK(!queue.flush());
  CHECK(fs::exists(scratch / "folder" / "history.db"));
}

TEST_CASE("a queue says why the history cannot be written", "[save_queue]") {
  const Blocked blocked;
  SaveQueue queue{blocked.file, bank};
  const auto trouble = queue.flush();
  REQUIRE(trouble);
  CHECK(trouble->find(blocked.file.string()) != std::string::npos);
  CHECK(queue.empty());
}

TEST_CASE("what cannot be written waits, and is written with the next", "[save_queue]") {
  const Blocked blocked;
  SaveQueue queue{blocked.file, bank};
  CHECK(queue.save(reviews({1})));
  CHECK(queue.save({{review(2)}, {{review(1).id, review(2).at}}}));
  CHECK(!queue.empty());
  CHECK(queue.answers() == 3);
  blocked.mend();
  CHECK(!queue.save(reviews({3})));
  CHECK(queue.empty());
  CHECK(blocked.log().reviews == reviews({1, 2, 3}).reviews);
  CHECK(blocked.log().retractions.size() == 1);
}

TEST_CASE("of a round only its latest state waits", "[save_queue]") {
  const Blocked blocked;
  SaveQueue queue{blocked.file, bank};
  for (const int revision : {1, 3, 2}) CHECK(queue.save(state(revision)));
  CHECK(!queue.empty());
  CHECK(queue.answers() == 0);
  blocked.mend();
  CHECK(!queue.flush());
  CHECK(blocked.log().rounds == state(3).rounds);
}

TEST_CASE("a history that breaks while it is in use is opened again", "[save_queue]") {
  const Scratch scratch;
  const auto file = scratch / "history.db";
  SaveQueue queue{file, bank};
  REQUIRE(!queue.save(reviews({1})));
  fs::rename(file, scratch / "elsewhere.db");
  write_text(file, "this is no database, but longer than the heading of one: " + std::string(200, 'x'));
  CHECK(queue.save(reviews({2})));
  CHECK(queue.save(reviews({3})));
  fs::remove(file);
  CHECK(!queue.flush());
  CHECK(History{file, History::Access::read}.log() == reviews({2, 3}));
}

TEST_CASE("what waits is given as lines that can be imported", "[save_queue]") {
  const Blocked blocked;
  SaveQueue queue{blocked.file, bank};
  queue.save(reviews({1, 2}));
  queue.save(state(1));
  const auto read = read_lines(queue.lines(), "lines");
  CHECK(read.ok());
  CHECK(read.log.reviews == reviews({1, 2}).reviews);
  CHECK(read.log.rounds == state(1).rounds);
}
