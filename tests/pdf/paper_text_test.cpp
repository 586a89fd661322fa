#include "pdf/paper_text.hpp"

#include "catch.hpp"

using viva::pdf::for_paper;

TEST_CASE("text that is fit for paper stays as it is") {
  for (const char* text : {"", "plain\n\ttabbed", "\u05D0\u200F \u2067x\u2069", "क्षि 👩\xE2\x80\x8D💻",
                           "\U0001F3F4\U000E0067\U000E0062\U000E007F", "\uFFFD\uFFFC",
                           "soft\u00ADhyphen, zero\u200Bwidth, word\u2060joiner"})
    CHECK(for_paper(text) == text);
}

TEST_CASE("what makes Pango or Cairo fail is replaced") {
  CHECK(for_paper("\uFFFE\uFFFF\uFDD0\uFDEF\U0001FFFE\U0010FFFF") == "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
  CHECK(for_paper("a\xC3") == "a\uFFFD");
  CHECK(for_paper({"\0\x1b\x7f", 3}) == "␀␛\uFFFD");
}

TEST_CASE("what reorders text without end is left out") { CHECK(for_paper("\u202Ea\u202C\u202B") == "a"); }

TEST_CASE("a byte order mark at the beginning is none of the text") {
  CHECK(for_paper("\uFEFFa\uFEFF") == "a\uFEFF");
}

TEST_CASE("every end of a line is a newline") {
  CHECK(for_paper("a\r\nb\rc\fd\u2028e\u2029f\u0085g") == "a\nb\nc\nd\ne\n\nf\ng");
}
