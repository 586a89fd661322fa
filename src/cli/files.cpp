#include "cli/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "store/folder.hpp"
#include "viva/base/error.hpp"

namespace viva {
namespace {

// A file descriptor; closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  bool ok() const { return number_ >= 0; }

 private:
  int number_;
};

Diagnostic unreadable(const std::string& path, std::string reason) {
  Diagnostic diagnostic;
  diagnostic.file = path;
  diagnostic.message = std::move(reason);
  return diagnostic;
}

std::string reason_of(int error) {
  switch (error) {
    case ENOENT: return "there is no such file; check the path";
    case EACCES: return "it may not be read; check its permissions";
    case EISDIR: return "it is a directory; name a file";
    default: return fmt::format("it cannot be read: {}", std::strerror(error));
  }
}

[[noreturn]] void fail(const std::filesystem::path& path, std::string_view what, int error) {
  throw Error{fmt::format("{}: {}: {}", path.string(), what, std::strerror(error))};
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// mkstemp makes a private file; a sheet or bank should be as readable as any other new file.
void use_default_mode(int descriptor) {
  const auto mask = ::umask(0);
  ::umask(mask);
  ::fchmod(descriptor, 0666 & ~mask);
}

bool put_in_place(const std::string& temporary, const std::filesystem::path& path, Existing existing) {
  if (existing == Existing::replace) return ::rename(temporary.c_str(), path.c_str()) == 0;
  return ::link(temporary.c_str(), path.c_str()) == 0 && ::unlink(temporary.c_str()) == 0;
}

}  // namespace

std::variant<std::string, Diagnostic> read_file(const std::string& path) {
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (!file.ok()) return unreadable(path, reason_of(errno));
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const auto size = ::read(file.number(), buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return unreadable(path, reason_of(errno));
    if (size == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(size));
  }
}

void write_file(const std::filesystem::path& path, std::string_view bytes, Existing existing) {
  auto temporary = path.string() + ".XXXXXX";
  const Descriptor file{::mkstemp(temporary.data())};
  if (!file.ok()) fail(path, "it cannot be written", errno);
  use_default_mode(file.number());
  if (!write_all(file.number(), bytes) || ::fsync(file.number()) != 0 ||
      !put_in_place(temporary, path, existing)) {
    const int error = errno;
    ::unlink(temporary.c_str());
    if (error == EEXIST)
      throw Error{
          fmt::format("{}: there is a file of this name already; --force replaces it", path.string())};
    fail(path, "it cannot be written", error);
  }
  sync_folder(path.parent_path());
}

std::filesystem::path temporary_folder() {
  std::error_code none;
  const auto folder = std::filesystem::temp_directory_path(none);
  return none ? std::filesystem::path{"/tmp"} : folder;
}

}  // namespace viva
