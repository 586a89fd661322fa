#include "tui/overlay.hpp"

#include <utility>

namespace viva {

void Overlay::open(Content content) {
  content_ = content;
  scroll_ = {};
}

void Overlay::open_help(InputMode mode) {
  open(Content::help);
  mode_ = mode;
}

void Overlay::take(KeyAction action) {
  if (action == KeyAction::close) return close();
  scroll_.take(action);
}

void Overlay::draw(ScreenLayout& layout, Page page) {
  if (content_ == Content::help) page = keys_help(mode_, prose_columns(layout.body().columns));
  // Many pages begin with an empty line, to stand below another page.
  if (!page.empty() && page.front().empty()) page.erase(page.begin());
  ScreenRows rows;
  add_page(rows, std::move(page));
  scroll_.draw(layout.frame(), layout.body(), rows);
}

}  // namespace viva
