// The PDF being made: pages, what is drawn on them, outline, links and metadata, by Cairo. The same calls
// give the same bytes.
#pragma once

#include <cairo.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/marks.hpp"
#include "pdf/pen.hpp"
#include "render/sheet/sheet.hpp"

namespace viva::pdf {

class Document {
 public:
  // Titled and dated as the sheet is.
  Document(const Sheet& sheet, const PaperSize& paper);

  int pages() const { return pages_; }
  void begin_page();

  // On the page begun last; x and y are where the row's upper left corner is to be.
  void draw(const Row& row, double x, double y);

  // What is drawn next is no part of the element drawn last.
  void end_element();

  // An entry of the outline that leads to this height of the page begun last. Returns what `parent` takes.
  int add_landmark(int parent, std::string_view name, double y);

  // The whole file. Nothing is drawn afterwards. Throws Error where Cairo could not make it.
  std::string finish();

 private:
  void begin_element(const Row& row);
  void link_areas();

  std::string bytes_;
  std::shared_ptr<cairo_surface_t> surface_;
  std::shared_ptr<cairo_t> cairo_;
  Pen pen_;
  int pages_ = 0;
  const char* element_ = nullptr;  // its tag, where one is open
  std::vector<LinkArea> links_;    // in it, on the page
};

// The address as a link may name it; nothing where it is not of the web.
std::optional<std::string> web_address(std::string_view url);

}  // namespace viva::pdf
