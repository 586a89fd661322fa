#include "pdf/document.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <hb-ot.h>
#include <pango/pangocairo.h>

#include <algorithm>

#include "base/escape.hpp"
#include "viva/base/error.hpp"
#include "viva/base/text.hpp"

namespace viva::pdf {
namespace {

constexpr auto document_tag = "Document";

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void require(cairo_status_t status) {
  if (status != CAIRO_STATUS_SUCCESS)
    throw Error{fmt::format("the PDF could not be made: {}", cairo_status_to_string(status))};
}

// A reader shows it in a line, and a text without end is of no use there.
std::string in_a_line(std::string_view text) { return clip(text.substr(0, 2000), 200); }

void set_metadata(cairo_surface_t* surface, const Sheet& sheet) {
  const auto set = [&](cairo_pdf_metadata_t key, const std::string& value) {
    cairo_pdf_surface_set_metadata(surface, key, value.c_str());
  };
  std::string keywords = "interview";
  for (const auto& section : sheet.sections)
    if (!section.name.empty() && keywords.size() < 1000) keywords += ", " + in_a_line(section.name);
  set(CAIRO_PDF_METADATA_TITLE, in_a_line(sheet.title));
  set(CAIRO_PDF_METADATA_SUBJECT, in_a_line(fmt::format("{} · {}", sheet.subtitle, sheet.selection)));
  set(CAIRO_PDF_METADATA_KEYWORDS, keywords);
  set(CAIRO_PDF_METADATA_CREATOR, "viva");
  set(CAIRO_PDF_METADATA_CREATE_DATE, format_day(sheet.day) + "T00:00:00Z");
}

const char* tag_of(Role role) {
  switch (role) {
    case Role::none: return nullptr;
    case Role::title: return "H1";
    case Role::section: return "H2";
    case Role::question: return "H3";
    case Role::paragraph: return "P";
    case Role::link: return CAIRO_TAG_LINK;
  }
  return nullptr;
}

bool has_color(PangoFont* font) {
  auto* face = hb_font_get_face(pango_font_get_hb_font(font));
  return hb_ot_color_has_png(face) || hb_ot_color_has_layers(face) || hb_ot_color_has_svg(face);
}

bool has_color(const PangoLayoutLine* line) {
  for (const auto* at = line->runs; at != nullptr; at = at->next)
    if (has_color(static_cast<const PangoGlyphItem*>(at->data)->item->analysis.font)) return true;
  return false;
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
    x += static_cast<double>(one->glyphs[0].geometry.width) / PANGO_SCALE;
  }
}

// From the current point on, as Pango shows a line.
void show_runs(cairo_t* cairo, const TypedLine& line) {
  double x = 0, y = 0;
  cairo_get_current_point(cairo, &x, &y);
  for (const auto* at = line.line->runs; at != nullptr; at = at->next) {
    auto* run = static_cast<PangoGlyphItem*>(at->data);
    if (has_color(run->item->analysis.font)) {
      cairo_save(cairo);
      show_in_groups(cairo, run, x, y);
      cairo_restore(cairo);
    } else {
      cairo_move_to(cairo, x, y);
      pango_cairo_show_glyph_item(cairo, pango_layout_get_text(line.layout.get()), run);
    }
    x += static_cast<double>(pango_glyph_string_get_width(run->glyphs)) / PANGO_SCALE;
  }
}

class Pen {
 public:
  Pen(cairo_t* cairo, double x, double y) : cairo_{cairo}, x_{x}, y_{y} {}

  void operator()(const TypedLine& line) const {
    ink(line.ink);
    cairo_move_to(cairo_, x_ + line.x, y_ + line.baseline);
    if (has_color(line.line))
      show_runs(cairo_, line);
    else
      pango_cairo_show_layout_line(cairo_, line.line);
    cairo_new_path(cairo_);
  }

  void operator()(const Stroke& stroke) const {
    cairo_move_to(cairo_, x_ + stroke.x, y_ + stroke.y);
    cairo_rel_line_to(cairo_, stroke.across, stroke.down);
    if (stroke.dash > 0) cairo_set_dash(cairo_, &stroke.dash, 1, 0);
    draw(stroke.ink, stroke.thickness);
    cairo_set_dash(cairo_, nullptr, 0, 0);
  }

  void operator()(const TickBox& box) const {
    cairo_rectangle(cairo_, x_ + box.x, y_ + box.y, box.size, box.size);
    draw(gray, 0.7);
  }

  void operator()(const Ring& ring) const {
    constexpr double turn = 6.283185307179586;
    cairo_new_sub_path(cairo_);
    cairo_arc(cairo_, x_ + ring.x, y_ + ring.y, ring.radius, 0, turn);
    draw(gray, 0.6);
  }

 private:
  void ink(const Ink& ink) const { cairo_set_source_rgb(cairo_, ink.red, ink.green, ink.blue); }

  void draw(const Ink& of, double thickness) const {
    ink(of);
    cairo_set_line_width(cairo_, thickness);
    cairo_stroke(cairo_);
  }

  cairo_t* cairo_;
  double x_, y_;
};

}  // namespace

Document::Document(const Sheet& sheet, const PaperSize& paper)
    : surface_{cairo_pdf_surface_create_for_stream(append, &bytes_, paper.width, paper.height),
               cairo_surface_destroy},
      cairo_{cairo_create(surface_.get()), cairo_destroy} {
  set_metadata(surface_.get(), sheet);
  cairo_tag_begin(cairo_.get(), document_tag, "");
}

void Document::begin_page() {
  end_element();
  if (pages_++ > 0) cairo_show_page(cairo_.get());
}

void Document::begin_element(const Row& row) {
  const auto address = web_address(row.address);
  element_ = tag_of(row.role == Role::link && !address ? Role::paragraph : row.role);
  const auto attributes = address ? fmt::format("uri='{}'", *address) : "";
  if (element_ != nullptr) cairo_tag_begin(cairo_.get(), element_, attributes.c_str());
}

void Document::end_element() {
  if (element_ != nullptr) cairo_tag_end(cairo_.get(), element_);
  element_ = nullptr;
}

void Document::draw(const Row& row, double x, double y) {
  if (!row.continues) end_element();
  if (element_ == nullptr) begin_element(row);
  const Pen pen{cairo_.get(), x, y};
  for (const auto& mark : row.marks) std::visit(pen, mark);
}

int Document::add_landmark(int parent, std::string_view name, double y) {
  const auto place = fmt::format("page={} pos=[0 {:.2f}]", pages_, std::max(0.0, y));
  const auto flags = parent == CAIRO_PDF_OUTLINE_ROOT ? CAIRO_PDF_OUTLINE_FLAG_OPEN
                                                      : static_cast<cairo_pdf_outline_flags_t>(0);
  return cairo_pdf_surface_add_outline(surface_.get(), parent, in_a_line(name).c_str(), place.c_str(), flags);
}

std::string Document::finish() {
  end_element();
  // Before the last page is shown: for a tag that ends later Cairo 1.18 makes one more, empty page.
  cairo_tag_end(cairo_.get(), document_tag);
  cairo_show_page(cairo_.get());
  require(cairo_status(cairo_.get()));
  cairo_surface_finish(surface_.get());
  require(cairo_surface_status(surface_.get()));
  return std::move(bytes_);
}

std::optional<std::string> web_address(std::string_view url) {
  if (!is_web_address(url)) return std::nullopt;
  constexpr std::string_view allowed = "-._~:/?#[]@!$&*+,;=%";
  std::string address;
  for (const char c : url) {
    const bool plain = is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (plain || allowed.find(c) != allowed.npos)
      address += c;
    else
      address += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return address;
}

}  // namespace viva::pdf
