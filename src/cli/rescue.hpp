// The last resort for answers that could not be saved.
#pragma once

#include "cli/save_queue.hpp"
#include "cli/shell.hpp"

namespace viva {

// Writes what still waits to a file in the current folder, else in the temporary one, and says how to import
// it. Where neither can be written, prints it.
void rescue(const Shell& shell, const SaveQueue& queue);

}  // namespace viva
