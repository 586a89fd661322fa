// Part of render/sheet/writers.hpp: plain text.
#include "viva/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/rich_page.hpp"
#include "render/sheet/writers.hpp"

namespace viva {
namespace {

constexpr int text_columns = 72;
constexpr std::size_t page_lines = 60, body_lines = page_lines - 2;  // the foot, and an empty line above it

std::vector<std::string> lines_of(const Page& page) {
  std::vector<std::string> lines;
  for (const auto& line : page) lines.push_back(render(line, {}));
  return lines;
}

// A text of a bank; `lead` opens the first line, the others are indented as far.
std::vector<std::string> text_lines(std::string_view lead, std::string_view text, int columns) {
  Page page;
  add_text(page, {{std::string{lead}}}, text, columns);
  return lines_of(page);
}

bool has_empty_line(const std::vector<std::string>& lines) { return std::ranges::count(lines, "") > 0; }

struct TextLine {
  std::string text;
  bool stays = false;  // on one page with the next line
};

// The lines of a sheet, each of which knows whether a page may end after it.
class Body {
 public:
  void add(std::string text, bool stays = false) { lines_.push_back({std::move(text), stays}); }
  void blank(bool stays = false) { add("", stays); }
  void rule(char stroke) { add(std::string(text_columns, stroke), true); }

  // Names and words of viva's own.
  void wrapped(std::string_view lead, std::string_view words, bool stays = false) {
    Page page;
    add_wrapped(page, {{std::string{lead}}}, words, text_columns);
    add_paragraph(lines_of(page), stays);
  }

  // A text of a bank.
  void text(std::string_view lead, std::string_view text) {
    add_paragraph(text_lines(lead, text, text_columns), false);
  }

  void list(std::string_view heading, std::string_view bullet, const std::vector<std::string>& entries) {
    if (entries.empty()) return;
    blank(true);
    add(fmt::format("    {}", heading), true);
    this->entries(bullet, entries);
  }

  // Empty lines stand between them where one has some within.
  void entries(std::string_view bullet, const std::vector<std::string>& texts) {
    std::vector<std::vector<std::string>> all;
    for (const auto& text : texts)
      all.push_back(text_lines(fmt::format("      {} ", bullet), text, text_columns));
    const bool loose = std::ranges::any_of(all, has_empty_line);
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (loose && i > 0) blank();
      add_paragraph(all[i], false);
    }
  }

  // Between empty lines, no page holds only the first line or the last.
  void add_paragraph(const std::vector<std::string>& parts, bool stays) {
    const auto is_blank = [&](std::size_t i) { return i >= parts.size() || parts[i].empty(); };
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const bool first = i == 0 || is_blank(i - 1), last_but_one = is_blank(i + 2);
      add(parts[i], stays || (!is_blank(i) && !is_blank(i + 1) && (first || last_but_one)));
    }
  }

  const std::vector<TextLine>& lines() const { return lines_; }

 private:
  std::vector<TextLine> lines_;
};

std::string plain(std::string_view text) {
  std::string line{text};
  std::ranges::replace(line, '\n', ' ');
  return line;
}

void add_head(Body& body, const Sheet& sheet) {
  body.wrapped("", sheet.title, true);
  body.wrapped("", fmt::format("{} · {}", sheet.subtitle, sheet.date), true);
  body.wrapped("", sheet.selection, true);
  body.rule('=');
  for (const auto& note : sheet.notes) {
    body.blank();
    body.wrapped("", note);
  }
}

void add_marks(Body& body, const std::vector<std::string>& marks) {
  if (marks.empty()) return;
  std::string boxes;
  for (const auto& mark : marks) boxes += fmt::format("{}[ ] {}", boxes.empty() ? "" : "   ", mark);
  body.blank(true);
  body.add("    Mark   " + boxes, true);
}

void add_references(Body& body, const std::vector<Reference>& references) {
  if (references.empty()) return;
  body.blank(true);
  body.add("    References", true);
  for (const auto& [title, url] : references) {
    body.wrapped("      ", title, true);
    body.add("      " + plain(url));  // not wrapped: a broken address cannot be opened
  }
}

void add_part(Body& body, std::string_view heading, std::string_view text) {
  if (text.empty()) return;
  body.blank(true);
  body.add(fmt::format("    {}", heading), true);
  body.text("      ", text);
}

void add_item(Body& body, const SheetItem& item, const Sheet& sheet) {
  const auto prompt = text_lines(fmt::format("{:>2}  ", item.number), item.prompt, text_columns);
  body.add_paragraph(prompt, true);
  if (has_empty_line(prompt)) body.blank(true);
  if (!item.label.empty()) body.wrapped("    ", item.label, true);
  if (!item.record.empty()) body.wrapped("    ", item.record, !item.missed.empty());
  body.entries("[ ]", item.missed);
  add_part(body, "Hint", item.hint);
  body.list("Points", sheet.ticks ? "[ ]" : "-", item.points);
  body.list("Pitfalls", "!", item.pitfalls);
  body.list("Follow-ups", "?", item.follow_ups);
  add_part(body, "Answer", item.answer);
  add_references(body, item.references);
  add_marks(body, sheet.marks);
  for (int i = 0; i < item.space; ++i) {
    body.blank(true);
    body.add("    " + std::string(text_columns - 4, '_'), i + 2 == item.space);
  }
}

// Empty lines before an item; the page for the night before is close.
int gap(const SheetItem& item, const Sheet& sheet, bool first) {
  if (first) return 1;
  if (sheet.kind != SheetKind::night_before) return 2;
  return item.record.empty() ? 0 : 1;
}

void add_items(Body& body, const SheetSection& section, const Sheet& sheet) {
  for (const auto& item : section.items) {
    const bool first = &item == &section.items.front();
    for (int i = 0; i < gap(item, sheet, first); ++i) body.blank(first);
    add_item(body, item, sheet);
  }
}

// A card: the question on the left, what belongs behind it on the right of the fold.
std::vector<std::string> card_front(const SheetItem& item, int columns) {
  Page page;
  add_text(page, {{fmt::format("{}  ", item.number)}}, item.prompt, columns);
  if (!item.label.empty()) add_wrapped(page, {}, item.label, columns);
  return lines_of(page);
}

std::vector<std::string> card_back(const SheetItem& item, const Sheet& sheet, int columns) {
  Page page;
  const auto add = [&](std::string_view lead, std::string_view text) {
    if (!text.empty()) add_text(page, {{std::string{lead}}}, text, columns);
  };
  add("", item.hint);
  for (const auto& point : item.points) add(sheet.ticks ? "[ ] " : "- ", point);
  for (const auto& pitfall : item.pitfalls) add("! ", pitfall);
  for (const auto& question : item.follow_ups) add("? ", question);
  add("", item.answer);
  for (const auto& [title, url] : item.references) add_wrapped(page, {}, title + '\n' + url, columns);
  return lines_of(page);
}

void add_card(Body& body, const SheetItem& item, const Sheet& sheet) {
  constexpr int front_columns = 34, back_columns = text_columns - front_columns - 3;
  const auto front = card_front(item, front_columns);
  const auto back = card_back(item, sheet, back_columns);
  for (std::size_t i = 0; i < std::max(front.size(), back.size()); ++i) {
    const auto left = fit(i < front.size() ? front[i] : "", front_columns);
    body.add(left + (i < back.size() && !back[i].empty() ? " : " + back[i] : " :"), true);
  }
  std::string cut;
  for (int i = 0; i < text_columns; i += 2) cut += "- ";
  cut.pop_back();
  body.add(cut);
}

Body body_of(const Sheet& sheet) {
  Body body;
  add_head(body, sheet);
  for (const auto& section : sheet.sections) {
    body.blank();
    if (!section.name.empty()) {
      body.wrapped("", section.name, true);
      body.rule('-');
    }
    if (sheet.kind == SheetKind::cards)
      for (const auto& item : section.items) add_card(body, item, sheet);
    else
      add_items(body, section, sheet);
  }
  return body;
}

// Where the page that begins at `begin` ends: where it is full, or before that where lines stay together.
std::size_t page_end(const std::vector<TextLine>& lines, std::size_t begin) {
  const auto full = begin + body_lines;
  if (full >= lines.size()) return lines.size();
  auto end = full;
  while (end > begin && lines[end - 1].stays) --end;
  return end > begin ? end : full;
}

std::string paged(const std::vector<TextLine>& lines, const Sheet& sheet) {
  std::vector<std::string> pages;
  for (std::size_t begin = 0; begin < lines.size();) {
    const auto end = page_end(lines, begin);
    std::string page;
    for (auto i = begin; i < begin + body_lines; ++i) page += (i < end ? lines[i].text : "") + '\n';
    pages.push_back(std::move(page));
    begin = end;
    while (begin < lines.size() && lines[begin].text.empty()) ++begin;
  }
  std::string text;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const auto foot = fmt::format("  {} · {} of {}", sheet.subtitle, i + 1, pages.size());
    text += fmt::format("{}{}\n{}{}\n", i > 0 ? "\f" : "", pages[i],
                        fit(plain(sheet.title), text_columns - width(foot)), foot);
  }
  return text;
}

}  // namespace

std::string sheet_text(const Sheet& sheet, bool in_pages) {
  const auto body = body_of(sheet);
  auto lines = body.lines();
  while (!lines.empty() && lines.back().text.empty()) lines.pop_back();
  if (in_pages) return paged(lines, sheet);
  std::string text;
  for (const auto& line : lines) text += line.text + '\n';
  return text;
}

}  // namespace viva
