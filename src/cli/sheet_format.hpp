// The formats that `viva sheet` writes, by name and by the ending of a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "render/sheet/writers.hpp"
#include "viva/base/enum_names.hpp"

namespace viva {

enum class SheetFormat { text, markdown, html, json, anki, pdf };
inline constexpr auto sheet_format_names =
    enum_names<SheetFormat>("text", "markdown", "html", "json", "anki", "pdf");

// What makes a file of a sheet; nullptr for PDF, which viva-pdf makes.
using SheetWriter = std::string (*)(const Sheet& sheet);
SheetWriter writer_of(SheetFormat format);

// By the ending of the file's name, in any case; nullopt where it has none or an unknown one.
std::optional<SheetFormat> format_of_file(std::string_view file);

// What the ending of "sheet.docx" could have been.
std::string explain_ending(std::string_view file);

enum class Paper { a4, letter };
inline constexpr auto paper_names = enum_names<Paper>("a4", "letter");

// The paper of the country in LC_ALL, LC_PAPER or LANG: Letter in North and parts of Latin America, else A4.
Paper usual_paper();

}  // namespace viva
