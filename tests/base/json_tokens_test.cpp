#include "base/json_tokens.hpp"

#include "catch.hpp"

using namespace viva;

TEST_CASE("white space is what JSON calls so") {
  CHECK(skip_space(" \t\r\nx", 0) == 4);
  CHECK(skip_space("ab", 1) == 1);
  CHECK(skip_space("\f", 0) == 0);
  CHECK(skip_space("a ", 1) == 2);
}

TEST_CASE("a token is a string, a word or one character") {
  CHECK(token_at(R"({"key": "va\"lue", "x)", 1) == R"("key")");
  CHECK(token_at(R"({"key": "va\"lue", "x)", 8) == R"("va\"lue")");
  CHECK(token_at("\"open\n\"", 0) == "\"open");
  CHECK(token_at("\"open", 0) == "\"open");
  CHECK(token_at("ünï-1.5e+3$_,", 0) == "ünï-1.5e+3$_");
  CHECK(token_at("{}", 0) == "{");
  CHECK(token_at("x", 1).empty());
}

TEST_CASE("a number has an optional sign, fraction and exponent, and no leading zero") {
  CHECK(number_at("[12, 3]", 1) == "12");
  CHECK(number_at("-0.50]", 0) == "-0.50");
  CHECK(number_at("1e5,", 0) == "1e5");
  CHECK(number_at("1.5E-10 ", 0) == "1.5E-10");
  CHECK(number_at("2e+07}", 0) == "2e+07");
  CHECK(number_at("012", 0) == "0");
}

TEST_CASE("what is quoted in a message is printable, and not too long") {
  CHECK(quote("a\x1b\"") == "\"a␛\"\"");
  CHECK(quote(std::string(1000, 'x')) == '"' + std::string(59, 'x') + "…\"");
}
