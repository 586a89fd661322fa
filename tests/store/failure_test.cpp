#include "store/failure.hpp"

#include <sqlite3.h>

#include <cerrno>

#include "catch.hpp"
#include "store/scratch.hpp"

using namespace viva;
using namespace viva::test;

TEST_CASE("a failure names what was done, the file, the reason and the remedy", "[store]") {
  CHECK(error_of([] { fail_with_errno("save to", "/home/ana/\x1b.db", ENOSPC); }) ==
        "cannot save to the history \"/home/ana/␛.db\": the disk is full. Free some space and try again.");
}

TEST_CASE("what the system refuses is told with what helps", "[store]") {
  CHECK(explain_errno(EROFS) == "the disk is read-only. Name a file elsewhere with --history.");
  for (const int error : {EDQUOT, EFBIG}) {
    const auto told = explain_errno(error);
    CHECK(told.starts_with("no more room is allowed ("));
    CHECK(told.ends_with("). Free some space and try again."));
  }
  for (const int error : {EACCES, EPERM}) CHECK(explain_errno(error).starts_with("permission is missing ("));
  CHECK(explain_errno(EIO) == "the disk failed (Input/output error). Check the disk and try again.");
  CHECK(explain_errno(ENOTDIR) == "Not a directory. Check the path, or name another file with --history.");
}

TEST_CASE("what SQLite refuses is told by its code", "[store]") {
  CHECK(explain_sqlite(SQLITE_READONLY_ROLLBACK, "", 0) ==
        "an interrupted write must be undone first, and the file or its folder is read-only. Make both "
        "writable.");
  CHECK(explain_sqlite(SQLITE_READONLY_DBMOVED, "", 0) ==
        "the file was moved, replaced or deleted while it was in use. Put it back, or start viva again.");
  for (const int code : {SQLITE_READONLY, SQLITE_READONLY_DIRECTORY})
    CHECK(explain_sqlite(code, "", 0).starts_with("the file or its folder is read-only."));
  for (const int code : {SQLITE_BUSY, SQLITE_BUSY_RECOVERY, SQLITE_LOCKED})
    CHECK(explain_sqlite(code, "", 0).find("has not finished for 5 seconds") != std::string::npos);
  CHECK(explain_sqlite(SQLITE_FULL, "", 0) == explain_errno(ENOSPC));
  CHECK(explain_sqlite(SQLITE_CORRUPT_INDEX, "", 0).starts_with("the file is damaged."));
  CHECK(explain_sqlite(SQLITE_NOTADB, "", 0).starts_with("it is not a history, not even a database."));
  CHECK(explain_sqlite(SQLITE_TOOBIG, "string or blob\x1b too big", 0) ==
        "SQLite says: string or blob␛ too big.");
}

TEST_CASE("a failure to read or write is told by its errno, where that is telling", "[store]") {
  for (const int error : {ENOSPC, EDQUOT, EFBIG, EROFS, EACCES, EPERM, EIO})
    for (const int code : {SQLITE_IOERR_WRITE, SQLITE_CANTOPEN})
      CHECK(explain_sqlite(code, "disk I/O error", error) == explain_errno(error));
  for (const int error : {0, EAGAIN, ENOENT})
    CHECK(explain_sqlite(SQLITE_IOERR_FSYNC, "disk I/O error", error) ==
          "it cannot be read or written (disk I/O error). Check the file, its folder and the disk.");
}
