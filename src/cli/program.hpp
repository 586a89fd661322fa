// Running another program, without a shell between.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viva {

// Where a program of viva's own is: in the folder of the running viva, else on PATH.
std::optional<std::string> find_program(const std::string& name);

struct ProgramRun {
  std::string out, err;  // err to 64 KiB
  int code = 0;          // 128 + N where signal N ended it
};

// Runs the program at `path` to its end with `input` as its standard input. Throws Error where it cannot be
// started.
ProgramRun run_program(const std::string& path, const std::vector<std::string>& arguments,
                       std::string_view input);

// While it lives, to write to a program that reads no more is an error of the write and does not end viva.
class IgnoreClosedPipe {
 public:
  IgnoreClosedPipe();
  ~IgnoreClosedPipe();
  IgnoreClosedPipe(const IgnoreClosedPipe&) = delete;
  IgnoreClosedPipe& operator=(const IgnoreClosedPipe&) = delete;

 private:
  void (*before_)(int);
};

}  // namespace viva
