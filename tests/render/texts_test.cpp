// Texts of every kind as the pages of commands show them, compared whole.
#include <functional>

#include "bank_file.hpp"
#include "catch.hpp"
#include "golden.hpp"
#include "render/drill_page.hpp"
#include "render/item_page.hpp"
#include "viva/base/text.hpp"

using namespace viva;
using namespace viva::test;

namespace {

constexpr Day today = std::chrono::sys_days{std::chrono::year{2026} / 11 / 22};

std::string all_items(const Bank& bank, int columns, Palette palette) {
  std::string all;
  for (std::size_t i = 0; i < bank.items.size(); ++i)
    all += render(show_item(bank, i, Progress(bank.items.size()), {}, today, columns), palette) + '\n';
  return all;
}

}  // namespace

TEST_CASE("how texts of every kind are shown", "[texts]") {
  const auto bank = texts_bank();
  check_golden("texts-show-80.txt", all_items(bank, 80, {}));
  check_golden("texts-show-40.txt", all_items(bank, 40, {}));
  check_golden("texts-show-styles.txt", all_items(bank, 60, {.colour = true}));
  check_golden("texts-show-ascii.txt", all_items(bank, 60, {.ascii = true}));
}

TEST_CASE("how texts of every kind are listed", "[texts]") {
  const auto bank = texts_bank();
  std::vector<std::size_t> items(bank.items.size());
  for (std::size_t i = 0; i < items.size(); ++i) items[i] = i;
  check_golden("texts-list.txt", render(list_items(bank, items, Progress(items.size()), today, 100), {}));
}

TEST_CASE("no line of a text is wider than asked for", "[texts]") {
  const auto bank = texts_bank();
  for (int columns = 20; columns <= 120; ++columns)
    for (std::size_t i = 0; i < bank.items.size(); ++i)
      for (const auto& line : show_item(bank, i, Progress(bank.items.size()), {}, today, columns)) {
        INFO(columns << ' ' << bank.items[i].id);
        CHECK(width(render(line, {})) <= columns);
      }
}
