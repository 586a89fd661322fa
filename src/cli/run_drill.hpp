// A drill from its first question to its summary, full screen where there is one, else line by line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "exit_code.hpp"
#include "input.hpp"
#include "shell.hpp"
#include "study.hpp"
#include "viva/bank.hpp"
#include "viva/filter.hpp"
#include "viva/progress.hpp"

namespace viva {

// How a drill came about, to say what comes next.
struct DrillOrigin {
  Filter filter;
  std::optional<TodaysPlan> plan;  // that it follows
  std::string about;               // what is ahead, in lines
};

// `input`: where lines were read from already, so that none is lost.
ExitCode run_drill(const Shell& shell, const Bank& bank, const Progress& progress,
                   const std::vector<std::size_t>& items, const DrillOrigin& origin,
                   std::optional<Input>& input);

}  // namespace viva
