// Part of render/sheet/writers.hpp: Markdown.
#include <fmt/format.h>

#include <algorithm>

#include "base/escape.hpp"
#include "render/markdown_parts.hpp"
#include "render/sheet/writers.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

// Words of viva's own, and names: all on one line, as a heading or the cell of a table must be.
std::string on_one_line(std::string_view text) {
  std::string out;
  for (const auto line : split_lines(text)) {
    const auto shown = escape_markdown(line);
    if (!shown.empty()) out += (out.empty() ? "" : " ") + shown;
  }
  return out;
}

std::vector<RichText> read_all(const std::vector<std::string>& texts) {
  std::vector<RichText> all;
  for (const auto& text : texts) all.push_back(read_markdown(text));
  return all;
}

void add_list(std::string& out, std::string_view heading, const std::vector<std::string>& entries) {
  if (entries.empty()) return;
  auto items = read_all(entries);
  const bool tight = std::ranges::all_of(items, is_one_paragraph);
  const RichText list{{TextList{.tight = tight, .items = std::move(items)}}};
  out += fmt::format("**{}**\n\n{}\n", heading, write_markdown(list));
}

// An entry of a task list. Only a paragraph can stand beside the box.
std::string box(const RichText& entry) {
  if (entry.blocks.empty()) return "- [ ]\n";
  std::string out = std::holds_alternative<Paragraph>(entry.blocks.front()) ? "- [ ] " : "- [ ]\n\n  ";
  const auto text = without_end(write_markdown(entry));
  for (const auto line : split_lines(text))
    out += fmt::format("{}{}\n", line.empty() || line.data() == text.data() ? "" : "  ", line);
  return out;
}

void add_boxes(std::string& out, std::string_view heading, const std::vector<std::string>& entries) {
  if (entries.empty()) return;
  const auto items = read_all(entries);
  const bool tight = std::ranges::all_of(items, is_one_paragraph);
  out += fmt::format("**{}**\n\n", heading);
  for (const auto& item : items) out += box(item) + (tight ? "" : "\n");
  if (tight) out += '\n';
}

void add_text(std::string& out, std::string_view heading, std::string_view text) {
  if (!text.empty()) out += fmt::format("**{}**\n\n{}\n", heading, write_markdown(read_markdown(text)));
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
  out += markdown_question(item.number, item.prompt) + '\n';
  if (!item.label.empty()) out += fmt::format("*{}*\n\n", on_one_line(item.label));
  if (!item.record.empty()) out += on_one_line(item.record) + "\n\n";
  add_boxes(out, "Missed", item.missed);
  add_text(out, "Hint", item.hint);
  (sheet.ticks ? add_boxes : add_list)(out, "Points", item.points);
  add_list(out, "Pitfalls", item.pitfalls);
  add_list(out, "Follow-ups", item.follow_ups);
  add_text(out, "Answer", item.answer);
  add_references(out, item.references);
  add_marks(out, sheet.marks);
  // Thematic breaks are the only lines Markdown has.
  for (int i = 0; i < item.space; ++i) out += "&nbsp;\n\n---\n\n";
}

std::string card_back(const SheetItem& item, const Sheet& sheet) {
  std::string back;
  const auto add = [&](std::string_view bullet, std::string_view cell) {
    if (!cell.empty()) back += fmt::format("{}{}{}", back.empty() ? "" : "<br>", bullet, cell);
  };
  const auto cell = [](std::string_view text) { return markdown_cell(read_markdown(text)); };
  add("", cell(item.hint));
  for (const auto& point : item.points) add(sheet.ticks ? "☐ " : "• ", cell(point));
  for (const auto& pitfall : item.pitfalls) add("✗ ", cell(pitfall));
  for (const auto& question : item.follow_ups) add("? ", cell(question));
  add("", cell(item.answer));
  for (const auto& reference : item.references) add("", link(reference));
  return back;
}

void add_cards(std::string& out, const SheetSection& section, const Sheet& sheet) {
  out += "| | Question | Answer |\n|---:|---|---|\n";
  for (const auto& item : section.items) {
    out += fmt::format("| {} | {}", item.number, markdown_cell(read_markdown(item.prompt)));
    if (!item.label.empty()) out += fmt::format("<br>*{}*", on_one_line(item.label));
    out += fmt::format(" | {} |\n", card_back(item, sheet));
  }
  out += '\n';
}

}  // namespace

std::string sheet_markdown(const Sheet& sheet) {
  auto out = fmt::format("# {}\n\n**{}** · {} · {}\n\n", on_one_line(sheet.title), sheet.subtitle, sheet.date,
                         on_one_line(sheet.selection));
  for (const auto& note : sheet.notes) out += on_one_line(note) + "\n\n";
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
