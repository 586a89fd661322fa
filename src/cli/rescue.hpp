// The last resort for answers that could not be saved.
#pragma once

#include "cli/keeper.hpp"
#include "cli/shell.hpp"

namespace viva {

// Puts what `keeper` still holds where it is safe, and says how to get it into the history.
void rescue(const Shell& shell, const Keeper& keeper);

}  // namespace viva
