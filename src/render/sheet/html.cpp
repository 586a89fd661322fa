// Part of render/sheet/writers.hpp: a page for a browser and for paper.
#include <fmt/format.h>

#include <iterator>

#include "base/escape.hpp"
#include "render/headed_text.hpp"
#include "render/html/html_page.hpp"
#include "render/html/rich_html.hpp"
#include "render/sheet/writers.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace embedded {
extern const std::string_view sheet_css;
}

namespace {

// The page is appended to one string: linear in its size.
class SheetHtml {
 public:
  explicit SheetHtml(const Sheet& sheet) : sheet_(sheet) {}

  std::string write() {
    head();
    put("<body>\n<a class=\"skip\" href=\"#questions\">Skip to the questions</a>\n");
    banner();
    if (sheet_.items() > 1) contents();
    put("<main id=\"questions\">\n");
    for (std::size_t i = 0; i < sheet_.sections.size(); ++i) section(sheet_.sections[i], i + 1);
    put("</main>\n<footer><p>Made with viva, {}</p></footer>\n</body>\n</html>\n", sheet_.date);
    return std::move(out_);
  }

 private:
  template <typename... Values>
  void put(fmt::format_string<Values...> form, Values&&... values) {
    fmt::format_to(std::back_inserter(out_), form, std::forward<Values>(values)...);
  }

  std::string_view kind() const { return sheet_kind_names[sheet_.kind]; }
  bool cards() const { return sheet_.kind == SheetKind::cards; }

  void head();
  void banner();
  void contents();
  void section(const SheetSection& section, std::size_t number);
  void item(const SheetItem& item);
  void lead(const SheetItem& item);
  void rest(const SheetItem& item);
  void text(std::string_view text);
  void hint(const SheetItem& item);
  void list(std::string_view heading, std::string_view name, const std::vector<std::string>& entries);
  void ticks(std::string_view heading, std::string_view name, const std::vector<std::string>& entries,
             int number);
  void tick(const RichText& entry, std::string_view id);
  void references(const std::vector<Reference>& all);
  void marks(const SheetItem& item);
  void space(int lines);

  const Sheet& sheet_;
  std::string out_;
};

// What the contents call a question: the first line of its prompt that says something.
std::string name_of(const SheetItem& item) {
  const auto words = plain_text(read_markdown(item.prompt));
  for (const auto line : split_lines(words))
    if (const auto name = trimmed(line); !name.empty()) return std::string{name};
  return fmt::format("Question {}", item.number);
}

// Escaped text, in which a newline is a line break.
std::string broken(std::string_view text) {
  std::string out;
  for (const auto line : split_lines(text))
    out += (line.data() == text.data() ? "" : "<br>") + escape_html(line);
  return out;
}

void SheetHtml::head() {
  const auto foot = fmt::format(
      "@page {{ @bottom-left {{ content: {}; font: 8.5pt system-ui, sans-serif; color: #575c63; }} }}\n",
      css_string(clip(sheet_.title, 80)));
  out_ += html_head(fmt::format("{} – {}", clip(sheet_.title, 200), sheet_.subtitle), kind(),
                    std::string{embedded::sheet_css} + foot);
}

void SheetHtml::banner() {
  put("<header>\n<p class=\"kind\">{}</p>\n<h1 dir=\"auto\">{}</h1>\n", sheet_.subtitle,
      broken(sheet_.title));
  put("<p class=\"facts\" dir=\"auto\">{} · {}</p>\n", sheet_.date, escape_html(sheet_.selection));
  for (const auto& note : sheet_.notes) put("<p class=\"note\" dir=\"auto\">{}</p>\n", broken(note));
  put("</header>\n");
}

void SheetHtml::contents() {
  put("<nav aria-label=\"Contents\">\n<details><summary>Contents</summary></details>\n<div "
      "class=\"folded\">\n");
  for (std::size_t i = 0; i < sheet_.sections.size(); ++i) {
    const auto& section = sheet_.sections[i];
    if (!section.name.empty())
      put("<p class=\"part\"><a href=\"#section-{}\" dir=\"auto\">{}</a></p>\n", i + 1, broken(section.name));
    put("<ol>\n");
    for (const auto& item : section.items)
      put("<li><span>{0}</span><a href=\"#question-{0}\" dir=\"auto\">{1}</a></li>\n", item.number,
          escape_html(name_of(item)));
    put("</ol>\n");
  }
  put("</div>\n</nav>\n");
}

void SheetHtml::section(const SheetSection& section, std::size_t number) {
  if (section.name.empty())
    put("<section aria-label=\"Questions\">\n<h2 class=\"unseen\">Questions</h2>\n");
  else
    put("<section aria-labelledby=\"section-{0}\">\n<h2 id=\"section-{0}\" dir=\"auto\">{1}</h2>\n", number,
        broken(section.name));
  for (const auto& one : section.items) item(one);
  put("</section>\n");
}

void SheetHtml::item(const SheetItem& item) {
  put("<article class=\"item\" id=\"question-{0}\" aria-labelledby=\"prompt-{0}\">\n", item.number);
  if (cards()) put("<div class=\"front\">\n");
  lead(item);
  if (cards()) put("</div>\n<div class=\"back\">\n");
  rest(item);
  if (cards()) put("</div>\n");
  put("</article>\n");
}

void SheetHtml::lead(const SheetItem& item) {
  const auto [heading, below] = headed_text(read_markdown(item.prompt));
  put("<div class=\"lead\">\n<h3 id=\"prompt-{0}\"><span class=\"number\">{0}</span><span "
      "dir=\"auto\">{1}</span></h3>\n",
      item.number, rich_html_line({{Paragraph{heading}}}));
  if (!below.blocks.empty()) put("<div class=\"text\">{}</div>\n", rich_html(below));
  if (!item.label.empty()) put("<p class=\"label\" dir=\"auto\">{}</p>\n", escape_html(item.label));
  if (!item.record.empty()) put("<p class=\"record\" dir=\"auto\">{}</p>\n", escape_html(item.record));
  put("</div>\n");
}

void SheetHtml::rest(const SheetItem& item) {
  ticks("Missed", "missed", item.missed, item.number);
  hint(item);
  if (sheet_.ticks)
    ticks("Points", "points", item.points, item.number);
  else
    list("Points", "points", item.points);
  list("Pitfalls", "pitfalls", item.pitfalls);
  list("Follow-ups", "follow-ups", item.follow_ups);
  if (!item.answer.empty()) {
    put("<h4>Answer</h4>\n<div class=\"text\">");
    text(item.answer);
    put("</div>\n");
  }
  references(item.references);
  marks(item);
  space(item.space);
}

void SheetHtml::text(std::string_view text) { put("{}", rich_html(read_markdown(text))); }

// The text stands after the disclosure, not within, so that style alone can open it on paper, in any browser.
void SheetHtml::hint(const SheetItem& item) {
  if (item.hint.empty()) return;
  const bool folds = sheet_.kind == SheetKind::study;
  put("{}\n", folds ? "<details><summary>Hint</summary></details>" : "<h4>Hint</h4>");
  put("<div class=\"{}\">", folds ? "text folded" : "text");
  text(item.hint);
  put("</div>\n");
}

void SheetHtml::list(std::string_view heading, std::string_view name,
                     const std::vector<std::string>& entries) {
  if (entries.empty()) return;
  put("<h4>{}</h4>\n<ul class=\"{}\">\n", heading, name);
  for (const auto& entry : entries) put("<li dir=\"auto\">{}</li>\n", rich_html_entry(read_markdown(entry)));
  put("</ul>\n");
}

void SheetHtml::ticks(std::string_view heading, std::string_view name,
                      const std::vector<std::string>& entries, int number) {
  if (entries.empty()) return;
  put("<h4>{}</h4>\n<ul class=\"{}\">\n", heading, name);
  int entry_number = 0;
  for (const auto& entry : entries)
    tick(read_markdown(entry), fmt::format("{}-{}-{}", name, number, ++entry_number));
  put("</ul>\n");
}

// A label holds no blocks, so they are only named as the label of their box.
void SheetHtml::tick(const RichText& entry, std::string_view id) {
  if (is_one_paragraph(entry))
    put("<li class=\"tick\"><label dir=\"auto\"><input type=\"checkbox\"><span>{}</span></label></li>\n",
        rich_html_line(entry));
  else
    put("<li class=\"tick\"><div class=\"blocks\"><input type=\"checkbox\" aria-labelledby=\"{0}\"><div "
        "id=\"{0}\" dir=\"auto\">{1}</div></div></li>\n",
        id, rich_html(entry));
}

void SheetHtml::references(const std::vector<Reference>& all) {
  if (all.empty()) return;
  put("<h4>References</h4>\n<ul class=\"references\">\n");
  for (const auto& [title, url] : all) {
    const auto name = broken(title), address = escape_html(url);
    if (is_web_address(url))
      put("<li dir=\"auto\"><a href=\"{1}\" rel=\"noreferrer noopener\">{0}</a> <span "
          "class=\"address\">{1}</span></li>\n",
          name, address);
    else
      put("<li dir=\"auto\">{} {}</li>\n", name, address);
  }
  put("</ul>\n");
}

void SheetHtml::marks(const SheetItem& item) {
  if (sheet_.marks.empty()) return;
  put("<fieldset><legend>Mark</legend>\n");
  for (const auto& mark : sheet_.marks)
    put("<label><input type=\"radio\" name=\"mark-{}\">{}</label>\n", item.number, escape_html(mark));
  put("</fieldset>\n");
}

void SheetHtml::space(int lines) {
  if (lines == 0) return;
  put("<div class=\"space\" aria-hidden=\"true\">");
  for (int i = 0; i < lines; ++i) put("<i></i>");
  put("</div>\n");
}

}  // namespace

std::string sheet_html(const Sheet& sheet) { return SheetHtml{sheet}.write(); }

}  // namespace viva
