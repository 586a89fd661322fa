// The lines of Markdown, each seen after those before it: where one begins with what CommonMark would read as
// markup although it is plain text. Part of base/markdown_source.hpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>

namespace viva {

class MarkdownLines {
 public:
  // Of valid UTF-8 with newlines as line ends, which must outlive this.
  explicit MarkdownLines(std::string_view source);

  // Where the line from `begin` to `end` needs a guard before it, npos: nowhere. The lines come in order.
  std::size_t guarded_at(std::size_t begin, std::size_t end);

 private:
  // A fenced code block that is in no other block; size 0: none is open.
  struct Fence {
    char mark = 0;
    std::size_t size = 0;
  };

  // One within lists and quotes. `before` is what its lines begin with: the marks of quotes, and spaces.
  struct InnerFence {
    char mark = 0;
    std::size_t size = 0;
    std::string before{};
  };

  bool follow_fence(std::string_view line);
  std::size_t follow_inner_fence(std::string_view line);
  std::size_t guarded_mark(std::string_view line);
  std::size_t guarded_indent(std::string_view line);
  bool defines_used_name(std::string_view line);

  std::string_view source_;
  std::unordered_set<std::string> used_names_, defined_names_;
  Fence fence_;
  InnerFence inner_fence_;
  bool after_blank_ = true;  // the line before is blank, or there is none
  bool in_plain_ = false;    // the line before is one of a paragraph that is in no other block
  bool after_definition_ = false;
};

}  // namespace viva
