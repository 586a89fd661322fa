// The command line as it was typed: what is to be done, and with which options.
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/options.hpp"

namespace viva {

struct CommandLine {
  Options options;
  Command::Run run;
};

// Reads the words after the program's name, with the environment and the settings file. Where they make no
// sense, or ask for help or the version, `run` prints what there is to say.
CommandLine read_command_line(const std::vector<std::string>& words);

}  // namespace viva
