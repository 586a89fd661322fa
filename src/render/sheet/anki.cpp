// Part of render/sheet/writers.hpp: notes for Anki.
#include <fmt/format.h>

#include "base/escape.hpp"
#include "render/html/rich_html.hpp"
#include "render/sheet/writers.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

std::string list(std::string_view heading, const std::vector<std::string>& entries) {
  if (entries.empty()) return "";
  auto out = fmt::format("<p><b>{}</b></p><ul>", heading);
  for (const auto& entry : entries)
    out += fmt::format("<li dir=\"auto\">{}</li>", rich_html_entry(read_markdown(entry)));
  return out + "</ul>";
}

std::string section(std::string_view heading, std::string_view text) {
  if (text.empty()) return "";
  return fmt::format("<p><b>{}</b></p><div dir=\"auto\">{}</div>", heading,
                     rich_html_entry(read_markdown(text)));
}

std::string references(const std::vector<Reference>& all) {
  if (all.empty()) return "";
  std::string out{"<p><b>References</b></p><ul>"};
  for (const auto& [title, url] : all) {
    const auto name = escape_html(printable(title)), address = escape_html(printable(url));
    out += is_web_address(url) ? fmt::format("<li dir=\"auto\"><a href=\"{}\">{}</a></li>", address, name)
                               : fmt::format("<li dir=\"auto\">{} {}</li>", name, address);
  }
  return out + "</ul>";
}

std::string back_of(const SheetItem& item) {
  return list("Missed", item.missed) + section("Hint", item.hint) + list("Points", item.points) +
         list("Pitfalls", item.pitfalls) + list("Follow-ups", item.follow_ups) +
         section("Answer", item.answer) + references(item.references);
}

// Two colons part a deck from its parent.
std::string deck_part(std::string_view name) {
  std::string out;
  for (const char c : printable(name)) out += c == ':' && out.ends_with(':') ? " :" : std::string(1, c);
  while (out.ends_with(':')) out.pop_back();
  return out.empty() ? "-" : out;
}

}  // namespace

std::string sheet_anki(const Sheet& sheet) {
  std::string out{
      "#separator:Tab\n#html:true\n#guid column:1\n#deck column:2\n#tags column:5\n#notetype:Basic\n"};
  for (const auto& section : sheet.sections)
    for (const auto& item : section.items)
      out += fmt::format("viva/{}/{}\t{}\t{}\t{}\t{}\n", item.bank, item.id,
                         csv_field(fmt::format("{}::{}", deck_part(sheet.title), deck_part(item.tier))),
                         anki_field(rich_html_entry(read_markdown(item.prompt))), anki_field(back_of(item)),
                         item.topic_id);
  return out;
}

}  // namespace viva
