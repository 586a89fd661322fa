#include "cli/sheet_format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>

#include "viva/base/suggest.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

struct Ending {
  std::string_view ending;
  SheetFormat format;
};

constexpr std::array endings{Ending{".txt", SheetFormat::text},    Ending{".text", SheetFormat::text},
                             Ending{".md", SheetFormat::markdown}, Ending{".markdown", SheetFormat::markdown},
                             Ending{".html", SheetFormat::html},   Ending{".htm", SheetFormat::html},
                             Ending{".json", SheetFormat::json},   Ending{".tsv", SheetFormat::anki},
                             Ending{".anki", SheetFormat::anki},   Ending{".pdf", SheetFormat::pdf}};

std::string ending_of(std::string_view file) {
  return fold_case(std::filesystem::path{file}.extension().string());
}

}  // namespace

const std::vector<std::string>& sheet_formats() {
  static const std::vector<std::string> names{"text", "markdown", "html", "json", "anki", "pdf"};
  return names;
}

std::optional<SheetFormat> format_of_file(std::string_view file) {
  const auto ending = ending_of(file);
  const auto found = std::ranges::find(endings, ending, &Ending::ending);
  return found == endings.end() ? std::nullopt : std::optional{found->format};
}

std::string explain_ending(std::string_view file) {
  const auto ending = ending_of(file);
  std::vector<std::string> known;
  std::string all;
  for (const auto& one : endings) {
    known.emplace_back(one.ending);
    all += fmt::format("{}{}", all.empty() ? "" : ", ", one.ending);
  }
  const auto what = ending.empty() ? fmt::format("{}: its name has no ending that tells the format", file)
                                   : fmt::format("{}: there is no format for \"{}\"", file, ending);
  const auto near = nearest(ending, known);
  return fmt::format("{}{}\nThe endings are {}; or say --format", what,
                     near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near), all);
}

std::string usual_paper() {
  // Countries of Letter by the C library's locales.
  constexpr std::array<std::string_view, 19> letter{"_US", "_CA", "_MX", "_PR", "_CL", "_CO", "_CR",
                                                    "_GT", "_NI", "_PA", "_PH", "_SV", "_VE", "_BO",
                                                    "_DO", "_HN", "_EC", "_BZ", "_UM"};
  for (const auto* variable : {"LC_ALL", "LC_PAPER", "LANG"})
    if (const char* value = std::getenv(variable); value && *value) {
      const std::string_view locale{value};
      const auto country = locale.substr(0, locale.find_first_of(".@"));
      return std::ranges::any_of(letter, [&](auto code) { return country.ends_with(code); }) ? "letter"
                                                                                             : "a4";
    }
  return "a4";
}

}  // namespace viva
