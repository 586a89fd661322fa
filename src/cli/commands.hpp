// Every command of viva. Each is described in a file of its name in commands/; a new one is that file, and
// its function and line here.
#pragma once

#include <array>
#include <string_view>

#include "cli/command.hpp"
#include "cli/options.hpp"

namespace viva {

// What the command takes and does; its name and help are in the table below.
Command describe_list();
Command describe_show();
Command describe_drill();
Command describe_mock();
Command describe_rounds();
Command describe_sheet();
Command describe_plan();
Command describe_stats();
Command describe_bank();
Command describe_history();
Command describe_completion();
Command describe_manual();

struct CommandEntry {
  std::string_view name, help;
  Command (*describe)();
};

// In the order of the help.
inline constexpr std::array command_table{
    CommandEntry{"list", "The questions that match", describe_list},
    CommandEntry{"show", "Questions in full", describe_show},
    CommandEntry{"drill", "Practise, one question at a time", describe_drill},
    CommandEntry{"mock", "A timed mock round, scored by yourself", describe_mock},
    CommandEntry{"rounds", "Past rounds and their scorecards", describe_rounds},
    CommandEntry{"sheet", "A study sheet: on paper, in a browser, in Anki", describe_sheet},
    CommandEntry{"plan", "Set the interview's day, and see the days up to it", describe_plan},
    CommandEntry{"stats", "Progress, memory, calibration and time, in charts", describe_stats},
    CommandEntry{"bank", "Check, start or print a bank of questions", describe_bank},
    CommandEntry{"history", "Take back, move or verify your answers", describe_history},
    CommandEntry{"completion", "Completion for your shell", describe_completion},
    CommandEntry{"man", "The manual page", describe_manual},
};

Command describe_command(const CommandEntry& entry);

// viva itself, without its commands: its options are those that every command takes, and set `options`.
Command describe_viva(Options& options);

// viva with all of its commands.
Command describe_all(Options& options);

// What stands at the end of a command's help.
std::string footer_of(const Command& command);

// viva without a command: where the candidate stands, and what to do next.
ExitCode opening_screen(const Shell& shell);

}  // namespace viva
