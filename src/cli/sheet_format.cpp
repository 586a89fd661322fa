#include "cli/sheet_format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <vector>

#include "cli/options.hpp"
#include "viva/base/suggest.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

struct Format {
  std::vector<std::string_view> endings;
  SheetWriter write;
};

const Format& about(SheetFormat format) {
  // In the enum's order.
  static const std::array<Format, sheet_format_names.all.size()> formats{{
      {{".txt", ".text"}, [](const Sheet& sheet) { return sheet_text(sheet); }},
      {{".md", ".markdown"}, sheet_markdown},
      {{".html", ".htm"}, sheet_html},
      {{".json"}, sheet_json},
      {{".tsv", ".anki"}, sheet_anki},
      {{".pdf"}, nullptr},
  }};
  return formats[static_cast<std::size_t>(format)];
}

std::string ending_of(std::string_view file) {
  return fold_case(std::filesystem::path{file}.extension().string());
}

}  // namespace

SheetWriter writer_of(SheetFormat format) { return about(format).write; }

std::optional<SheetFormat> format_of_file(std::string_view file) {
  const auto ending = ending_of(file);
  for (const auto name : sheet_format_names.all) {
    const auto format = sheet_format_names.value_of(name);
    if (std::ranges::count(about(*format).endings, ending) > 0) return format;
  }
  return std::nullopt;
}

std::string explain_ending(std::string_view file) {
  const auto ending = ending_of(file);
  std::vector<std::string> known;
  for (const auto name : sheet_format_names.all)
    for (const auto one : about(*sheet_format_names.value_of(name)).endings) known.emplace_back(one);
  const auto what = ending.empty() ? fmt::format("{}: its name has no ending that tells the format", file)
                                   : fmt::format("{}: there is no format for \"{}\"", file, ending);
  const auto near = nearest(ending, known);
  return fmt::format("{}{}\nThe endings are {}; or say --format", what,
                     near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near), fmt::join(known, ", "));
}

Paper usual_paper() {
  // The countries whose locales in the C library have Letter.
  constexpr std::array<std::string_view, 19> letter{"_US", "_CA", "_MX", "_PR", "_CL", "_CO", "_CR",
                                                    "_GT", "_NI", "_PA", "_PH", "_SV", "_VE", "_BO",
                                                    "_DO", "_HN", "_EC", "_BZ", "_UM"};
  const auto is_letter = [&](std::string_view country) {
    return std::ranges::any_of(letter, [&](auto code) { return country.ends_with(code); });
  };
  for (const auto* variable : {"LC_ALL", "LC_PAPER", "LANG"})
    if (const auto locale = environment(variable); !locale.empty())
      return is_letter(locale.substr(0, locale.find_first_of(".@"))) ? Paper::letter : Paper::a4;
  return Paper::a4;
}

}  // namespace viva
