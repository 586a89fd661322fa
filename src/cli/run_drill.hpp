// A drill from its first question to its summary.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/input.hpp"
#include "cli/shell.hpp"
#include "cli/study.hpp"
#include "viva/bank/bank.hpp"
#include "viva/session/filter.hpp"

namespace viva {

// How a drill came about; its summary says what comes next.
struct DrillOrigin {
  Filter filter;
  std::optional<PlanRequest> request;  // with an interview ahead
  std::string about;                   // what it asks, in lines; printed already
};

// `input`: from which lines were read already, so that none is lost.
ExitCode run_drill(const Shell& shell, const Bank& bank, const Study& study,
                   const std::vector<std::size_t>& items, const DrillOrigin& origin,
                   std::optional<Input>& input);

}  // namespace viva
