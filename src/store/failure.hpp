// Why the disk or the database refused, in plain words. Messages read:
//   cannot save to the history "/home/ana/history.db": the disk is full. Free some space and try again.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

namespace viva {

// How long to wait for another process that writes.
inline constexpr int patience_ms = 5000;

// A write that would break the log. Its text says what is wrong, and that nothing was written.
struct Refused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Throws viva::Error. `doing`: "open", "save to", ...; `why` ends with what to do about it.
[[noreturn]] void fail(std::string_view doing, const std::filesystem::path& file, std::string_view why);

// As above, where a call to the system failed with `error` (an errno).
[[noreturn]] void fail_with_errno(std::string_view doing, const std::filesystem::path& file, int error);

// The reason and the remedy for an errno.
std::string explain_errno(int error);

// The same for a failure of SQLite: its extended result code, what it says of it, and the errno it left.
std::string explain_sqlite(int code, std::string_view says, int error);

}  // namespace viva
