// An answer being written: what each edit does to the text, where the cursor is, and what is in sight.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "tui/editor_viewport.hpp"
#include "viva/base/text.hpp"

using namespace viva;
using namespace viva::test;
using Edit = AnswerEditor::Edit;
using Rows = std::vector<std::string>;

namespace {

// The text with a bar where the cursor is.
std::string marked(AnswerEditor editor) {
  editor.insert("|");
  return editor.text();
}

// An editor of `text`, the cursor where its bar is.
AnswerEditor at_bar(std::string text) {
  const auto bar = text.find('|');
  const auto before = text.substr(0, bar);
  AnswerEditor editor{text.erase(bar, 1)};
  editor.apply(Edit::text_start);
  while (!marked(editor).starts_with(before + "|")) editor.apply(Edit::right);
  return editor;
}

std::string after(const std::string& text, Edit edit) {
  auto editor = at_bar(text);
  editor.apply(edit);
  return marked(editor);
}

void type(AnswerEditor& editor, std::string_view text) {
  for (const auto cluster : graphemes(text)) editor.insert(cluster);
}

Rows rows_of(const std::string& text, int columns) {
  return in_viewport(AnswerEditor{text}, columns, 99).rows();
}

std::pair<int, int> cursor_of(const AnswerEditor& editor) {
  return {editor.cursor().row, editor.cursor().column};
}

using At = std::pair<int, int>;

}  // namespace

TEST_CASE("an answer is typed", "[answer_editor]") {
  AnswerEditor editor;
  CHECK(editor.empty());
  CHECK(editor.rows() == Rows{""});
  type(editor, "fewer bits");
  editor.apply(Edit::newline);
  type(editor, "per weight");
  CHECK(editor.text() == "fewer bits\nper weight");
  CHECK(editor.rows() == Rows{"fewer bits", "per weight"});
  CHECK(cursor_of(editor) == At{1, 10});
  CHECK(marked(AnswerEditor{"begun"}) == "begun|");
}

TEST_CASE("the cursor moves by cluster and by word", "[answer_editor]") {
  CHECK(after("on|e", Edit::left) == "o|ne");
  CHECK(after("|one", Edit::left) == "|one");
  CHECK(after("on|e", Edit::right) == "one|");
  CHECK(after("one|", Edit::right) == "one|");
  CHECK(after("one\n|two", Edit::left) == "one|\ntwo");
  CHECK(after("one|\ntwo", Edit::right) == "one\n|two");
  CHECK(after("one, tw|o", Edit::word_left) == "one, |two");
  CHECK(after("one, \n\t|two", Edit::word_left) == "|one, \n\ttwo");
  CHECK(after("|one, two", Edit::word_right) == "one,| two");
  CHECK(after("one,| \n two.", Edit::word_right) == "one, \n two.|");
  CHECK(after("one  |", Edit::word_right) == "one  |");
}

TEST_CASE("the cursor moves to the ends of the row and of the text", "[answer_editor]") {
  CHECK(after("one\ntw|o\nthree", Edit::row_start) == "one\n|two\nthree");
  CHECK(after("one\nt|wo\nthree", Edit::row_end) == "one\ntwo|\nthree");
  CHECK(after("one\nt|wo\nthree", Edit::text_start) == "|one\ntwo\nthree");
  CHECK(after("one\nt|wo\nthree", Edit::text_end) == "one\ntwo\nthree|");

  auto editor = in_viewport(at_bar("one t|wo three"), 8, 5);
  editor.apply(Edit::row_end);
  CHECK(marked(editor) == "one two| three");
  editor.apply(Edit::right);
  editor.apply(Edit::row_end);
  CHECK(marked(editor) == "one two three|");
  editor.apply(Edit::row_start);
  CHECK(marked(editor) == "one two |three");
}

TEST_CASE("up and down keep the column over shorter rows", "[answer_editor]") {
  auto editor = at_bar("a longer row\nshort\n日本日本日本\n\nanother long row|");
  apply(editor, Edit::left, 5);
  CHECK(cursor_of(editor) == At{4, 11});
  editor.apply(Edit::up);
  CHECK(cursor_of(editor) == At{3, 0});
  editor.apply(Edit::up);
  CHECK(cursor_of(editor) == At{2, 10});  // not in the middle of what is wide
  editor.apply(Edit::up);
  CHECK(cursor_of(editor) == At{1, 5});
  editor.apply(Edit::up);
  CHECK(marked(editor) == "a longer ro|w\nshort\n日本日本日本\n\nanother long row");
  editor.apply(Edit::up);
  CHECK(cursor_of(editor) == At{0, 11});
  apply(editor, Edit::down, 9);
  CHECK(marked(editor).ends_with("another lon|g row"));
}

TEST_CASE("any other edit gives up a kept column", "[answer_editor]") {
  auto editor = at_bar("long row\nb\nlong row|");
  editor.apply(Edit::up);
  editor.apply(Edit::left);
  editor.apply(Edit::up);
  CHECK(marked(editor) == "|long row\nb\nlong row");
}

TEST_CASE("erasing by cluster and by word", "[answer_editor]") {
  CHECK(after("on|e", Edit::erase_left) == "o|e");
  CHECK(after("|one", Edit::erase_left) == "|one");
  CHECK(after("one\n|two", Edit::erase_left) == "one|two");
  CHECK(after("on|e", Edit::erase_right) == "on|");
  CHECK(after("one|", Edit::erase_right) == "one|");
  CHECK(after("one|\ntwo", Edit::erase_right) == "one|two");
  CHECK(after("one two  |three", Edit::erase_word_left) == "one |three");
  CHECK(after("one tw|o", Edit::erase_word_left) == "one |o");
  CHECK(after("one|  two three", Edit::erase_word_right) == "one| three");
}

TEST_CASE("erasing to the ends of the line, however it is wrapped", "[answer_editor]") {
  CHECK(after("one\ntwo thr|ee\nfour", Edit::erase_to_start) == "one\n|ee\nfour");
  CHECK(after("one\n|two", Edit::erase_to_start) == "one\n|two");
  CHECK(after("one\ntwo| three\nfour", Edit::erase_to_end) == "one\ntwo|\nfour");
  CHECK(after("one|\ntwo", Edit::erase_to_end) == "one|two");
  CHECK(after("one|", Edit::erase_to_end) == "one|");

  auto editor = in_viewport(at_bar("one two three fo|ur"), 5, 9);
  editor.apply(Edit::erase_to_start);
  CHECK(marked(editor) == "|ur");
}

TEST_CASE("clusters are moved over and erased whole", "[answer_editor]") {
  CHECK(after("日本|", Edit::left) == "日|本");
  CHECK(after("日本|", Edit::erase_left) == "日|");
  CHECK(after("|e\u0301t\u0301", Edit::right) == "e\u0301|t\u0301");
  CHECK(after("x👩‍💻|", Edit::erase_left) == "x|");
  CHECK(after("|👩‍💻❤️", Edit::erase_right) == "|❤️");
  CHECK(after("🇩🇪🇫🇷|", Edit::left) == "🇩🇪|🇫🇷");
  CHECK(cursor_of(at_bar("日👩‍💻e\u0301|")) == At{0, 7});
}

TEST_CASE("what is typed joins what is before it", "[answer_editor]") {
  auto editor = at_bar("cafe|s");
  editor.insert("\u0301");
  CHECK(editor.rows() == Rows{"cafe\u0301s"});
  CHECK(cursor_of(editor) == At{0, 4});
  editor.apply(Edit::erase_left);
  CHECK(editor.text() == "cafs");
}

TEST_CASE("a cluster typed in parts stays in order, though a part may join what follows", "[answer_editor]") {
  auto flags = at_bar("|🇫🇷");
  flags.insert("🇩");
  flags.insert("🇪");
  CHECK(flags.text() == "🇩🇪🇫🇷");
  CHECK(cursor_of(flags) == At{0, 2});

  auto joined = at_bar("|❤️");
  for (const auto* part : {"👩", "\u200d", "💻"}) joined.insert(part);
  CHECK(joined.text() == "👩‍💻❤️");

  AnswerEditor bytes{"!"};
  bytes.apply(Edit::left);
  for (const auto* part : {"\xe6", "\x97", "\xa5"}) bytes.insert(part);
  CHECK(bytes.text() == "日!");
  CHECK(cursor_of(bytes) == At{0, 2});

  AnswerEditor toned{"👍"};
  for (const auto* part : {"\xf0", "\x9f", "\x8f", "\xbb"}) toned.insert(part);
  CHECK(cursor_of(toned) == At{0, 4});
  toned.apply(Edit::erase_left);
  CHECK(toned.empty());
}

TEST_CASE("a paste brings its newlines and tabs", "[answer_editor]") {
  auto editor = at_bar("<|>");
  editor.insert("one\r\n\ttwo\rthree\n\r\n");
  CHECK(marked(editor) == "<one\n\ttwo\nthree\n\n|>");
  CHECK(editor.rows() == Rows{"<one", " two", "three", "", ">"});
  CHECK(AnswerEditor{"a\r\nb"}.text() == "a\nb");
}

TEST_CASE("hostile bytes are kept, and shown so that they are harmless", "[answer_editor]") {
  AnswerEditor editor{"\x1b[2J\u202e\u0301\xff\xc3\tz"};
  CHECK(editor.text() == "\x1b[2J\u202e\u0301\xff\xc3\tz");
  CHECK(editor.rows() == Rows{"␛[2J\u0301\uFFFD\uFFFD z"});
  CHECK(cursor_of(editor) == At{0, 8});
  apply(editor, Edit::erase_left, 3);
  CHECK(editor.text() == "\x1b[2J\u202e\u0301\xff");
  apply(editor, Edit::erase_left, 2);
  CHECK(editor.text() == "\x1b[2");
  editor.insert(std::string_view{"\0\x7f", 2});
  CHECK(editor.rows() == Rows{"␛[2␀\uFFFD"});
}

TEST_CASE("rows break after spaces, which may hang out of sight", "[answer_editor]") {
  CHECK(rows_of("one two three", 7) == Rows{"one two", "three"});
  CHECK(rows_of("one two three", 8) == Rows{"one two ", "three"});
  CHECK(rows_of("one two three", 6) == Rows{"one ", "two ", "three"});
  CHECK(rows_of("one    two", 4) == Rows{"one ", "two"});
  CHECK(rows_of("  indented", 8) == Rows{"  ", "indented"});
  CHECK(rows_of("one\ttwo", 4) == Rows{"one ", "two"});
  CHECK(rows_of("one   \ntwo", 3) == Rows{"one", "two"});
  CHECK(rows_of("full\n", 4) == Rows{"full", ""});
}

TEST_CASE("words too long for a row are broken between clusters", "[answer_editor]") {
  CHECK(rows_of("a quantization", 5) == Rows{"a ", "quant", "izati", "on"});
  CHECK(rows_of("日本語", 5) == Rows{"日本", "語"});
  CHECK(rows_of("日本語", 4) == Rows{"日本", "語"});
  CHECK(rows_of("a日本", 2) == Rows{"a", "日", "本"});
  CHECK(rows_of("abc d", 2) == Rows{"ab", "c ", "d"});
  CHECK(rows_of("e\u0301👩‍💻❤️e\u0301", 5) == Rows{"e\u0301👩‍💻", "❤️e\u0301"});
  CHECK(rows_of("नमस्ते दुनिया", 6) == Rows{"नमस्ते ", "दुनिया"});
  CHECK(rows_of("abc", 0) == Rows{"ab", "c"});
}

TEST_CASE("rows end where wrap ends lines", "[answer_editor]") {
  CHECK(rows_of("什么是量化？为什么", 9) == Rows{"什么是量", "化？为什", "么"});
  CHECK(rows_of("使用KV cache缓存", 8) == Rows{"使用KV ", "cache缓", "存"});
  CHECK(rows_of("ภาษา\u200Bไทย", 5) == Rows{"ภาษา", "ไทย"});
  CHECK(rows_of("한국어는 띄어쓰기", 9) == Rows{"한국어는 ", "띄어쓰기"});
}

TEST_CASE("line ends of all kinds are newlines in an answer", "[answer_editor]") {
  CHECK(AnswerEditor{"a\fb\u2028c\u0085d"}.text() == "a\nb\nc\nd");
}

TEST_CASE("after a full row the cursor stands on its last column", "[answer_editor]") {
  auto editor = in_viewport(AnswerEditor{}, 4, 3);
  type(editor, "full");
  CHECK(cursor_of(editor) == At{0, 3});
  type(editor, "  ");
  CHECK(cursor_of(editor) == At{0, 3});
  type(editor, "x");
  CHECK(cursor_of(editor) == At{1, 1});
  CHECK(marked(editor) == "full  x|");
  apply(editor, Edit::left, 1);
  CHECK(cursor_of(editor) == At{1, 0});
}

TEST_CASE("a click places the cursor", "[answer_editor]") {
  auto editor = in_viewport(AnswerEditor{"one two 日本語 x\nlast"}, 8, 3);
  REQUIRE(editor.rows() == Rows{"one two ", "日本語 x", "last"});
  const auto clicked = [&](int row, int column) {
    editor.click(row, column);
    return marked(editor);
  };
  CHECK(clicked(0, 0) == "|one two 日本語 x\nlast");
  CHECK(clicked(0, 7) == "one two| 日本語 x\nlast");
  CHECK(clicked(0, 50) == "one two| 日本語 x\nlast");
  CHECK(clicked(1, 2) == "one two 日|本語 x\nlast");
  CHECK(clicked(1, 3) == "one two 日|本語 x\nlast");
  CHECK(clicked(2, 50) == "one two 日本語 x\nlast|");
  CHECK(clicked(-1, -1) == "|one two 日本語 x\nlast");

  editor.lay_out(8, 9);
  CHECK(clicked(7, 1) == "one two 日本語 x\nlast|");
}

TEST_CASE("a click is on what is in sight", "[answer_editor]") {
  auto editor = in_viewport(AnswerEditor{"a\nb\nc\nd"}, 8, 2);
  editor.click(0, 0);
  CHECK(marked(editor) == "a\nb\n|c\nd");
  editor.click(9, 0);
  CHECK(marked(editor) == "a\nb\nc\n|d");
}

TEST_CASE("scrolling no more than keeps the cursor in sight", "[answer_editor]") {
  auto editor = in_viewport(AnswerEditor{"1\n2\n3\n4\n5\n6"}, 8, 3);
  CHECK(editor.rows() == Rows{"4", "5", "6"});
  apply(editor, Edit::up, 2);
  CHECK(editor.rows() == Rows{"4", "5", "6"});
  editor.apply(Edit::up);
  CHECK(editor.rows() == Rows{"3", "4", "5"});
  CHECK(cursor_of(editor) == At{0, 1});
  editor.lay_out(8, 2);
  CHECK(editor.rows() == Rows{"3", "4"});
  editor.lay_out(8, 10);
  CHECK(editor.rows() == Rows{"1", "2", "3", "4", "5", "6"});
}

TEST_CASE("a page is the viewport but for one row", "[answer_editor]") {
  auto editor = in_viewport(AnswerEditor{"first\n2\n3\n4\n5\n6th"}, 8, 3);
  editor.apply(Edit::page_up);
  CHECK(cursor_of(editor) == At{0, 1});
  CHECK(editor.rows() == Rows{"4", "5", "6th"});
  editor.apply(Edit::page_up);
  CHECK(editor.rows() == Rows{"2", "3", "4"});
  editor.apply(Edit::page_up);
  CHECK(marked(editor).starts_with("fir|st\n"));
  apply(editor, Edit::page_down, 3);
  CHECK(marked(editor).ends_with("6th|"));
}

TEST_CASE("the same text stays in sight when the viewport changes its width", "[answer_editor]") {
  auto editor = in_viewport(at_bar("one two three four five six s|even eight"), 6, 2);
  REQUIRE(editor.rows() == Rows{"six ", "seven "});
  editor.lay_out(10, 2);
  CHECK(editor.rows() == Rows{"five six ", "seven "});
}

TEST_CASE("a word typed is one step to undo", "[answer_editor]") {
  AnswerEditor editor{"so: "};
  type(editor, "fewer bits");
  editor.apply(Edit::undo);
  CHECK(marked(editor) == "so: fewer |");
  editor.apply(Edit::undo);
  CHECK(marked(editor) == "so: |");
  editor.apply(Edit::undo);
  CHECK(marked(editor) == "so: |");
  apply(editor, Edit::redo, 5);
  CHECK(marked(editor) == "so: fewer bits|");
}

TEST_CASE("a paste is one step to undo, apart from what is typed around it", "[answer_editor]") {
  AnswerEditor editor;
  type(editor, "a");
  editor.insert("pasted and\nlong");
  type(editor, "b");
  editor.apply(Edit::undo);
  CHECK(marked(editor) == "apasted and\nlong|");
  editor.apply(Edit::undo);
  CHECK(marked(editor) == "a|");
}

TEST_CASE("erasing on and on is one step to undo", "[answer_editor]") {
  auto editor = at_bar("one two th|ree four");
  apply(editor, Edit::erase_left, 2);
  editor.apply(Edit::erase_word_left);
  apply(editor, Edit::erase_right, 3);
  editor.apply(Edit::erase_to_end);
  CHECK(marked(editor) == "one |");
  editor.apply(Edit::undo);
  CHECK(marked(editor) == "one two th|ree four");
  editor.apply(Edit::redo);
  CHECK(marked(editor) == "one |");
}

TEST_CASE("moving the cursor ends a step", "[answer_editor]") {
  AnswerEditor editor;
  type(editor, "ab");
  editor.apply(Edit::left);
  editor.apply(Edit::right);
  type(editor, "cd");
  editor.lay_out(20, 5);
  type(editor, "e");
  editor.apply(Edit::undo);
  CHECK(editor.text() == "ab");
}

TEST_CASE("a new edit ends redo", "[answer_editor]") {
  AnswerEditor editor;
  type(editor, "one two");
  editor.apply(Edit::undo);
  type(editor, "2");
  editor.apply(Edit::redo);
  CHECK(editor.text() == "one 2");
  apply(editor, Edit::undo, 2);
  CHECK(editor.text().empty());
}

TEST_CASE("replacing all of it can be undone", "[answer_editor]") {
  auto editor = at_bar("the sa|me old end");
  editor.replace("the same new end\r\n");
  CHECK(marked(editor) == "the same new end\n|");
  editor.apply(Edit::undo);
  CHECK(marked(editor) == "the sa|me old end");
  editor.replace("the same old end");
  CHECK(marked(editor) == "the sa|me old end");
  editor.apply(Edit::redo);
  CHECK(marked(editor) == "the same new end\n|");
  editor.replace("");
  CHECK(editor.empty());
  apply(editor, Edit::undo, 2);
  CHECK(editor.text() == "the same old end");
}

TEST_CASE("only the latest steps can be undone", "[answer_editor]") {
  AnswerEditor editor;
  for (int step = 0; step < 1500; ++step) editor.insert("ab");
  apply(editor, Edit::undo, 2000);
  CHECK(editor.text().size() == 1000);
  apply(editor, Edit::redo, 2000);
  CHECK(editor.text().size() == 3000);
}
