#include "tui/reading.hpp"

#include <utility>

namespace viva {
namespace {

constexpr int wheel_lines = 3;

}  // namespace

void Reading::open(Matter matter) {
  matter_ = matter;
  scroll_ = {};
}

void Reading::open_help(Scene scene) {
  open(Matter::help);
  helped_ = scene;
}

void Reading::take(Act act) {
  if (act == Act::close) return open(Matter::nothing);
  scroll_by(scroll_, act);
}

void Reading::draw(Stage& stage, Page page) {
  // Parts of pages begin with an empty line, to be put below one another.
  if (!page.empty() && page.front().empty()) page.erase(page.begin());
  Rows rows;
  add_page(rows, std::move(page));
  scroll_.draw(stage.frame(), stage.body(), rows);
}

void scroll_by(Scroll& scroll, Act act) {
  switch (act) {
    case Act::up: return scroll.by(-1);
    case Act::down: return scroll.by(1);
    case Act::wheel_up: return scroll.by(-wheel_lines);
    case Act::wheel_down: return scroll.by(wheel_lines);
    case Act::page_up: return scroll.page(-1);
    case Act::page_down: return scroll.page(1);
    case Act::top: return scroll.to_top();
    case Act::bottom: return scroll.to_bottom();
    default: return;
  }
}

}  // namespace viva
