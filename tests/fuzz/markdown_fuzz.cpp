// Any bytes as Markdown: reading and every writer neither crash nor hang, and what is written is read as the
// same value. By hand, with clang:
//
//   cmake --preset asan -DVIVA_FUZZ=ON && cmake --build --preset asan --target markdown_fuzz
//   build/asan/tests/markdown_fuzz -runs=1000000 -max_len=512 -dict=tests/fuzz/markdown.dict CORPUS
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/escape.hpp"
#include "render/html/rich_html.hpp"
#include "render/markdown_parts.hpp"
#include "render/rich_page.hpp"
#include "viva/base/rich_text.hpp"
#include "viva/base/searchable.hpp"
#include "viva/base/text.hpp"

using namespace viva;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_one_line(std::string_view text) { return text.find('\n') == std::string_view::npos; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const auto read = read_markdown(text);
  const auto markdown = write_markdown(read);
  require(find_invalid_utf8(markdown) == std::string_view::npos);
  require(printable_lines(markdown) == markdown || markdown.find('\t') != markdown.npos);
  require(read_markdown(markdown) == read);
  static_cast<void>(plain_text(read));
  static_cast<void>(search_words(text));
  static_cast<void>(rich_html_line(read));
  require(is_one_line(anki_field(rich_html(read))));
  require(is_one_line(markdown_cell(read)));
  require(is_one_line(one_line_of(text)));
  const auto columns = 8 + static_cast<int>(size % 73);
  for (const auto& line : rich_page(read, columns)) require(width(render(line, {})) <= columns);
  return 0;
}
