// Whole screens, compared with the files of tests/golden. VIVA_UPDATE_GOLDEN=1 writes them anew.
#pragma once

#include <string>

namespace viva::test {

// Fails the running test, with a diff, where `text` is not what tests/golden/NAME holds.
void check_golden(const std::string& name, const std::string& text);

}  // namespace viva::test
