// Every kind of sheet in every format, compared whole with tests/golden/sheets: from a bank of hostile and
// non-Latin text, and from the bank of viva.
#include "golden.hpp"

#include "bank_file.hpp"
#include "catch.hpp"
#include "render/sheet/writers.hpp"

using namespace viva;

namespace {

constexpr Day today = std::chrono::sys_days{std::chrono::year{2026} / 11 / 22};

// An answer to each item but the last, a day apart, with fewer points each time.
std::vector<Review> reviews_of(const Bank& bank, const std::vector<std::size_t>& items) {
  std::vector<Review> reviews;
  for (std::size_t i = 0; i + 1 < items.size(); ++i) {
    const auto& item = bank.items[items[i]];
    Review review;
    review.bank = item.bank;
    review.item = item.id;
    review.day = today - std::chrono::days{items.size() - i};
    review.at = Instant{review.day};
    review.points = static_cast<int>(item.points.size());
    for (int point = 1; point <= review.points - static_cast<int>(i); ++point) review.ticked.push_back(point);
    review.rating = i == 0 ? Rating::easy : i == 1 ? Rating::hard : Rating::again;
    review.seconds = 100 + 45 * static_cast<int>(i);
    reviews.push_back(review);
  }
  return reviews;
}

// The style is the same in all.
std::string without_style(std::string html) {
  const auto begin = html.find("<style>"), end = html.rfind("@page { @bottom-left");
  REQUIRE((begin != std::string::npos && end != std::string::npos && begin < end));
  return html.replace(begin, end - begin, "<style>\n");
}

void check_formats(const std::string& name, const Sheet& sheet) {
  const auto file = "sheets/" + name;
  test::check_golden(file + ".txt", sheet_text(sheet));
  test::check_golden(file + ".md", sheet_markdown(sheet));
  test::check_golden(file + ".html", without_style(sheet_html(sheet)));
  test::check_golden(file + ".json", sheet_json(sheet));
  test::check_golden(file + ".tsv", sheet_anki(sheet));
}

std::vector<std::size_t> all_of(const Bank& bank) {
  std::vector<std::size_t> items(bank.items.size());
  for (std::size_t i = 0; i < items.size(); ++i) items[i] = i;
  return items;
}

Sheet sheet_of(const Bank& bank, const std::vector<std::size_t>& items, const Filter& filter,
               std::size_t kind) {
  SheetRequest request;
  request.kind = static_cast<SheetKind>(kind);
  const auto log = log_of(reviews_of(bank, items));
  const auto progress = replay(bank, log);
  return make_sheet(bank, items, filter, request, {log, progress}, today);
}

}  // namespace

TEST_CASE("each kind in each format, of hostile and non-Latin text") {
  const auto bank = test::read_bank("tests/banks/hostile.json");
  for (std::size_t kind = 0; kind < sheet_kind_names.all.size(); ++kind)
    check_formats(std::string{"hostile-"}.append(sheet_kind_names.all[kind]),
                  sheet_of(bank, all_of(bank), {}, kind));
}

TEST_CASE("each kind in each format, of code, lists and scripts") {
  const auto bank = test::texts_bank();
  for (std::size_t kind = 0; kind < sheet_kind_names.all.size(); ++kind)
    check_formats(std::string{"texts-"}.append(sheet_kind_names.all[kind]),
                  sheet_of(bank, all_of(bank), {}, kind));
  const auto answers = static_cast<std::size_t>(SheetKind::answers);
  test::check_golden("sheets/texts-answers-pages.txt",
                     sheet_text(sheet_of(bank, all_of(bank), {}, answers), true));
}

TEST_CASE("each kind in each format, of a few real questions") {
  const auto bank = test::read_bank("data/bank.json");
  Filter filter;
  filter.tiers = {"beginner"};
  filter.count = 3;
  const auto items = select(bank, Progress(bank.items.size()), filter, today).items;
  for (std::size_t kind = 0; kind < sheet_kind_names.all.size(); ++kind)
    check_formats(std::string{"some-"}.append(sheet_kind_names.all[kind]),
                  sheet_of(bank, items, filter, kind));
  test::check_golden("sheets/some-study-pages.txt", sheet_text(sheet_of(bank, items, filter, 0), true));
}
