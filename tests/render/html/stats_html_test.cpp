#include "render/html/stats_html.hpp"

#include <set>

#include "catch.hpp"
#include "golden.hpp"
#include "render/sample_history.hpp"

using namespace viva;
using namespace viva::sample;

namespace {

std::string html(const Bank& bank, const std::vector<RoundState>& rounds) {
  return stats_html(bank, make_stats(bank, log_of(six_weeks(bank, monday)), rounds, monday));
}

std::string sample_html() { return stats_html(studied_bank(), six_weeks_stats()); }

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

std::vector<std::string> values_of(std::string_view text, std::string_view attribute) {
  std::vector<std::string> values;
  const auto begin = ' ' + std::string{attribute} + "=\"";
  for (auto at = text.find(begin); at != text.npos; at = text.find(begin, at + 1)) {
    const auto from = at + begin.size();
    values.emplace_back(text.substr(from, text.find('"', from) - from));
  }
  return values;
}

}  // namespace

TEST_CASE("the HTML of the statistics") {
  auto text = sample_html();
  const auto begin = text.find("<style>"), end = text.find("</style>");
  test::check_golden("stats.html", text.replace(begin, end - begin, "<style>\n"));
}

TEST_CASE("every chart has a title, a text and its data") {
  const auto text = sample_html();
  const auto charts = count(text, " role=\"img\" ");
  CHECK(charts == 9);
  CHECK(count(text, "<desc id=") + count(text, "<div class=\"bars\" role=\"img\" aria-label=\"") == charts);
  CHECK(count(text, "<details><summary>Data: ") == charts);
  CHECK(count(text, "<table>") == charts + 1);  // the memory model is numbers alone
  CHECK(count(text, "<section ") == charts + 1);
}

TEST_CASE("ids are unique, and what names them finds them") {
  const auto text = sample_html();
  const auto ids = values_of(text, "id");
  const std::set<std::string> unique{ids.begin(), ids.end()};
  CHECK(ids.size() == unique.size());
  for (const auto& names : values_of(text, "aria-labelledby"))
    for (std::size_t at = 0; at != names.npos && at <= names.size();) {
      const auto space = std::min(names.find(' ', at), names.size());
      CHECK(unique.contains(names.substr(at, space - at)));
      at = space + 1;
    }
}

TEST_CASE("the HTML of the statistics runs nothing and loads nothing") {
  const auto text = sample_html();
  CHECK(count(text, "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'") ==
        1);
  CHECK(count(text, "<html lang=\"en\"") == 1);
  CHECK(count(text, "<script") + count(text, "src=") + count(text, "url(") + count(text, "http:") +
            count(text, "https:") ==
        0);
}

TEST_CASE("a bank from strangers cannot break out of the HTML of its statistics") {
  auto bank = studied_bank();
  bank.title = hostile + "</title>";
  for (auto& tier : bank.tiers) tier.name = hostile + "</text></svg>";
  for (auto& topic : bank.topics) topic.name = "\" onload=\"x";
  for (auto& item : bank.items) item.points.assign(5, Point{{}, hostile + "</td>"});
  auto round = finished_round();
  round.name = hostile;
  const auto text = html(bank, {round});
  CHECK(count(text, "<script") == 0);
  CHECK(count(text, "</svg>") == count(text, "<svg "));
  CHECK(count(text, "</title>") == count(text, "<title"));
  CHECK(count(text, "\" onload=\"") == 0);
  CHECK(count(text, "\x1b") + count(text, "\u202E") == 0);
}

TEST_CASE("the HTML of a newcomer's statistics says so") {
  const auto text = stats_html(studied_bank(), make_stats(studied_bank(), {}, {}, monday));
  CHECK(count(text, "Nothing to count yet") == 1);
  CHECK(count(text, "</html>") == 1);
}
