// A frame's cells: what is put where, cut, covered, reversed and cleared, and what a click means.
#include "tui/frame.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "tui/screen_bank.hpp"
#include "tui/snapshot.hpp"

using namespace viva;
using namespace viva::test;

namespace {

// A row of ten columns with `text` put there.
std::string put(const Line& line, int column, int columns, bool ascii = false) {
  Frame frame{{1, 10}, ascii};
  frame.put(0, column, line, columns);
  return row_text(frame, 0);
}

std::string put(const std::string& text, int column = 0, int columns = 10, bool ascii = false) {
  return put(Line{{text}}, column, columns, ascii);
}

// `below` with `text` put over it.
std::string covered(const std::string& below, const std::string& text, int column) {
  Frame frame{{1, 10}};
  frame.put(0, 0, {{below}}, 10);
  frame.put(0, column, {{text}}, 10);
  return row_text(frame, 0);
}

std::string pressed(const std::optional<InputEvent>& event) {
  const auto* press = event ? std::get_if<KeyPress>(&*event) : nullptr;
  return press ? press->key : "";
}

std::string all_cells(const Frame& frame) {
  std::string text;
  for (int row = 0; row < frame.size().rows; ++row)
    for (const auto& cell : frame.row(row)) text += cell.text;
  return text;
}

}  // namespace

TEST_CASE("a frame begins empty", "[frame]") {
  const Frame frame{{2, 3}};
  CHECK(text_of(frame) == "\n\n");
  CHECK(frame.row(1) == std::vector<Cell>(3));
  CHECK(!frame.cursor());
  CHECK(!frame.clicked(0, 0));
  CHECK(text_of(Frame{{0, 0}}).empty());
  CHECK(text_of(Frame{{-1, -1}}).empty());
}

TEST_CASE("a line is put with its styles", "[frame]") {
  Frame frame{{2, 10}};
  CHECK(frame.put(1, 2, {{"ab", Style::strong}, {"|", Style::bad}}, 10) == 3);
  CHECK(text_of(frame) == "\n  ab|\n");
  CHECK(frame.row(1)[3] == Cell{"b", Style::strong, false});
  CHECK(frame.row(1)[4] == Cell{"|", Style::bad, false});
  CHECK(frame.row(1)[5] == Cell{});
  CHECK(styles(frame) == "\n  ssb\n");
}

TEST_CASE("a cell has the style in which it is shown: words have no colour", "[frame]") {
  Frame frame{{1, 10}};
  frame.put(0, 0, {{"ab·", Style::good}, {"··", Style::good}, {"12", Style::bad}, {"──", Style::dim}}, 10);
  CHECK(styles(frame) == "pppggssdd\n");
}

TEST_CASE("what is too long ends in an ellipsis", "[frame]") {
  CHECK(put("0123456789") == "0123456789");
  CHECK(put("0123456789A") == "012345678…");
  CHECK(put("0123456789", 5) == "     0123…");
  CHECK(put("0123456789", 2, 4) == "  012…");
  CHECK(put("0123", 2, 4) == "  0123");
  CHECK(put("01", 0, 1) == "…");
  CHECK(put("01", 0, 0).empty());
  CHECK(put("01", 0, -3).empty());
  CHECK(put(Line{{"01"}, {"23"}, {"45"}}, 0, 5) == "0123…");
  CHECK(put(Line{{"01234"}, {"5"}}, 0, 5) == "0123…");
  CHECK(put("0123456789A", 0, 10, true) == "0123456...");
  CHECK(put("0123", 0, 2, true) == "..");
}

TEST_CASE("what is put outside is not there", "[frame]") {
  Frame frame{{1, 5}};
  CHECK(frame.put(1, 0, {{"x"}}, 5) == 0);
  CHECK(frame.put(-1, 0, {{"x"}}, 5) == 0);
  CHECK(frame.put(0, -1, {{"x"}}, 5) == 0);
  CHECK(frame.put(0, 5, {{"x"}}, 5) == 0);
  CHECK(frame.put(0, 9, {{"x"}}, 5) == 0);
  CHECK(frame.row(0) == std::vector<Cell>(5));
}

TEST_CASE("a wide character is whole or not there", "[frame]") {
  Frame frame{{1, 5}};
  CHECK(frame.put(0, 0, {{"日本"}}, 5) == 4);
  CHECK(frame.row(0)[0].text == "日");
  CHECK(frame.row(0)[1].text.empty());
  CHECK(frame.row(0)[4] == Cell{});
  CHECK(put("日本", 0, 3) == "日…");
  CHECK(put("日本", 0, 2) == "…");
  CHECK(put("日本語日本語", 0, 10) == "日本語日…");
  CHECK(put("日", 9).empty() == false);
  CHECK(put("日", 9) == "         …");
}

TEST_CASE("joined emoji and combined marks are one cell", "[frame]") {
  Frame frame{{1, 12}};
  CHECK(frame.put(0, 0, {{"👩‍💻e\u0301🇩🇪❤️षि"}}, 12) == 11);
  CHECK(frame.row(0)[0].text == "👩‍💻");
  CHECK(frame.row(0)[3].text.empty());
  CHECK(frame.row(0)[4].text == "e\u0301");
  CHECK(frame.row(0)[5].text == "🇩🇪");
  CHECK(frame.row(0)[7].text == "❤️");
  CHECK(frame.row(0)[9].text == "षि");
  CHECK(frame.row(0)[11] == Cell{});
}

TEST_CASE("of a wide character that is half covered nothing stays", "[frame]") {
  CHECK(covered("日本", "x", 0) == "x 本");
  CHECK(covered("日本", "x", 1) == " x本");
  CHECK(covered("日本", "x", 2) == "日x");
  CHECK(covered("日本語", "本", 1) == " 本 語");
  CHECK(covered("a日b", "語", 0) == "語 b");
  CHECK(covered("日本", "語", 2) == "日語");
  CHECK(covered("a👩‍💻b", "x", 2) == "a x  b");
  CHECK(covered("a👩‍💻b", "x", 4) == "a   xb");
}

TEST_CASE("a cleared area is empty, also of halves at its edges and of clicks that begin in it", "[frame]") {
  Frame frame{{3, 6}};
  for (int row = 0; row < 3; ++row) frame.put(row, 0, {{"日本語", Style::good}}, 6);
  frame.reverse({0, 0, 3, 6});
  frame.on_click({1, 2, 1, 1}, KeyPress{"gone"});
  frame.on_click({0, 0, 3, 1}, KeyPress{"stays"});
  frame.clear({1, 1, 1, 4});
  CHECK(text_of(frame) == "日本語\n\n日本語\n");
  CHECK(styles(frame) == "SSSSSS\nS    S\nSSSSSS\n");
  CHECK(!frame.clicked(1, 2));
  CHECK(pressed(frame.clicked(1, 0)) == "stays");
  frame.clear({-5, -5, 99, 99});
  CHECK(text_of(frame) == "\n\n\n");
}

TEST_CASE("a reversed area keeps its text, in one style", "[frame]") {
  Frame frame{{2, 4}};
  frame.put(0, 0, {{"ab"}}, 4);
  frame.reverse({0, 1, 9, 2});
  CHECK(text_of(frame) == "ab\n\n");
  CHECK(styles(frame) == "pSS\n SS\n");
  frame.reverse({-3, -3, 2, 2});
  CHECK(styles(frame) == "pSS\n SS\n");
}

TEST_CASE("a click is what the latest area there means", "[frame]") {
  Frame frame{{4, 10}};
  frame.on_click({0, 0, 4, 10}, KeyPress{"all"});
  frame.on_click({1, 2, 2, 3}, RowClick{7});
  CHECK(frame.clicked(0, 0) == InputEvent{KeyPress{"all"}});
  CHECK(frame.clicked(1, 2) == InputEvent{RowClick{7}});
  CHECK(frame.clicked(2, 4) == InputEvent{RowClick{7}});
  CHECK(frame.clicked(2, 5) == InputEvent{KeyPress{"all"}});
  CHECK(frame.clicked(3, 2) == InputEvent{KeyPress{"all"}});
  CHECK(!frame.clicked(4, 0));
  CHECK(!frame.clicked(0, 10));
}

TEST_CASE("a click on what is edited says where in it", "[frame]") {
  Frame frame{{5, 10}};
  frame.on_click_text({1, 3, 3, 5});
  CHECK(frame.clicked(1, 3) == InputEvent{TextClick{0, 0}});
  CHECK(frame.clicked(3, 7) == InputEvent{TextClick{2, 4}});
  CHECK(!frame.clicked(0, 3));
}

TEST_CASE("without Unicode everything is spelled in ASCII", "[frame]") {
  CHECK(put("3 · 4 ▸ ü", 0, 10, true) == "3 - 4 > u");
  CHECK(put("█░│─↑↓", 0, 10, true) == "#.|-^v");
  const Frame frame{{1, 9}, true};
  CHECK(frame.width_of({{"…"}, {"ab"}}) == 5);
  CHECK(Frame{{1, 9}}.width_of({{"…"}, {"ab"}}) == 3);

  Frame cells{{4, 20}, true};
  cells.put(0, 0, {{"日本 👩‍💻 🇩🇪 e\u0301"}}, 20);
  cells.put(1, 0, {{sample::malice}}, 20);
  for (const char c : all_cells(cells)) CHECK((c >= ' ' && c <= '~'));
}

TEST_CASE("hostile text cannot command a terminal", "[frame]") {
  CHECK(put("\x1b[2Jx") == "␛[2Jx");
  CHECK(put("a\tb\nc\rd") == "a b c d");
  CHECK(put("\u202Eevil\u2069") == "evil");
  CHECK(put("\xff\x7f\u009b") == "\uFFFD\uFFFD\uFFFD");
  Frame frame{{1, 80}};
  frame.put(0, 0, {{sample::malice}}, 80);
  CHECK(row_text(frame, 0) == printable(sample::malice));
}

TEST_CASE("a mark that comes first does not reach the cell before", "[frame]") {
  Frame frame{{1, 6}};
  frame.put(0, 0, {{"ab"}}, 6);
  frame.put(0, 2, {{"\u0301c"}}, 6);
  CHECK(frame.row(0)[1].text == "b");
}
