// viva stats on the real binary: as a page, as JSON, as HTML.
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "cli/pty.hpp"
#include "golden.hpp"

using namespace viva::test;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

void answer_two(const Home& home, const std::string& bank) {
  REQUIRE(home.type({"drill", "--bank", bank, "--count", "2"}, "\nall\n\n\n1\n\ns\n").code == 0);
}

}  // namespace

TEST_CASE("stats without a history say how they begin, and make no file") {
  const Home home;
  const auto run = home.run({"stats", "--bank", home.bank("small")});
  check_golden("stats-none.txt", run.out);
  CHECK(run.err.empty());
  CHECK(run.code == 0);
  CHECK_FALSE(std::filesystem::exists(home / "data"));
}

TEST_CASE("stats count what was answered") {
  const Home home;
  const auto bank = home.bank("small");
  answer_two(home, bank);
  const auto run = home.run({"stats", "--bank", bank});
  CHECK(has(run.out, "2 answers on 1 day. 2 of 3 questions seen.\n"));
  CHECK(run.code == 0);
  const auto ascii = home.run({"stats", "--bank", bank, "--width", "42"}, {.env = {{"LC_ALL", "C"}}});
  for (const char c : ascii.out) REQUIRE(static_cast<unsigned char>(c) < 0x80);
  CHECK(has(home.run({"stats", "--bank", bank, "--color", "always"}).out, "\x1b[32m"));
}

TEST_CASE("stats as JSON") {
  const Home home;
  const auto bank = home.bank("small");
  const auto fresh = nlohmann::json::parse(home.run({"stats", "--bank", bank, "--json"}).out);
  CHECK(fresh["answers"] == 0);
  CHECK(fresh["retention"]["share"].is_null());
  answer_two(home, bank);
  const auto json = nlohmann::json::parse(home.run({"stats", "--bank", bank, "--json"}).out);
  CHECK(json["answers"] == 2);
  CHECK(json["seen"] == 2);
  CHECK(json["ratings"]["again"] == 1);
  CHECK(json["days"] == nlohmann::json::parse(R"([{"answers": 2, "day": "2026-11-22", "seconds": 0}])"));
  CHECK(json["due"].size() == 14);
}

TEST_CASE("stats as HTML are a file that replaces none") {
  const Home home;
  const auto bank = home.bank("small");
  answer_two(home, bank);
  const auto run = home.run({"stats", "--bank", bank, "--html", "stats.html"});
  CHECK(run.out == "stats.html: statistics, 2026-11-22\n");
  CHECK(run.code == 0);
  const auto page = home.read("stats.html");
  CHECK(page.starts_with("<!doctype html>"));
  CHECK(page.ends_with("</html>\n"));
  home.write("stats.html", "mine");
  const auto kept = home.run({"stats", "--bank", bank, "--html", "stats.html"});
  CHECK(kept.err == "viva: stats.html: there is a file of this name already; --force replaces it\n");
  CHECK(kept.code == 1);
  CHECK(home.read("stats.html") == "mine");
  CHECK(home.run({"stats", "--bank", bank, "--html", "stats.html", "--force"}).code == 0);
  CHECK(home.read("stats.html") == page);
  CHECK(home.run({"stats", "--bank", bank, "--html", "a.html", "--json"}).code == 2);
}

TEST_CASE("a hostile bank's statistics are text and nothing else") {
  const Home home;
  const auto bank = home.bank("hostile");
  REQUIRE(home.type({"drill", "--bank", bank, "--count", "2"}, "\n\n1\n\n\n1\nq\n").code == 0);
  const auto run = home.run({"stats", "--bank", bank});
  CHECK(has(run.out, " questions seen."));
  const auto json = home.run({"stats", "--bank", bank, "--json"}).out;
  CHECK(nlohmann::json::parse(json)["format"] == 2);
  REQUIRE(home.run({"stats", "--bank", bank, "--html", "stats.html"}).code == 0);
  const auto page = home.read("stats.html");
  for (const auto& text : {run.out, json, page}) {
    CHECK_FALSE(has(text, "\x1b"));
    CHECK_FALSE(has(text, "\u202E"));
  }
  CHECK_FALSE(has(page, "<script"));
}
