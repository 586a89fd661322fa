// Running another program, without a shell between.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viva {

// The path of a program that comes with viva: beside the running viva, else on PATH; nullopt: nowhere.
std::optional<std::string> find_program(const std::string& name);

struct ProgramRun {
  std::string out, err;  // err to 64 KiB
  int code = 0;          // 128 + N where signal N ended it
};

// Runs the program at `path` to its end with `input` as its standard input. Throws Error where it cannot be
// started.
ProgramRun run_program(const std::string& path, const std::vector<std::string>& arguments,
                       std::string_view input);

// While it lives, writing to a program that no longer reads fails, instead of ending viva.
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
