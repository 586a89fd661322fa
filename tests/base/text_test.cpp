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
  CHECK(printable(std::string_view{"a\0b", 3}) == "a␀b");
  CHECK(printable("\x7f") == "\uFFFD");
  CHECK(printable("\u009b31m") == "\uFFFD31m");
  CHECK(printable("\u206a\ufff9\U000E0041") == "\uFFFD\uFFFD\uFFFD");
  CHECK(printable("\xff\xc3") == "\uFFFD\uFFFD");
}

TEST_CASE("printable leaves out what has no shape: it could only hide or reorder") {
  CHECK(printable("\u202eevil\u2066\u200f") == "evil");
  CHECK(printable("\uFEFFa\u00ADb\u200Bc\u2060d\u2063\uFEFF") == "abcd");
  CHECK(printable("क्\u200Dष می\u200Cخواهم") == "क्\u200Dष می\u200Cخواهم");
  CHECK(width("\u202eevil\u2066\u200f") == 4);
}

TEST_CASE("on one line, a line end of any kind is a space") {
  CHECK(printable("a\tb\nc") == "a b c");
  CHECK(printable("a\r\nb\rc\fd\ve\u0085f\u2028g\u2029h") == "a b c d e f g h");
}

TEST_CASE("line ends of all kinds are newlines") {
  CHECK(with_newlines("a\r\nb\rc\fd\ve\u0085f\u2028g\u2029h") == "a\nb\nc\nd\ne\nf\ng\n\nh");
  CHECK(with_newlines("\r\n\r\n\r\r") == "\n\n\n\n");
  CHECK(with_newlines("\uFEFFa\uFEFF\t\x1b\xff") == "a\uFEFF\t\x1b\xff");
  CHECK(printable_lines("a\r\nb\u2028c\x1b") == "a\nb\nc␛");
  CHECK(wrap("a\r\nb\rc", 10) == std::vector<std::string>{"a", "b", "c"});
}

TEST_CASE("on paper, text may run from right to left, but not backwards") {
  CHECK(typeset_lines("\u200Fאב\u2067c\u2069\u00AD\u061C\r\n\td") ==
        "\u200Fאב\u2067c\u2069\u00AD\u061C\n\td");
  CHECK(typeset_lines("\u202Aa\u202Bb\u202Cc\u202Dd\u202Ee\x1b") == "abcde␛");
}

TEST_CASE("width adds up what the code points of a cluster take") {
  CHECK(width("") == 0);
  CHECK(width("abc") == 3);
  CHECK(width("漢字") == 4);
  CHECK(width("e\u0301") == 1);
  CHECK(width("नमस्ते") == 4);   // न म स ् त े: two marks take no column
  CHECK(width("क्षि") == 3);    // a conjunct, and a vowel that takes a column
  CHECK(width("বাংলা") == 5);  // ব া ং ল া
  CHECK(width("தமிழ்") == 4);   // த ம ி ழ ்
  CHECK(width("น้ำ") == 2);     // no nu, a tone above, and am
  CHECK(width("ນ້ຳ") == 2);
  CHECK(width("ខ្មែរ") == 4);  // ខ ្ ម ែ រ
  CHECK(width("שָׁלוֹם") == 4);
  CHECK(width("مَرْحَبًا") == 5);
  CHECK(width("\u1112\u1161\u11ab") == 2);  // 한 in its parts
  CHECK(width("か\u3099") == 2);
}

TEST_CASE("where terminals differ, width is the largest") {
  CHECK(width("👩‍💻") == 4);
  CHECK(width("👍🏽") == 4);
  CHECK(width("👨‍👩‍👧‍👦") == 8);
  CHECK(width("❤️") == 2);
  CHECK(width("1️⃣") == 2);
  CHECK(width("🇩🇪") == 2);
  CHECK(width("🇩🇪🇫") == 4);
  CHECK(width("\U0001FAE9") == 2);  // younger than some tables
  CHECK(width("䷀") == 2);
}

TEST_CASE("no cluster is wider than a family with its skin tones") {
  std::string endless = "👩";
  for (int i = 0; i < 1000; ++i) endless += "‍👩";
  int columns = 0;
  for (const auto cluster : graphemes(endless)) {
    CHECK(width(cluster) <= 16);
    columns += width(cluster);
  }
  CHECK(columns == 2002);
  CHECK(graphemes("👨🏽‍👩🏽‍👧🏽‍👦🏽").size() == 1);
}

TEST_CASE("what takes no column belongs to the cluster before it") {
  using Clusters = std::vector<std::string_view>;
  CHECK(graphemes("a\u180Eb\u1161c") == Clusters{"a\u180E", "b\u1161", "c"});
  CHECK(graphemes("🇩🇪🇫🇷🇯") == Clusters{"🇩🇪", "🇫🇷", "🇯"});
  CHECK(graphemes("\u0301a") == Clusters{"\u0301", "a"});
}

TEST_CASE("the first cluster of any text is as printable shows it") {
  const auto first = [](std::string_view text) {
    const auto cluster = first_cluster(text);
    return std::pair{cluster.size, cluster.columns};
  };
  using Found = std::pair<std::size_t, int>;
  CHECK(first("ab") == Found{1, 1});
  CHECK(first("e\u0301b") == Found{3, 1});
  CHECK(first("👩‍💻b") == Found{11, 4});
  CHECK(first("\u202eab") == Found{4, 1});
  CHECK(first("a\u202e\u0301b") == Found{6, 1});
  CHECK(first("\u200B\n") == Found{3, 0});
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
  CHECK(wrap("| one  | two  |  ", 80) == Lines{"| one  | two  |"});
  CHECK(wrap("one    two", 9) == Lines{"one", "two"});
  CHECK(wrap("\u05A9        two", 8) == Lines{"\u05A9", "two"});
  CHECK(wrap("a\n\nb", 10) == Lines{"a", "", "b"});
  CHECK(wrap("abcdefgh ij", 3) == Lines{"abc", "def", "gh", "ij"});
  CHECK(wrap("漢字漢字", 5) == Lines{"漢字", "漢字"});
  CHECK(wrap("漢", 1) == Lines{"漢"});
  CHECK(wrap("การเรียนรู้", 4) == Lines{"การเ", "รียนรู้"});
  CHECK(wrap("a 👨‍👩‍👧‍👦", 4) == Lines{"a", "👨‍👩‍", "👧‍👦"});
}

TEST_CASE("Chinese and Japanese break between characters") {
  using Lines = std::vector<std::string>;
  CHECK(wrap("什么是量化？为什么", 8) == Lines{"什么是量", "化？为什", "么"});
  CHECK(wrap("你好（世界）再见", 6) == Lines{"你好", "（世", "界）再", "见"});
  CHECK(wrap("「量子化」とは", 6) == Lines{"「量子", "化」と", "は"});
  CHECK(wrap("カーネルキャッシュ", 6) == Lines{"カーネ", "ル", "キャッ", "シュ"});
  CHECK(wrap("使用KV cache缓存", 8) == Lines{"使用KV", "cache缓", "存"});
  CHECK(wrap("价格￥100元", 6) == Lines{"价格", "￥100", "元"});
  CHECK(wrap("50％です", 4) == Lines{"50％", "です"});
}

TEST_CASE("other text breaks only at spaces, and where it says so") {
  using Lines = std::vector<std::string>;
  CHECK(wrap("on-device --flag a/b/c", 9) == Lines{"on-device", "--flag", "a/b/c"});
  CHECK(wrap("한국어는 띄어쓰기", 9) == Lines{"한국어는", "띄어쓰기"});
  CHECK(wrap("ภาษา\u200Bไทย", 5) == Lines{"ภาษา", "ไทย"});
  CHECK(wrap("ab\u200Bcd", 5) == Lines{"abcd"});
  CHECK(wrap("漢\u2060字漢", 4) == Lines{"漢字", "漢"});
  CHECK(breakable("a\u200Bb\u2060\x1b") == "a\u200Bb␛");
}

TEST_CASE("a line is wrapped whatever it holds, and no code point that has a shape is lost") {
  const std::string texts[] = {
      "क्षत्रिय ज्ञान",
      "ভাষা ও সংস্কৃতি",
      "கணினி அறிவியல்",
      "ວິທະຍາສາດ",
      "វិទ្យាសាស្ត្រ",
      "👩🏽‍🚀👨‍👩‍👧‍👦🏳️‍🌈 🇯🇵🇰🇷",
      "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́O̵̹̻̝̳"
      "͂"
      "̌"
      "̌"
      "͘",
      "ｶﾞｷﾞ「漢字」ＡＢＣ"};
  for (const auto& text : texts)
    for (int columns = 2; columns < 20; ++columns) {
      INFO(text);
      std::string all;
      for (const auto& line : wrap(text, columns)) {
        CHECK(width(line) <= columns);
        all += line;
      }
      const auto without_spaces = [](std::string some) {
        std::erase(some, ' ');
        return some;
      };
      CHECK(without_spaces(all) == without_spaces(text));
    }
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
  CHECK(to_ascii("漢é👨‍👩‍👧‍👦") == "??e????????");
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
