// Reads a sheet's JSON, as render/sheet/writers.hpp describes it. The text may come from anywhere: it is
// either a sheet whose texts are fit for paper (pdf/paper_text.hpp), or faults.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/sheet/sheet.hpp"

namespace viva::pdf {

struct SheetReading {
  Sheet sheet;                      // sound only without faults
  std::vector<std::string> faults;  // "sections[0].items[3].hint: a text is expected"; safe to print
};

SheetReading read_sheet(std::string_view json);

}  // namespace viva::pdf
