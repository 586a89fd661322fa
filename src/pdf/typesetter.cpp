#include "pdf/typesetter.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "viva/base/error.hpp"
#include "viva/base/text.hpp"

namespace viva::pdf {
namespace {

double points(int units) { return static_cast<double>(units) / PANGO_SCALE; }
int units(double points) { return static_cast<int>(std::lround(points * PANGO_SCALE)); }

struct FontFree {
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
using Font = std::unique_ptr<PangoFontDescription, FontFree>;

Font font_of(const TextStyle& style) {
  Font font{pango_font_description_new()};
  pango_font_description_set_family_static(font.get(), style.family == Family::serif ? "Serif" : "Sans");
  pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
  pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style(font.get(), style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  return font;
}

bool reads_leftwards(PangoLayoutLine* line) {
  return pango_layout_line_get_resolved_direction(line) == PANGO_DIRECTION_RTL;
}

// How much higher a line is because its ink reaches out of its place in the grid: some half lines, but not so
// many that a tower of accents fills a page.
double more_height(double ink, double share, double leading) {
  const double excess = ink - share - leading * 0.3;
  return excess <= 0 ? 0 : leading / 2 * std::min(6.0, std::ceil(excess / (leading / 2)));
}

double last_line_width(PangoLayout* layout) {
  PangoRectangle logical;
  pango_layout_line_get_extents(
      pango_layout_get_line_readonly(layout, pango_layout_get_line_count(layout) - 1), nullptr, &logical);
  return points(logical.width);
}

// Narrows a short text a little where that brings company to a word alone on the last line.
void avoid_lone_word(PangoLayout* layout, double width) {
  const int lines = pango_layout_get_line_count(layout);
  constexpr int few = 2, many = 8;
  if (reads_leftwards(pango_layout_get_line_readonly(layout, 0))) return;
  if (lines < few || lines > many || last_line_width(layout) > width * 0.25) return;
  for (const double part : {0.95, 0.9, 0.85, 0.8}) {
    pango_layout_set_width(layout, units(width * part));
    if (pango_layout_get_line_count(layout) > lines) break;
    if (last_line_width(layout) > width * 0.25) return;
  }
  pango_layout_set_width(layout, units(width));
}

// Where a part of at most `most` bytes ends: after a space, else between characters.
std::size_t part_end(std::string_view text, std::size_t most) {
  const auto space = text.rfind(' ', most - 1);
  if (space != text.npos && space > most / 2) return space + 1;
  while (continues_code_point(text[most])) --most;
  return most;
}

// Without any font Pango crashes.
void require_font(PangoContext* context) {
  auto* font = pango_context_load_font(context, font_of({}).get());
  if (!font) throw Error{"no font is installed; install one, such as DejaVu or Noto"};
  g_object_unref(font);
}

// A first or last line alone at a column's end or head is worse than a short column.
void keep_edges(Rows& rows, std::size_t begin, bool whole) {
  const auto count = rows.size() - begin;
  for (std::size_t i = 0; i + 1 < count; ++i)
    rows[begin + i].size.stays = whole || i == 0 || i + 2 == count || count < 4;
}

}  // namespace

// The same settings everywhere: neither the screen nor the locale changes the paper. The fonts do, and so
// does LANGUAGE, by which Pango chooses between regional forms of Chinese characters.
Typesetter::Typesetter() {
  auto* fonts = pango_cairo_font_map_new();
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts), 72);
  context_ = {pango_font_map_create_context(fonts), g_object_unref};
  g_object_unref(fonts);
  pango_context_set_round_glyph_positions(context_.get(), FALSE);
  pango_context_set_language(context_.get(), pango_language_from_string("en"));
  auto* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context_.get(), options);
  cairo_font_options_destroy(options);
  require_font(context_.get());
}

std::shared_ptr<PangoLayout> Typesetter::layout(std::string_view text, const TextStyle& style) const {
  std::shared_ptr<PangoLayout> made{pango_layout_new(context_.get()), g_object_unref};
  pango_layout_set_font_description(made.get(), font_of(style).get());
  pango_layout_set_text(made.get(), text.data(), static_cast<int>(text.size()));
  pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
  auto* attributes = pango_attr_list_new();  // an address that is divided gets no hyphen
  pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
  pango_layout_set_attributes(made.get(), attributes);
  pango_attr_list_unref(attributes);
  return made;
}

double Typesetter::width(std::string_view text, const TextStyle& style) const {
  PangoRectangle logical;
  pango_layout_get_extents(layout(text, style).get(), nullptr, &logical);
  return points(logical.width);
}

double Typesetter::size_for(double width, Family family) const {
  constexpr std::string_view sample =
      "Say what you measured, on which phone and for how long; then what you would do next, and why.";
  const double at_ten = this->width(sample, {.family = family}) / static_cast<double>(sample.size());
  return at_ten > 0 ? 10 * width / at_ten : 10;
}

// The style's font stands in the middle of its leading.
double Typesetter::baseline(const TextStyle& style) const {
  const auto [known, is_new] =
      baselines_.try_emplace({style.family, style.bold, style.italic, style.size, style.leading});
  if (!is_new) return known->second;
  auto* metrics = pango_context_get_metrics(context_.get(), font_of(style).get(), nullptr);
  const double ascent = points(pango_font_metrics_get_ascent(metrics));
  const double descent = points(pango_font_metrics_get_descent(metrics));
  pango_font_metrics_unref(metrics);
  return known->second = (style.leading - ascent - descent) / 2 + ascent;
}

void Typesetter::set_paragraph(std::string_view text, const Setting& setting, double before,
                               Rows& rows) const {
  const auto& style = setting.style;
  const auto set = layout(text, style);
  pango_layout_set_width(set.get(), units(setting.width));
  if (setting.role == Role::question) avoid_lone_word(set.get(), setting.width);
  const double base = baseline(style);
  const auto begin = rows.size();
  auto* iter = pango_layout_get_iter(set.get());
  do {
    PangoRectangle ink, logical;
    pango_layout_iter_get_line_extents(iter, &ink, &logical);
    const double at = points(pango_layout_iter_get_baseline(iter));
    const double above = more_height(at - points(ink.y), base, style.leading);
    const double below = more_height(points(ink.y + ink.height) - at, style.leading - base, style.leading);
    rows.push_back({{rows.size() == begin ? before : 0, above + style.leading + below},
                    {TypedLine{set, pango_layout_iter_get_line_readonly(iter), setting.x + points(logical.x),
                               above + base, style.ink}},
                    setting.role,
                    rows.size() > begin});
  } while (pango_layout_iter_next_line(iter));
  pango_layout_iter_free(iter);
  keep_edges(rows, begin, setting.whole);
}

// Sets a paragraph of any length: Pango's time grows with its square, so a very long one is set in parts.
void Typesetter::set_at_length(std::string_view text, const Setting& setting, double before,
                               Rows& rows) const {
  constexpr std::size_t most = 3000;
  while (text.size() > most) {
    const auto end = part_end(text, most);
    set_paragraph(text.substr(0, end), setting, before, rows);
    text.remove_prefix(end);
    before = 0;
  }
  set_paragraph(text, setting, before, rows);
}

Rows Typesetter::set(std::string_view text, const Setting& setting) const {
  Rows rows;
  double before = 0;
  for (const auto paragraph : split_lines(text)) {
    if (paragraph.find_first_not_of(' ') == paragraph.npos) {
      before = setting.style.leading / 2;
      continue;
    }
    if (setting.whole && !rows.empty()) rows.back().size.stays = true;
    set_at_length(paragraph, setting, rows.empty() ? 0 : before, rows);
    before = 0;
  }
  return rows;
}

Rows Typesetter::entry(std::string_view bullet, std::string_view text, const Setting& setting,
                       double indent) const {
  auto inner = setting;
  inner.width = setting.width - indent;
  inner.x = setting.x + indent;
  auto rows = set(text, inner);
  if (rows.empty()) return rows;
  const bool mirrored = reads_leftwards(std::get<TypedLine>(rows.front().marks.front()).line);
  if (mirrored)
    for (auto& row : rows) shift(row.marks.front(), -indent, 0);
  const double x = mirrored ? setting.x + inner.width : setting.x;
  const double base = std::get<TypedLine>(rows.front().marks.front()).baseline;
  auto& marks = rows.front().marks;
  if (bullet.empty()) {
    const double size = setting.style.size * 0.85, down = setting.style.size * 0.06;
    marks.insert(marks.begin(), TickBox{mirrored ? x + indent - size : x, base - size + down, size});
  } else {
    auto gray_style = setting.style;
    gray_style.ink = gray;
    auto mark = line(bullet, {gray_style, indent * 0.8, x}, mirrored);
    mark.baseline = base;
    marks.insert(marks.begin(), std::move(mark));
  }
  return rows;
}

TypedLine Typesetter::line(std::string_view text, const Setting& setting, bool flush_right) const {
  std::string flat{text};
  std::ranges::replace(flat, '\n', ' ');
  const auto set = layout(flat, setting.style);
  pango_layout_set_width(set.get(), units(setting.width));
  pango_layout_set_ellipsize(set.get(), PANGO_ELLIPSIZE_END);
  auto* only = pango_layout_get_line_readonly(set.get(), 0);
  PangoRectangle logical;
  pango_layout_line_get_extents(only, nullptr, &logical);
  const double x = flush_right ? setting.x + setting.width - points(logical.width) : setting.x;
  return {set, only, x, baseline(setting.style), setting.style.ink};
}

}  // namespace viva::pdf
