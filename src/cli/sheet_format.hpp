// The formats that `viva sheet` writes, by name and by the ending of a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viva {

enum class SheetFormat { text, markdown, html, json, anki, pdf };

const std::vector<std::string>& sheet_formats();  // as typed, in the enum's order

// By the ending of the file's name, in any case; nullopt where it has none or an unknown one.
std::optional<SheetFormat> format_of_file(std::string_view file);

// "sheet.docx": what its ending could have been.
std::string explain_ending(std::string_view file);

// The paper of the country in LC_ALL, LC_PAPER or LANG: "letter" in North and parts of Latin America, else
// "a4".
std::string usual_paper();

}  // namespace viva
