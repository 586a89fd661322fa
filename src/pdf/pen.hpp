// Draws rows on a page, by Pango and Cairo.
#pragma once

#include <cairo.h>

#include <map>
#include <memory>

#include "pdf/marks.hpp"

namespace viva::pdf {

class Pen {
 public:
  explicit Pen(std::shared_ptr<cairo_t> cairo);

  // x and y: of the row's upper left corner. Areas of links leave no trace.
  void draw(const Row& row, double x, double y);

 private:
  void draw(const TypedLine& line, double x, double y);
  void draw(const Stroke& stroke, double x, double y);
  void draw(const TickBox& box, double x, double y);
  void draw(const Ring& ring, double x, double y);
  void draw(const Box& box, double x, double y);
  void draw(const LinkArea&, double, double) {}

  bool has_color(PangoFont* font);
  bool has_color(const PangoLayoutLine* line);
  void show_runs(const TypedLine& line, double x, double y);
  void ink(const Ink& of);
  void stroke(const Ink& of, double thickness);

  struct Font {
    std::shared_ptr<PangoFont> kept;  // so that no other font takes its place in the map
    bool has_color;
  };

  std::shared_ptr<cairo_t> cairo_;
  std::map<PangoFont*, Font> fonts_;
};

}  // namespace viva::pdf
