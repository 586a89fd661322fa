#include "store/failure.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <system_error>

#include "viva/base/error.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

std::string words(int error) { return std::generic_category().message(error); }

// SQLite makes more calls after one has failed, and any of them may set errno: only these values are telling.
std::string explain_disk(std::string_view says, int error) {
  for (const int telling : {ENOSPC, EDQUOT, EFBIG, EROFS, EACCES, EPERM, EIO})
    if (error == telling) return explain_errno(error);
  return fmt::format("it cannot be read or written ({}). Check the file, its folder and the disk.", says);
}

std::string explain_read_only(int code) {
  switch (code) {
    case SQLITE_READONLY_DBMOVED:
      return "the file was moved, replaced or deleted while it was in use. Put it back, or start viva again.";
    case SQLITE_READONLY_ROLLBACK:
      return "an interrupted write must be undone first, and the file or its folder is read-only. Make both "
             "writable.";
    default:
      return "the file or its folder is read-only. Make both writable, or name another file with --history.";
  }
}

}  // namespace

void fail(std::string_view doing, const std::filesystem::path& file, std::string_view why) {
  throw Error{fmt::format("cannot {} the history \"{}\": {}", doing, printable(file.native()), why)};
}

void fail_with_errno(std::string_view doing, const std::filesystem::path& file, int error) {
  fail(doing, file, explain_errno(error));
}

std::string explain_errno(int error) {
  switch (error) {
    case ENOSPC: return "the disk is full. Free some space and try again.";
    case EDQUOT:
    case EFBIG:
      return fmt::format("no more room is allowed ({}). Free some space and try again.", words(error));
    case EROFS: return "the disk is read-only. Name a file elsewhere with --history.";
    case EACCES:
    case EPERM:
      return fmt::format(
          "permission is missing ({}). Change the permissions of the file and its folder, or name another "
          "file with --history.",
          words(error));
    case EIO: return fmt::format("the disk failed ({}). Check the disk and try again.", words(error));
    default: return fmt::format("{}. Check the path, or name another file with --history.", words(error));
  }
}

std::string explain_sqlite(int code, std::string_view says, int error) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fmt::format(
          "another viva is writing to it and has not finished for {} seconds. Try again in a moment.",
          patience_ms / 1000);
    case SQLITE_READONLY: return explain_read_only(code);
    case SQLITE_FULL: return explain_errno(ENOSPC);
    case SQLITE_NOTADB:
      return "it is not a history, not even a database. Move it away, or name another file with --history.";
    case SQLITE_CORRUPT:
      return "the file is damaged. Put back a copy of it, or import an export into a new one.";
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR: return explain_disk(says, error);
    default: return fmt::format("SQLite says: {}.", printable(says));
  }
}

}  // namespace viva
