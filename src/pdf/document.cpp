#include "pdf/document.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>

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
  set(CAIRO_PDF_METADATA_TITLE, fmt::format("{} · {}", in_a_line(sheet.title), in_a_line(sheet.subtitle)));
  set(CAIRO_PDF_METADATA_SUBJECT, in_a_line(sheet.selection));
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

bool same_target(const LinkArea& a, const LinkArea& b) { return a.address == b.address && a.page == b.page; }

// As Cairo takes it; empty: it leads nowhere.
std::string target_of(const LinkArea& area) {
  if (area.page > 0) return fmt::format("page={} pos=[0 {:.2f}]", area.page, area.page_y);
  const auto address = web_address(area.address);
  return address ? fmt::format("uri='{}'", *address) : std::string{};
}

}  // namespace

Document::Document(const Sheet& sheet, const PaperSize& paper)
    : surface_{cairo_pdf_surface_create_for_stream(append, &bytes_, paper.width, paper.height),
               cairo_surface_destroy},
      cairo_{cairo_create(surface_.get()), cairo_destroy},
      pen_{cairo_} {
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
  link_areas();
}

// Beside the element they are in: within it Cairo would part its content.
void Document::link_areas() {
  for (auto at = links_.begin(); at != links_.end();) {
    const auto end =
        std::find_if(at, links_.end(), [&](const auto& area) { return !same_target(area, *at); });
    std::string areas;
    for (auto area = at; area != end; ++area)
      areas += fmt::format("{:.2f} {:.2f} {:.2f} {:.2f} ", area->x, area->y, area->width, area->height);
    if (const auto target = target_of(*at); !target.empty()) {
      cairo_tag_begin(cairo_.get(), CAIRO_TAG_LINK, fmt::format("rect=[{}] {}", areas, target).c_str());
      cairo_tag_end(cairo_.get(), CAIRO_TAG_LINK);
    }
    at = end;
  }
  links_.clear();
}

void Document::draw(const Row& row, double x, double y) {
  if (!row.continues) end_element();
  if (element_ == nullptr) begin_element(row);
  pen_.draw(row, x, y);
  for (const auto& mark : row.marks)
    if (const auto* area = std::get_if<LinkArea>(&mark)) {
      links_.push_back(*area);
      links_.back().x += x;
      links_.back().y += y;
    }
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
