// viva: prepares you for an interview, in the terminal. This file only joins the parts.
#include <fmt/format.h>

#include <cstdio>
#include <exception>

#include "cli/command_line.hpp"
#include "cli/completion.hpp"
#include "cli/shell.hpp"
#include "viva/base/error.hpp"

namespace {

using namespace viva;

// Every way out goes through here, so that a failure is always told.
ExitCode run(const CommandLine& line) {
  const Shell shell{line.options};
  try {
    const auto code = line.run(shell);
    shell.terminal().flush();
    return code;
  } catch (const Error& error) {
    shell.terminal().complain(fmt::format("viva: {}", error.what()));
  } catch (const std::exception& error) {
    shell.terminal().complain(fmt::format("viva: something unforeseen went wrong: {}", error.what()));
  }
  return ExitCode::failed;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words{argv + (argc > 0 ? 1 : 0), argv + argc};
  if (words.empty() || words.front() != completion_request)
    return static_cast<int>(run(read_command_line(words)));
  std::fputs(complete({words.begin() + 1, words.end()}).c_str(), stdout);
  return static_cast<int>(ExitCode::done);
}
