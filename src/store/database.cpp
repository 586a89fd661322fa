#include "store/database.hpp"

#include <SQLiteCpp/Transaction.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <string_view>

#include "store/failure.hpp"
#include "store/folder.hpp"

namespace viva {

namespace embedded {
extern const std::string_view schema;
extern const std::string_view rounds;
extern const std::string_view interviews;
extern const std::string_view points;
}  // namespace embedded

namespace {

using Access = History::Access;
namespace fs = std::filesystem;

constexpr int application = 0x76697661;  // "viva"

// The script of an index takes a history from that version to the next.
const std::array<std::string_view, 4>& migrations() {
  static const std::array<std::string_view, 4> scripts{embedded::schema, embedded::rounds,
                                                       embedded::interviews, embedded::points};
  return scripts;
}

int newest_version() { return static_cast<int>(migrations().size()); }

struct Identity {
  int application = 0, version = 0;
  bool empty = false;  // nothing was ever stored in it
};

// Call it within a transaction, since another process may be making the history.
Identity identify(SQLite::Database& database) {
  const auto number = [&](const char* query) { return database.execAndGet(query).getInt(); };
  return {number("PRAGMA application_id"), number("PRAGMA user_version"),
          number("SELECT count(*) FROM sqlite_schema") == 0};
}

// 0: the history is still to be made.
int checked_version(const Identity& found, const fs::path& file) {
  if (found.application == 0 && found.version == 0 && found.empty) return 0;
  if (found.application != application)
    fail("open", file,
         "it is a database of another program. Name another file with --history. Nothing was changed.");
  if (found.version > newest_version())
    fail("open", file,
         fmt::format("it was written by a newer viva (version {} of the history; this viva knows {}). Update "
                     "viva. Nothing was changed.",
                     found.version, newest_version()));
  return found.version;
}

int version_of(SQLite::Database& database, const fs::path& file) {
  const SQLite::Transaction moment{database};
  return checked_version(identify(database), file);
}

void migrate(SQLite::Database& database, const fs::path& file) {
  if (version_of(database, file) == newest_version()) return;
  SQLite::Transaction transaction{database, SQLite::TransactionBehavior::IMMEDIATE};
  for (int version = checked_version(identify(database), file); version < newest_version(); ++version)
    database.exec(std::string{migrations()[static_cast<std::size_t>(version)]});
  transaction.commit();
}

SQLite::Database open_in_memory() {
  SQLite::Database database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
  database.exec("PRAGMA foreign_keys = ON");
  migrate(database, ":memory:");
  return database;
}

void make_folders(const fs::path& folder, const fs::path& file) {
  std::error_code ignored;
  if (folder.empty() || fs::is_directory(folder, ignored)) return;
  make_folders(folder.parent_path(), file);
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) fail_with_errno("make", file, errno);
  sync_folder(folder.parent_path());
}

// An empty file for its owner alone. SQLite would make one that others can read.
void make_file(const fs::path& file) {
  make_folders(file.parent_path(), file);
  const int opened = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (opened < 0) fail_with_errno("make", file, errno);
  ::close(opened);
}

bool is_there(const fs::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) {
    if (errno != ENOENT) fail_with_errno("open", file, errno);
    return false;
  }
  if (S_ISDIR(status.st_mode)) fail("open", file, "it is a folder. Name a file with --history.");
  if (!S_ISREG(status.st_mode))
    fail("open", file, "it is not an ordinary file. Name another with --history.");
  return true;
}

// Fails now, rather than when the first answer is saved. The folder counts: SQLite makes and deletes its
// journal in it.
void require_permission(const fs::path& file, Access access) {
  if (::access(file.c_str(), R_OK) != 0) fail_with_errno("read", file, errno);
  if (access == Access::read) return;
  const auto folder = fs::canonical(file).parent_path();
  if (::access(file.c_str(), W_OK) != 0 || ::access(folder.c_str(), W_OK) != 0)
    fail(
        "write to", file,
        fmt::format("the file or its folder is read-only ({}). Make both writable, or name another file with "
                    "--history.",
                    std::generic_category().message(errno)));
}

// EXTRA, not FULL: FULL does not sync the folder after the journal is deleted. A power cut could bring the
// journal back, which would undo the last answer.
void configure(SQLite::Database& database, Access access) {
  database.exec("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
  if (access == Access::read)
    database.exec("PRAGMA query_only = ON");
  else
    database.exec("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA fullfsync = ON");
}

}  // namespace

SQLite::Database open_database(const fs::path& file, Access access) {
  if (file == ":memory:") return open_in_memory();
  if (!is_there(file)) {
    if (access == Access::read) return open_in_memory();
    make_file(file);
  }
  require_permission(file, access);
  // READWRITE for reading too: SQLite can then undo what a killed process left half done. A file that is
  // read-only it opens for reading. NOMUTEX: viva has no threads, and with locks reading takes half as long
  // again.
  SQLite::Database database{fs::canonical(file).native(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX,
                            patience_ms};
  const int version = version_of(database, file);
  if (access == Access::read && version == 0) return open_in_memory();
  configure(database, access);
  if (access == Access::write) migrate(database, file);
  return database;
}

}  // namespace viva
