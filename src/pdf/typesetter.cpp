#include "pdf/typesetter.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "pdf/faces.hpp"
#include "viva/base/error.hpp"
#include "viva/base/text.hpp"

namespace viva::pdf {
namespace {

bool reads_leftwards(PangoLayoutLine* line) {
  return pango_layout_line_get_resolved_direction(line) == PANGO_DIRECTION_RTL;
}

// How much higher a line is because its ink reaches out of its place in the grid: some half lines, but not so
// many that a tower of accents fills a page.
double more_height(double ink, double share, double leading) {
  const double excess = ink - share - leading * 0.3;
  return excess <= 0 ? 0 : leading / 2 * std::min(6.0, std::ceil(excess / (leading / 2)));
}

constexpr std::size_t longest_line = 1000;  // bytes: more than a page is wide

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

std::size_t whole_code_points(std::string_view text, std::size_t most) {
  while (most > 0 && most < text.size() && continues_code_point(text[most])) --most;
  return std::min(most, text.size());
}

// Where a part of at most `most` bytes ends: after a space, else between characters.
std::size_t part_end(std::string_view text, std::size_t most) {
  const auto space = text.rfind(' ', most - 1);
  return space != text.npos && space > most / 2 ? space + 1 : whole_code_points(text, most);
}

void set_tabs(PangoLayout* layout, double distance) {
  const PangoOwned<PangoTabArray> tabs{pango_tab_array_new_with_positions(
      2, FALSE, PANGO_TAB_LEFT, units(distance), PANGO_TAB_LEFT, units(2 * distance))};
  pango_layout_set_tabs(layout, tabs.get());
}

// Where the runs with an address lie in the line.
void add_links(const StyledText& text, PangoLayoutLine* line, double x, double height, Row& row) {
  const auto begin = line->start_index, end = begin + line->length;
  for (const auto& run : text.runs) {
    const auto from = std::max(begin, static_cast<int>(run.begin));
    const auto to = std::min(end, static_cast<int>(run.end));
    if (run.address.empty() || from >= to) continue;
    int* ranges = nullptr;
    int count = 0;
    pango_layout_line_get_x_ranges(line, from, to, &ranges, &count);
    for (int i = 0; i < count; ++i)
      row.marks.emplace_back(LinkArea{x + points(ranges[2 * i]), 0, points(ranges[2 * i + 1] - ranges[2 * i]),
                                      height, run.address});
    g_free(ranges);
  }
}

// Without any font Pango crashes.
void require_font(PangoContext* context) {
  auto* font = pango_context_load_font(context, font_of({}).get());
  if (!font) throw Error{"no font is installed; install one, such as DejaVu or Noto"};
  g_object_unref(font);
}

const TypedLine& first_line(const Row& row) { return std::get<TypedLine>(row.marks.front()); }

// A first or last line alone at a column's end or head is worse than a short column.
void keep_edges(Rows& rows, std::size_t begin, bool whole) {
  const auto count = rows.size() - begin;
  for (std::size_t i = 0; i + 1 < count; ++i)
    rows[begin + i].size.stays = whole || i == 0 || i + 2 == count || count < 4;
}

}  // namespace

// How a window of a long text is set.
struct Typesetter::Manner {
  Direction direction = Direction::by_text;
  bool is_last = true;  // its last line is one of the text's
  bool is_code = false;
  double hang = 0;  // by which the lines after the first are indented
};

// The same settings everywhere: neither the screen nor the locale changes the paper. The fonts do, and so
// does LANGUAGE, by which Pango chooses between regional forms of Chinese characters.
Typesetter::Typesetter() {
  auto* fonts = pango_cairo_font_map_new();
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts), 72);
  auto* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  for (const auto direction : {Direction::by_text, Direction::leftwards, Direction::rightwards}) {
    auto& context = contexts_[direction] = {pango_font_map_create_context(fonts), g_object_unref};
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    pango_context_set_language(context.get(), pango_language_from_string("en"));
    pango_context_set_base_dir(context.get(),
                               direction == Direction::leftwards ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    pango_cairo_context_set_font_options(context.get(), options);
  }
  g_object_unref(fonts);
  cairo_font_options_destroy(options);
  require_font(contexts_.at(Direction::by_text).get());
}

std::shared_ptr<PangoLayout> Typesetter::layout(const StyledText& text, const TextStyle& style,
                                                Direction direction) const {
  std::shared_ptr<PangoLayout> made{pango_layout_new(contexts_.at(direction).get()), g_object_unref};
  pango_layout_set_auto_dir(made.get(), direction == Direction::by_text);
  pango_layout_set_font_description(made.get(), font_of(style).get());
  pango_layout_set_text(made.get(), text.text.data(), static_cast<int>(text.text.size()));
  pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
  const double code_size = text.runs.empty() ? 0 : code_style(style).size;
  pango_layout_set_attributes(made.get(), attributes_of(text, style, code_size).get());
  return made;
}

double Typesetter::width(std::string_view text, const TextStyle& style) const {
  PangoRectangle logical;
  const StyledText start{std::string{text.substr(0, whole_code_points(text, longest_line))}};
  pango_layout_get_extents(layout(start, style).get(), nullptr, &logical);
  return points(logical.width);
}

double Typesetter::size_for(double width, Family family) const {
  constexpr std::string_view sample =
      "Say what you measured, on which phone and for how long; then what you would do next, and why.";
  const auto [known, is_new] = character_widths_.try_emplace(family);
  if (is_new) known->second = this->width(sample, {.family = family}) / static_cast<double>(sample.size());
  return known->second > 0 ? 10 * width / known->second : 10;
}

TextStyle Typesetter::code_style(const TextStyle& style) const {
  constexpr double wider = 1.06;  // as wide as the text around it, it looks too small
  auto code = style;
  code.family = Family::mono;
  if (style.family != Family::mono)
    code.size = style.size * wider * size_for(1, Family::mono) / size_for(1, style.family);
  return code;
}

// The style's font stands in the middle of its leading.
double Typesetter::baseline(const TextStyle& style) const {
  const auto [known, is_new] =
      baselines_.try_emplace({style.family, style.bold, style.italic, style.size, style.leading});
  if (!is_new) return known->second;
  auto* metrics =
      pango_context_get_metrics(contexts_.at(Direction::by_text).get(), font_of(style).get(), nullptr);
  const double ascent = points(pango_font_metrics_get_ascent(metrics));
  const double descent = points(pango_font_metrics_get_descent(metrics));
  pango_font_metrics_unref(metrics);
  return known->second = (style.leading - ascent - descent) / 2 + ascent;
}

void Typesetter::note_gaps(const PangoLayoutLine* line) const {
  for (const auto* at = line->runs; at != nullptr; at = at->next) {
    const auto* glyphs = static_cast<const PangoGlyphItem*>(at->data)->glyphs;
    for (int i = 0; i < glyphs->num_glyphs; ++i) {
      const auto glyph = glyphs->glyphs[i].glyph;
      if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 && glyph != PANGO_GLYPH_INVALID_INPUT)
        coverage_.lacks(glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
    }
  }
}

void Typesetter::add_line(const std::shared_ptr<PangoLayout>& layout, PangoLayoutIter* iter,
                          const StyledText& text, const Setting& setting, Rows& rows) const {
  const auto& style = setting.style;
  auto* line = pango_layout_iter_get_line_readonly(iter);
  PangoRectangle ink, logical;
  pango_layout_iter_get_line_extents(iter, &ink, &logical);
  const double base = baseline(style);
  const double at = points(pango_layout_iter_get_baseline(iter));
  const double above = more_height(at - points(ink.y), base, style.leading);
  const double below = more_height(points(ink.y + ink.height) - at, style.leading - base, style.leading);
  rows.push_back({{0, above + style.leading + below},
                  {TypedLine{layout, line, setting.x + points(logical.x), above + base, style.ink}},
                  setting.role});
  if (!text.runs.empty()) add_links(text, line, setting.x, rows.back().size.height, rows.back());
  note_gaps(line);
}

// Returns how many bytes of the text are set: all, or those before the line that may go on.
std::size_t Typesetter::set_window(const StyledText& text, const Setting& setting, const Manner& manner,
                                   Rows& rows) const {
  const auto set = layout(text, setting.style, manner.direction);
  pango_layout_set_width(set.get(), units(setting.width));
  if (manner.is_code) {
    pango_layout_set_wrap(set.get(), PANGO_WRAP_CHAR);
    pango_layout_set_indent(set.get(), -units(manner.hang));
    set_tabs(set.get(), 4 * width("0", setting.style));
  } else if (setting.role == Role::question && manner.is_last) {
    avoid_lone_word(set.get(), setting.width);
  }
  const PangoOwned<PangoLayoutIter> iter{pango_layout_get_iter(set.get())};
  const auto begin = rows.size();
  do {
    const bool goes_on = !manner.is_last && rows.size() > begin && pango_layout_iter_at_last_line(iter.get());
    if (goes_on)
      return static_cast<std::size_t>(pango_layout_iter_get_line_readonly(iter.get())->start_index);
    add_line(set, iter.get(), text, setting, rows);
  } while (pango_layout_iter_next_line(iter.get()));
  return text.text.size();
}

// Pango's time grows with the square of a long text, so that is set in windows. Where all is read from left
// to right, the last line of one is the first of the next: the lines are as if there were no windows.
void Typesetter::set_paragraph(const StyledText& text, const Setting& setting, double before,
                               Rows& rows) const {
  constexpr std::size_t window = 1500, directed_window = 3000;
  const std::string_view all{text.text};
  const bool is_long = all.size() > window;
  const bool directed = is_long && has_directions(all);
  Manner manner;
  const auto begin = rows.size();
  for (std::size_t done = 0; done < all.size();) {
    const auto rest = all.substr(done);
    const auto most = directed ? directed_window : window;
    const auto end = rest.size() <= most ? rest.size()
                     : directed          ? part_end(rest, most)
                                         : whole_code_points(rest, most);
    manner.is_last = directed || end == rest.size();
    done += is_long ? set_window(text.part(done, done + end), setting, manner, rows)
                    : set_window(text, setting, manner, rows);
    if (directed)  // as its beginning
      manner.direction =
          reads_leftwards(first_line(rows[begin])) ? Direction::leftwards : Direction::rightwards;
  }
  if (rows.size() > begin) rows[begin].size.before = before;
  for (auto i = begin + 1; i < rows.size(); ++i) rows[i].continues = true;
  keep_edges(rows, begin, setting.whole);
}

Rows Typesetter::set(const StyledText& text, const Setting& setting) const {
  Rows rows;
  double before = 0;
  for (const auto paragraph : split_lines(text.text)) {
    if (paragraph.find_first_not_of(' ') == paragraph.npos) {
      before = setting.style.leading / 2;
      continue;
    }
    if (setting.whole && !rows.empty()) rows.back().size.stays = true;
    const auto begin = static_cast<std::size_t>(paragraph.data() - text.text.data());
    const auto part =
        paragraph.size() == text.text.size() ? text : text.part(begin, begin + paragraph.size());
    set_paragraph(part, setting, rows.empty() ? 0 : before, rows);
    before = 0;
  }
  return rows;
}

Rows Typesetter::set(std::string_view text, const Setting& setting) const {
  return set(StyledText{std::string{text}}, setting);
}

Rows Typesetter::code_line(std::string_view line, const Setting& setting) const {
  constexpr std::size_t window = 600;
  const double hang = 1.6 * setting.style.size;
  Rows rows;
  Manner manner{Direction::rightwards, true, true, hang};
  auto inner = setting;
  do {
    const auto end = whole_code_points(line, window);
    manner.is_last = end == line.size();
    line.remove_prefix(set_window({std::string{line.substr(0, end)}}, inner, manner, rows));
    inner.x = setting.x + hang;
    inner.width = setting.width - hang;
    manner.hang = 0;
  } while (!line.empty());
  if (rows.size() == 1) return rows;
  auto gray_style = setting.style;
  gray_style.ink = gray;
  const auto arrow = this->line("↪", {gray_style, hang, setting.x});
  for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
    row->marks.emplace_back(arrow);
    row->continues = true;
  }
  return rows;
}

TypedLine Typesetter::make_line(std::string_view text, const Setting& setting, bool flush_right) const {
  StyledText flat{std::string{text.substr(0, whole_code_points(text, longest_line))}};
  std::ranges::replace_if(
      flat.text, [](char c) { return c == '\n' || c == '\t'; }, ' ');
  const auto set = layout(flat, setting.style);
  pango_layout_set_width(set.get(), units(setting.width));
  pango_layout_set_ellipsize(set.get(), PANGO_ELLIPSIZE_END);
  auto* only = pango_layout_get_line_readonly(set.get(), 0);
  note_gaps(only);
  PangoRectangle logical;
  pango_layout_line_get_extents(only, nullptr, &logical);
  const double x = flush_right ? setting.width - points(logical.width) : 0;
  return {set, only, x, baseline(setting.style), setting.style.ink};
}

TypedLine Typesetter::line(std::string_view text, const Setting& setting, bool flush_right) const {
  constexpr std::size_t short_text = 16, most_kept = 1000;
  const auto moved = [&](TypedLine line) {
    line.x += setting.x;
    return line;
  };
  if (text.size() > short_text) return moved(make_line(text, setting, flush_right));
  if (lines_.size() > most_kept) lines_.clear();
  const auto& [family, size, leading, bold, italic, ink] = setting.style;
  const auto [known, is_new] = lines_.try_emplace(
      {std::string{text}, {family, bold, italic, size, leading}, setting.width, flush_right});
  if (is_new) known->second = make_line(text, setting, flush_right);
  auto found = known->second;
  found.ink = ink;
  return moved(std::move(found));
}

bool reads_leftwards(const TypedLine& line) { return reads_leftwards(line.line); }

}  // namespace viva::pdf
