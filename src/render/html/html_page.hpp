// What every HTML page of viva begins with: one file that runs no script and takes nothing from elsewhere.
#pragma once

#include <string>
#include <string_view>

namespace viva {

// From the doctype to the end of the head. `title` is text from anyone; `kind` is the class of the page, and
// `style` its CSS after page.css.
std::string html_head(std::string_view title, std::string_view kind, std::string_view style);

}  // namespace viva
