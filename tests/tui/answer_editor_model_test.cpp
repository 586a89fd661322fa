// An answer's editor against a slow model of it, and what holds whatever is done. The seeds are fixed, so a
// failure can be repeated.
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "tui/editor_viewport.hpp"
#include "viva/base/random.hpp"
#include "viva/base/text.hpp"

using namespace viva;
using namespace viva::test;
using Edit = AnswerEditor::Edit;
using Rows = std::vector<std::string>;

namespace {

// What an editor should do, done slowly: all clusters are found anew each time.
struct Model {
  std::string text;
  std::size_t cursor = 0, insertion = 0;

  std::vector<std::size_t> places() const {
    std::vector<std::size_t> found{0};
    while (found.back() < text.size())
      found.push_back(found.back() + first_cluster(std::string_view{text}.substr(found.back())).size);
    return found;
  }
  std::size_t next() const {
    for (const auto place : places())
      if (place > cursor) return place;
    return text.size();
  }
  std::size_t previous() const {
    std::size_t before = 0;
    for (const auto place : places())
      if (place < cursor) before = place;
    return before;
  }
  void stand(std::size_t offset) {
    insertion = offset;
    for (const auto place : places())
      if (place >= offset) return void(cursor = place);
  }
  void erase(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    text.erase(begin, end - begin);
    stand(begin);
  }
  void insert(std::string_view added) {
    text.insert(insertion, added);
    stand(insertion + added.size());
  }
};

struct Step {
  Edit edit;
  void (*on_model)(Model&);
};

const std::array<Step, 6> steps_with_model{{
    {Edit::left, [](Model& m) { m.stand(m.previous()); }},
    {Edit::right, [](Model& m) { m.stand(m.next()); }},
    {Edit::text_start, [](Model& m) { m.stand(0); }},
    {Edit::text_end, [](Model& m) { m.stand(m.text.size()); }},
    {Edit::erase_left, [](Model& m) { m.erase(m.previous(), m.cursor); }},
    {Edit::erase_right, [](Model& m) { m.erase(m.cursor, m.next()); }},
}};

constexpr std::array all_edits{
    Edit::left,
    Edit::right,
    Edit::word_left,
    Edit::word_right,
    Edit::up,
    Edit::down,
    Edit::row_start,
    Edit::row_end,
    Edit::page_up,
    Edit::page_down,
    Edit::text_start,
    Edit::text_end,
    Edit::newline,
    Edit::erase_left,
    Edit::erase_right,
    Edit::erase_to_start,
    Edit::erase_to_end,
    Edit::erase_word_left,
    Edit::erase_word_right,
    Edit::undo,
    Edit::redo,
};

// Letters and what joins, is wide, has no width, is cut off or commands a terminal.
const std::vector<std::string> pieces{
    "a",
    "b",
    "word ",
    " ",
    "  ",
    "\n",
    "\t",
    "é",
    "\u0301",
    "日",
    "👩",
    "\u200d",
    "💻",
    "\ufe0f",
    "🇩",
    "🇪",
    "\u200b",
    "\u202e",
    "\xff",
    "\xe6",
    "\x97",
    "\xa5",
    "\x1b[2J",
    "\x7f",
    "각",
    "\u1100",
    "\u1161",
    "a longer paste, with a_word_too_long_for_most_rows\nand 日本語 in it",
    std::string(1, '\0'),
};

template <typename Values>
const auto& any_of(const Values& values, Random& random) {
  return values[below(random, values.size())];
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

std::string joined(const Rows& rows) {
  std::string all;
  for (const auto& row : rows) all += row;
  return all;
}

void check_screen(const AnswerEditor& editor, int columns, int height) {
  const auto rows = editor.rows();
  const auto [row, column] = editor.cursor();
  const bool cursor_inside =
      row >= 0 && row < static_cast<int>(rows.size()) && column >= 0 && column < columns;
  CHECK(cursor_inside);
  const bool rows_fit = std::ranges::all_of(rows, [&](const auto& shown) { return width(shown) <= columns; });
  CHECK(rows_fit);
  const auto everything = in_viewport(editor, columns, 1 << 20).rows();
  CHECK(rows.size() == std::min(everything.size(), static_cast<std::size_t>(height)));
  CHECK(everything == in_viewport(AnswerEditor{editor.text()}, columns, 1 << 20).rows());
  // printable() shows a newline as a space.
  CHECK(without_spaces(joined(everything)) == without_spaces(printable(editor.text())));
}

}  // namespace

TEST_CASE("the editor does what a slow model does", "[answer_editor]") {
  const auto seed = GENERATE(1u, 2u, 3u, 4u);
  Random random{seed};
  AnswerEditor editor;
  Model model;
  for (int step = 0; step < 600; ++step) {
    if (below(random, 5) < 3) {
      const auto& piece = any_of(pieces, random);
      editor.insert(piece);
      model.insert(piece);
    } else {
      const auto& both = any_of(steps_with_model, random);
      editor.apply(both.edit);
      both.on_model(model);
    }
    REQUIRE(editor.text() == model.text);
  }
}

TEST_CASE("whatever is done, the cursor is in sight, the rows show the text, and undo gives it back",
          "[answer_editor]") {
  const auto seed = GENERATE(5u, 6u, 7u, 8u, 9u, 10u);
  Random random{seed};
  const std::string original = "begun 日本 \xff\n";
  AnswerEditor editor{original};
  std::set<std::string> seen{original};
  for (int step = 0; step < 400; ++step) {
    const int columns = 16 + static_cast<int>(below(random, 12));  // room for any cluster
    const int height = 1 + static_cast<int>(below(random, 5));
    editor.lay_out(columns, height);
    switch (below(random, 8)) {
      case 0: editor.click(static_cast<int>(below(random, 7)), static_cast<int>(below(random, 15))); break;
      case 1: editor.replace(any_of(pieces, random) + any_of(pieces, random) + editor.text()); break;
      case 2:
      case 3: editor.apply(any_of(all_edits, random)); break;
      default: editor.insert(any_of(pieces, random));
    }
    seen.insert(editor.text());
    check_screen(editor, columns, height);
  }

  apply(editor, Edit::redo, 500);
  const auto last = editor.text();
  for (int step = 0; step < 500; ++step) {
    editor.apply(Edit::undo);
    const bool was_seen = seen.contains(editor.text());
    CHECK(was_seen);
  }
  CHECK(editor.text() == original);
  apply(editor, Edit::redo, 500);
  CHECK(editor.text() == last);
}
