// A page that lies over a screen until it is closed: the help, a model answer, earlier answers.
#pragma once

#include "tui/screen_layout.hpp"
#include "tui/scroll.hpp"

namespace viva {

class Overlay {
 public:
  // What the page is about. The page itself is made for each frame, because its width may change.
  enum class Content { nothing, help, answer, follow_ups, earlier, item };

  Content content() const { return content_; }
  bool is_open() const { return content_ != Content::nothing; }
  void open(Content content);
  void open_help(InputMode mode);  // about the keys of that mode
  void close() { content_ = Content::nothing; }
  void take(KeyAction action);  // scrolls, or closes

  // `page` is shown, unless the overlay is the help.
  void draw(ScreenLayout& layout, Page page);

 private:
  Content content_ = Content::nothing;
  InputMode mode_{};  // that the help is about
  Scroll scroll_;
};

}  // namespace viva
