// A sheet as a PDF, ready to print.
#pragma once

#include <string>

#include "pdf/style.hpp"
#include "render/sheet/sheet.hpp"

namespace viva::pdf {

// The bytes of the file: the same for the same sheet, paper and fonts. Throws Error where it cannot be made.
std::string sheet_pdf(const Sheet& sheet, const PaperSize& paper);

}  // namespace viva::pdf
