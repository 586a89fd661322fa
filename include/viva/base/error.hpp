// Error: the environment failed (a file, the disk, the database). Bad input is never an Error: it is a
// value, reported whole. The message says what happened, to which file, why, and what to do. Header only: a
// type.
#pragma once

#include <stdexcept>

namespace viva {

class Error : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace viva
