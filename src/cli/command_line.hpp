// The command line as a whole: every command and option, and what is said where it makes no sense.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/shell.hpp"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace viva {

// `options` and `chosen` are set when the command line is parsed; both outlive `app`.
void describe_command_line(CLI::App& app, Options& options, Command& chosen);

// Prints the help or version that was asked for, or what is wrong with what was typed and what is nearest.
ExitCode answer_refusal(const CLI::App& app, const CLI::ParseError& refusal, const Terminal& terminal);

}  // namespace viva
