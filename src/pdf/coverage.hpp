// What a sheet's texts have and no installed font shows.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace viva::pdf {

class Coverage {
 public:
  // No font has a glyph for this code point.
  void lacks(char32_t code_point);

  // A sentence for each script: "no font here covers Khmer; install one, such as Noto Sans Khmer".
  std::vector<std::string> complaints() const;

 private:
  std::set<std::string> scripts_;
};

}  // namespace viva::pdf
