// Part of render/sheet/writers.hpp: Markdown.
#include <fmt/format.h>

#include "base/escape.hpp"
#include "render/sheet/writers.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

// All on one line, as a heading or the cell of a table must be.
std::string on_one_line(std::string_view text, std::string_view between = " ") {
  std::string out;
  for (const auto line : split_lines(text)) {
    const auto shown = escape_markdown(line);
    if (!shown.empty()) out += (out.empty() ? "" : std::string{between}) + shown;
  }
  return out;
}

void add_paragraphs(std::string& out, std::string_view text) {
  for (const auto paragraph : split_paragraphs(text)) out += on_one_line(paragraph, "\\\n") + "\n\n";
}

void add_list(std::string& out, std::string_view heading, const std::vector<std::string>& entries,
              std::string_view bullet) {
  if (entries.empty()) return;
  out += fmt::format("**{}**\n\n", heading);
  for (const auto& entry : entries) out += fmt::format("{} {}\n", bullet, on_one_line(entry));
  out += '\n';
}

void add_text(std::string& out, std::string_view heading, std::string_view text) {
  if (text.empty()) return;
  out += fmt::format("**{}**\n\n", heading);
  add_paragraphs(out, text);
}

std::string link(const Reference& reference) {
  const auto title = on_one_line(reference.title);
  return is_web_address(reference.url) ? fmt::format("[{}](<{}>)", title, markdown_address(reference.url))
                                       : fmt::format("{} {}", title, on_one_line(reference.url));
}

void add_references(std::string& out, const std::vector<Reference>& references) {
  if (references.empty()) return;
  out += "**References**\n\n";
  for (const auto& reference : references) out += fmt::format("- {}\n", link(reference));
  out += '\n';
}

void add_marks(std::string& out, const std::vector<std::string>& marks) {
  if (marks.empty()) return;
  out += "**Mark**";
  for (const auto& mark : marks) out += " ☐ " + mark;
  out += "\n\n";
}

void add_item(std::string& out, const SheetItem& item, const Sheet& sheet) {
  out += fmt::format("### {}. {}\n\n", item.number, on_one_line(item.prompt));
  if (!item.label.empty()) out += fmt::format("*{}*\n\n", on_one_line(item.label));
  if (!item.record.empty()) out += on_one_line(item.record) + "\n\n";
  add_list(out, "Missed", item.missed, "- [ ]");
  add_text(out, "Hint", item.hint);
  add_list(out, "Points", item.points, sheet.ticks ? "- [ ]" : "-");
  add_list(out, "Pitfalls", item.pitfalls, "-");
  add_list(out, "Follow-ups", item.follow_ups, "-");
  add_text(out, "Answer", item.answer);
  add_references(out, item.references);
  add_marks(out, sheet.marks);
  // Thematic breaks are the only lines Markdown has.
  for (int i = 0; i < item.space; ++i) out += "&nbsp;\n\n---\n\n";
}

std::string card_back(const SheetItem& item, const Sheet& sheet) {
  std::string back;
  const auto add = [&](std::string_view bullet, std::string_view text) {
    if (!text.empty())
      back += fmt::format("{}{}{}", back.empty() ? "" : "<br>", bullet, on_one_line(text, "<br>"));
  };
  add("", item.hint);
  for (const auto& point : item.points) add(sheet.ticks ? "☐ " : "• ", point);
  for (const auto& pitfall : item.pitfalls) add("✗ ", pitfall);
  for (const auto& question : item.follow_ups) add("? ", question);
  add("", item.answer);
  for (const auto& reference : item.references) back += (back.empty() ? "" : "<br>") + link(reference);
  return back;
}

void add_cards(std::string& out, const SheetSection& section, const Sheet& sheet) {
  out += "| | Question | Answer |\n|---:|---|---|\n";
  for (const auto& item : section.items) {
    out += fmt::format("| {} | {}", item.number, on_one_line(item.prompt, "<br>"));
    if (!item.label.empty()) out += fmt::format("<br>*{}*", on_one_line(item.label));
    out += fmt::format(" | {} |\n", card_back(item, sheet));
  }
  out += '\n';
}

}  // namespace

std::string sheet_markdown(const Sheet& sheet) {
  auto out = fmt::format("# {}\n\n**{}** · {} · {}\n\n", on_one_line(sheet.title), sheet.subtitle, sheet.date,
                         on_one_line(sheet.selection));
  for (const auto& note : sheet.notes) add_paragraphs(out, note);
  for (const auto& section : sheet.sections) {
    if (!section.name.empty()) out += fmt::format("## {}\n\n", on_one_line(section.name));
    if (sheet.kind == SheetKind::cards) {
      add_cards(out, section, sheet);
      continue;
    }
    for (const auto& item : section.items) add_item(out, item, sheet);
  }
  out.pop_back();
  return out;
}

}  // namespace viva
