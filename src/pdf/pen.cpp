#include "pdf/pen.hpp"

#include <hb-ot.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <utility>

#include "pdf/faces.hpp"

namespace viva::pdf {
namespace {

bool is_colored(PangoFont* font) {
  auto* face = hb_font_get_face(pango_font_get_hb_font(font));
  return hb_ot_color_has_png(face) || hb_ot_color_has_layers(face) || hb_ot_color_has_svg(face);
}

// Each glyph in a group of its own: Cairo 1.16 lists a page's image twice where two glyphs show the same one.
void show_in_groups(cairo_t* cairo, const PangoGlyphItem* run, double x, double y) {
  const std::unique_ptr<PangoGlyphString, decltype(&pango_glyph_string_free)> one{pango_glyph_string_new(),
                                                                                  pango_glyph_string_free};
  pango_glyph_string_set_size(one.get(), 1);
  for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
    one->glyphs[0] = run->glyphs->glyphs[i];
    cairo_push_group(cairo);
    cairo_move_to(cairo, x, y);
    pango_cairo_show_glyph_string(cairo, run->item->analysis.font, one.get());
    cairo_pop_group_to_source(cairo);
    cairo_paint(cairo);
    x += points(one->glyphs[0].geometry.width);
  }
}

// The run's own, where it has one.
void take_ink(cairo_t* cairo, const PangoGlyphItem* run) {
  constexpr double full = 0xFFFF;
  for (const auto* at = run->item->analysis.extra_attrs; at != nullptr; at = at->next) {
    auto* attribute = static_cast<PangoAttribute*>(at->data);
    if (attribute->klass->type != PANGO_ATTR_FOREGROUND) continue;
    const auto& color = pango_attribute_as_color(attribute)->color;
    cairo_set_source_rgb(cairo, color.red / full, color.green / full, color.blue / full);
  }
}

}  // namespace

Pen::Pen(std::shared_ptr<cairo_t> cairo) : cairo_{std::move(cairo)} {}

void Pen::draw(const Row& row, double x, double y) {
  for (const auto& mark : row.marks) std::visit([&](const auto& any) { draw(any, x, y); }, mark);
}

void Pen::draw(const TypedLine& line, double x, double y) {
  ink(line.ink);
  cairo_move_to(cairo_.get(), x + line.x, y + line.baseline);
  if (has_color(line.line))
    show_runs(line, x + line.x, y + line.baseline);
  else
    pango_cairo_show_layout_line(cairo_.get(), line.line);
  cairo_new_path(cairo_.get());
}

void Pen::draw(const Stroke& line, double x, double y) {
  cairo_move_to(cairo_.get(), x + line.x, y + line.y);
  cairo_rel_line_to(cairo_.get(), line.across, line.down);
  if (line.dash > 0) cairo_set_dash(cairo_.get(), &line.dash, 1, 0);
  stroke(line.ink, line.thickness);
  cairo_set_dash(cairo_.get(), nullptr, 0, 0);
}

void Pen::draw(const TickBox& box, double x, double y) {
  cairo_rectangle(cairo_.get(), x + box.x, y + box.y, box.size, box.size);
  stroke(gray, 0.7);
}

void Pen::draw(const Ring& ring, double x, double y) {
  constexpr double turn = 6.283185307179586;
  cairo_new_sub_path(cairo_.get());
  cairo_arc(cairo_.get(), x + ring.x, y + ring.y, ring.radius, 0, turn);
  stroke(gray, 0.6);
}

void Pen::draw(const Box& box, double x, double y) {
  ink(box.ink);
  cairo_rectangle(cairo_.get(), x + box.x, y + box.y, box.width, box.height);
  cairo_fill(cairo_.get());
}

bool Pen::has_color(PangoFont* font) {
  const auto [known, is_new] = fonts_.try_emplace(font);
  if (is_new) known->second = {{PANGO_FONT(g_object_ref(font)), g_object_unref}, is_colored(font)};
  return known->second.has_color;
}

bool Pen::has_color(const PangoLayoutLine* line) {
  for (const auto* at = line->runs; at != nullptr; at = at->next)
    if (has_color(static_cast<const PangoGlyphItem*>(at->data)->item->analysis.font)) return true;
  return false;
}

// As Pango shows a line.
void Pen::show_runs(const TypedLine& line, double x, double y) {
  auto* cairo = cairo_.get();
  for (const auto* at = line.line->runs; at != nullptr; at = at->next) {
    auto* run = static_cast<PangoGlyphItem*>(at->data);
    cairo_save(cairo);
    if (has_color(run->item->analysis.font)) {
      show_in_groups(cairo, run, x, y);
    } else {
      take_ink(cairo, run);
      cairo_move_to(cairo, x, y);
      pango_cairo_show_glyph_item(cairo, pango_layout_get_text(line.layout.get()), run);
    }
    cairo_restore(cairo);
    x += points(pango_glyph_string_get_width(run->glyphs));
  }
}

void Pen::ink(const Ink& of) { cairo_set_source_rgb(cairo_.get(), of.red, of.green, of.blue); }

void Pen::stroke(const Ink& of, double thickness) {
  ink(of);
  cairo_set_line_width(cairo_.get(), thickness);
  cairo_stroke(cairo_.get());
}

}  // namespace viva::pdf
