#include "pdf/coverage.hpp"

#include "catch.hpp"

using viva::pdf::Coverage;

TEST_CASE("what no font covers is said once for each script, with a font that would") {
  Coverage coverage;
  CHECK(coverage.complaints().empty());
  for (const char32_t c : {U'ស', U'ត', U'请', U'か', U'\U0001F469', U'∞', U'\uE000', U'\U00010300'})
    coverage.lacks(c);
  CHECK(coverage.complaints() ==
        std::vector<std::string>{"no font here covers Han; install one, such as Noto Sans CJK",
                                 "no font here covers Hiragana; install one, such as Noto Sans CJK",
                                 "no font here covers Khmer; install one, such as Noto Sans Khmer",
                                 "no font here covers Old Italic; install one, such as Noto Sans Old Italic",
                                 "no font here covers emoji; install one, such as Noto Color Emoji",
                                 "no font here covers some characters that belong to no script",
                                 "no font here covers some symbols; install one, such as Noto Sans Symbols"});
}
