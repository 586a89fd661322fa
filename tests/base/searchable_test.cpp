// What searching takes for the same.
#include "viva/base/searchable.hpp"

#include "catch.hpp"

using namespace viva;
using Words = std::vector<std::string>;

TEST_CASE("case, accents, quotes, hyphens, width and what cannot be seen do not matter") {
  struct Same {
    std::string text, as;
  };
  const auto same = GENERATE(values<Same>({
      {"KV Cache", "kv cache"},
      {"ÉCLAIR", "e\u0301clair"},
      {"éclair", "eclair"},
      {"Łódź, København, Ærø, œuvre", "lodz, kobenhavn, aero, oeuvre"},
      {"Straße", "STRASSE"},
      {"Việt Nam", "viet nam"},
      {"the candidate’s ‘own’ “words” «here»", "the candidate's 'own' \"words\" \"here\""},
      {"on\u2010device on\u2011device on\u2013device on\u2014device on\u2212device",
       "on-device on-device on-device "
       "on-device on-device"},
      {"on-device", "on device"},
      {"quan\u00ADti\u200Bza\u2060tion", "quantization"},
      {"ＡＢＣ　１２３", "abc 123"},
      {"ｶﾞｲﾄﾞ", "ガイド"},
      {"ﬁne x²", "fine x2"},
      {"a\u00A0b\tc\nd\u2028e", "a b c d e"},
      {"שָׁלוֹם", "שלום"},
      {"مُحَوِّل", "محول"},
      {"\u200Fשלום\u200F", "שלום"},
      {"क्‍ष", "क्ष"},
  }));
  CAPTURE(same.text);
  CHECK(searchable(same.text) == searchable(same.as));
}

TEST_CASE("another letter is another letter") {
  const auto [one, other] = GENERATE(values<std::pair<std::string, std::string>>(
      {{"か", "が"}, {"कि", "कु"}, {"กำ", "กา"}, {"кот", "кит"}, {"C++", "C#"}, {"int8", "int4"}}));
  CAPTURE(one, other);
  CHECK(searchable(one) != searchable(other));
}

TEST_CASE("any bytes can be searched for") {
  CHECK(searchable("").empty());
  CHECK(searchable("a\xff\xc3") == "a\uFFFD\uFFFD");
}

TEST_CASE("words are what stands between white space; one with hyphens stays one") {
  CHECK(search_words("  KV\u00A0cache\u3000on-device ") == Words{"kv", "cache", "on device"});
  CHECK(search_words("a – b - c") == Words{"a", "b", "c"});
  CHECK(search_words(" \t").empty());
}
