// Every command, one file each: adds itself to the command line, and sets `chosen` when it is asked for.
// Header only: the sources are in commands/.
#pragma once

#include "cli/shell.hpp"

namespace CLI {
class App;
}

namespace viva {

void add_list(CLI::App& app, Command& chosen);
void add_show(CLI::App& app, Command& chosen);
void add_drill(CLI::App& app, Command& chosen);
void add_mock(CLI::App& app, Command& chosen);
void add_rounds(CLI::App& app, Command& chosen);
void add_sheet(CLI::App& app, Command& chosen);
void add_stats(CLI::App& app, Command& chosen);
void add_plan(CLI::App& app, Command& chosen);
void add_bank(CLI::App& app, Command& chosen);
void add_history(CLI::App& app, Command& chosen);
void add_completion(CLI::App& app, Command& chosen);
void add_manual(CLI::App& app, Command& chosen);

// viva without a command: where the candidate stands, and what to do next.
ExitCode overview(const Shell& shell);

}  // namespace viva
