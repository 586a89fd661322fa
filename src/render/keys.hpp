// What can be typed now: keys at a prompt, and commands for the shell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/page.hpp"

namespace viva {

struct Key {
  std::string key, meaning;
};

// `lead`, then the keys, as many on a line as fit.
void add_keys(Page& page, std::string_view lead, const std::vector<Key>& keys, int columns);

// A command after two spaces, broken before options where it is too long, so that it can still be copied
// into a shell.
void add_command(Page& page, std::string_view command, int columns);

}  // namespace viva
