// Any bytes as a text on paper: it is set in rows of a page and of a narrow column. By hand, as
// markdown_fuzz.cpp is, with its dictionary; leaks are Pango's and Fontconfig's:
//
//   build/asan/tests/paper_fuzz -runs=100000 -max_len=512 -detect_leaks=0 -dict=tests/fuzz/markdown.dict
//   CORPUS
#include <cstdint>
#include <string_view>

#include "pdf/rich_paragraphs.hpp"

using namespace viva;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const pdf::Typesetter typesetter;
  const auto text = read_markdown({reinterpret_cast<const char*>(data), size});
  for (const double width : {450.0, 60.0}) {
    const auto rows = pdf::rich_rows(text, {{}, width}, typesetter);
    if (rows.empty() != text.blocks.empty()) __builtin_trap();
  }
  return 0;
}
