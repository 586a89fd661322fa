// Texts of a bank within Markdown that viva writes: a question under its heading, and the cell of a table.
// Text is never markup, a link or HTML.
#pragma once

#include <string>

#include "render/headed_text.hpp"
#include "viva/base/rich_text.hpp"

namespace viva {

// "### 3. What is it?", and what stands below in the prompt. Every line ends in a newline.
std::string markdown_question(int number, std::string_view prompt);

// On one line, with breaks between lines. The code of blocks is code line by line, with its indentation.
std::string markdown_cell(const RichText& text);

}  // namespace viva
