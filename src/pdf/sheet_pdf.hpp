// A sheet as a PDF, ready to print.
#pragma once

#include <string>
#include <vector>

#include "pdf/style.hpp"
#include "render/sheet/sheet.hpp"

namespace viva::pdf {

struct SheetPdf {
  std::string bytes;                    // of the file: the same for the same sheet, paper and fonts
  std::vector<std::string> complaints;  // a sentence for each script that no font here covers
};

// Throws Error where it cannot be made.
SheetPdf sheet_pdf(const Sheet& sheet, const PaperSize& paper);

}  // namespace viva::pdf
