// What is drawn on paper: rows, as wide as a column, each with marks at places of its own. A row knows
// neither its page nor its place there. Header only: values.
#pragma once

#include <pango/pango.h>

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "pdf/columns.hpp"
#include "pdf/style.hpp"

namespace viva::pdf {

// Places are points from the row's upper left corner.
struct TypedLine {
  std::shared_ptr<PangoLayout> layout;  // keeps `line` alive
  PangoLayoutLine* line;
  double x, baseline;
  Ink ink;
};

struct Stroke {
  double x, y, across, down, thickness;
  Ink ink;
  double dash = 0;  // length of its dashes; 0: unbroken
};

struct TickBox {
  double x, y, size;
};

struct Ring {
  double x, y, radius;  // of its centre
};

// A ground for what is drawn on it.
struct Box {
  double x, y, width, height;
  Ink ink;
};

// Where a part of a line leads to.
struct LinkArea {
  double x, y, width, height;
  std::string address{};
  int page = 0;  // of the document, from 1, and from where on it; 0: the address
  double page_y = 0;
};

using Mark = std::variant<TypedLine, Stroke, TickBox, Ring, Box, LinkArea>;

inline void shift(Mark& mark, double x, double y) {
  std::visit([&](auto& any) { any.x += x; }, mark);
  if (auto* typed = std::get_if<TypedLine>(&mark))
    typed->baseline += y;
  else
    std::visit(
        [&](auto& any) {
          if constexpr (requires { any.y; }) any.y += y;
        },
        mark);
}

// What a row is a part of: screen readers are told so.
enum class Role { none, title, section, question, paragraph, link };

struct Row {
  RowSize size{};
  std::vector<Mark> marks{};
  Role role = Role::none;
  bool continues = false;  // the element of the row before, of the same role
  std::string address{};   // of a link
  double ruling = 0;       // more than 0: a line to write on, and what is left of the column is ruled as well
};

using Rows = std::vector<Row>;

}  // namespace viva::pdf
