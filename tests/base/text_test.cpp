#include "viva/base/text.hpp"

#include <utility>

#include "catch.hpp"

using namespace viva;

TEST_CASE("printable leaves safe text alone") {
  CHECK(printable("plain, ünïcödé, 漢字, שלום, 👩‍💻, ❤️") ==
        "plain, ünïcödé, 漢字, שלום, 👩‍💻, ❤️");
}

TEST_CASE("printable lets no command reach a terminal") {
  CHECK(printable("\x1b[2J") == "␛[2J");
  CHECK(printable("a\tb\nc") == "a b c");
  CHECK(printable(std::string_view{"a\0b", 3}) == "a␀b");
  CHECK(printable("\x7f") == "\uFFFD");
  CHECK(printable("\u009b31m") == "\uFFFD31m");
  CHECK(printable("\u202eevil\u2066\u200f") == "\uFFFDevil\uFFFD\uFFFD");
  CHECK(printable("\uFEFF\u2028\U000E0041") == "\uFFFD\uFFFD\uFFFD");
  CHECK(printable("\xff\xc3") == "\uFFFD\uFFFD");
}

TEST_CASE("width counts columns by cluster") {
  CHECK(width("") == 0);
  CHECK(width("abc") == 3);
  CHECK(width("漢字") == 4);
  CHECK(width("e\u0301") == 1);
  CHECK(width("👩‍💻") == 2);
  CHECK(width("🇩🇪") == 2);
  CHECK(width("❤️") == 2);
}

TEST_CASE("the first cluster of any text is as printable shows it") {
  const auto first = [](std::string_view text) {
    const auto cluster = first_cluster(text);
    return std::pair{cluster.size, cluster.columns};
  };
  using Found = std::pair<std::size_t, int>;
  CHECK(first("ab") == Found{1, 1});
  CHECK(first("e\u0301b") == Found{3, 1});
  CHECK(first("👩‍💻b") == Found{11, 2});
  CHECK(first("\u202e\u0301b") == Found{5, 1});
  CHECK(first("\t\u0301b") == Found{3, 1});
  CHECK(first("\x1b[2J") == Found{1, 1});
  CHECK(first("\xe6\x97z") == Found{1, 1});
  CHECK(first("\U0001F3F4\U000E0067") == Found{4, 2});
  CHECK(first("a\n") == Found{1, 1});
  CHECK(first("\n\u0301").first == 1);
}

TEST_CASE("wrap breaks at spaces and never exceeds the width") {
  using Lines = std::vector<std::string>;
  CHECK(wrap("", 10) == Lines{""});
  CHECK(wrap("one two three", 7) == Lines{"one two", "three"});
  CHECK(wrap("one  two ", 80) == Lines{"one two"});
  CHECK(wrap("a\n\nb", 10) == Lines{"a", "", "b"});
  CHECK(wrap("abcdefgh ij", 3) == Lines{"abc", "def", "gh", "ij"});
  CHECK(wrap("漢字漢字", 5) == Lines{"漢字", "漢字"});
  CHECK(wrap("漢", 1) == Lines{"漢"});
}

TEST_CASE("clip and fit give exact columns") {
  CHECK(clip("quantization", 12) == "quantization");
  CHECK(clip("quantization", 6) == "quant…");
  CHECK(clip("quantization", 1) == "…");
  CHECK(clip("quantization", 0).empty());
  CHECK(clip("漢字漢字", 4) == "漢…");
  CHECK(clip("漢字", 2) == "…");
  CHECK(fit("漢字漢字", 4) == "漢… ");
  CHECK(fit("ab", 4) == "ab  ");
}

TEST_CASE("fold_case makes spellings comparable") {
  CHECK(fold_case("KV Cache") == "kv cache");
  CHECK(fold_case("STRASSE") == fold_case("straße"));
  CHECK(fold_case("ÉCLAIR") == fold_case("e\u0301clair"));
}

TEST_CASE("to_ascii keeps what ASCII can say") {
  CHECK(to_ascii("Beginner · 4× … “x”") == "Beginner - 4x ... \"x\"");
  CHECK(to_ascii("漢é") == "??e");
  CHECK(to_ascii("naïve") == "naive");
  CHECK(to_ascii("re\u0301sume\u0301, Ångström, Żubr") == "resume, Angstrom, Zubr");
}

TEST_CASE("text is split at newlines, and into paragraphs at blank lines") {
  using Parts = std::vector<std::string_view>;
  CHECK(split_lines("a\n\nb") == Parts{"a", "", "b"});
  CHECK(split_lines("a\n") == Parts{"a", ""});
  CHECK(split_lines("") == Parts{""});
  CHECK(split_paragraphs("\na\nb\n \n\nc\n") == Parts{"a\nb", "c"});
  CHECK(split_paragraphs(" \n").empty());
}

TEST_CASE("printable_lines keeps newlines and nothing else that commands a terminal") {
  CHECK(printable_lines("a\x1b\n\tb\n") == "a␛\n b\n");
  CHECK(printable_lines("").empty());
}

TEST_CASE("code points are counted, not bytes") {
  CHECK(count_code_points("kayak") == 5);
  CHECK(count_code_points("é漢\U0001F600") == 3);
}

TEST_CASE("find_invalid_utf8 names the first bad byte") {
  CHECK(find_invalid_utf8("héllo") == std::string_view::npos);
  CHECK(find_invalid_utf8("h\xffllo") == 1);
  CHECK(find_invalid_utf8("h\xffl\xfe", 2) == 3);
  CHECK(find_invalid_utf8("\xc0\x80") == 0);
  CHECK(find_invalid_utf8("\xed\xa0\x80") == 0);
}
