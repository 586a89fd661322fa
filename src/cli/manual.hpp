// The manual page, made from the command line's own description, so that the two cannot differ.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace viva {

// In roff, for man(1).
std::string manual(const CLI::App& app);

}  // namespace viva
