// viva: prepares you for an interview, in the terminal. This file only joins the parts.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/completion.hpp"
#include "viva/base/error.hpp"

namespace {

using namespace viva;

// Every way out goes through here: what could not be written or done is told.
int run(const Options& options, const Command& command) {
  const Shell shell{options};
  try {
    const auto code = command(shell);
    shell.terminal().flush();
    return static_cast<int>(code);
  } catch (const Error& error) {
    shell.terminal().complain(fmt::format("viva: {}", error.what()));
  } catch (const std::exception& error) {
    shell.terminal().complain(fmt::format("viva: something unforeseen went wrong: {}", error.what()));
  }
  return static_cast<int>(ExitCode::failed);
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  Command chosen = overview;
  CLI::App app;
  describe_command_line(app, options, chosen);
  if (argc > 1 && std::string_view{argv[1]} == completion_request) {
    std::fputs(complete(app, {argv + 2, argv + argc}, options).c_str(), stdout);
    return static_cast<int>(ExitCode::done);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& refusal) {
    return run(options, [&](const Shell& shell) { return answer_refusal(app, refusal, shell.terminal()); });
  }
  options.places = typed_places(app, options);
  return run(options, chosen);
}
