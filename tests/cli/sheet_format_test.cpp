#include "cli/sheet_format.hpp"

#include "catch.hpp"
#include "cli/variable.hpp"

using namespace viva;
using namespace viva::test;

TEST_CASE("a file's ending tells its format, in any case") {
  CHECK(format_of_file("a.txt") == SheetFormat::text);
  CHECK(format_of_file("folder.pdf/a.Markdown") == SheetFormat::markdown);
  CHECK(format_of_file("a.b.HTM") == SheetFormat::html);
  CHECK(format_of_file("a.tsv") == SheetFormat::anki);
  CHECK(format_of_file("a.pdf") == SheetFormat::pdf);
  for (const auto* file : {"a", "a.docx", ".txt", "", "txt", "a.txt/"}) CHECK_FALSE(format_of_file(file));
}

TEST_CASE("every format has a writer, but for PDF") {
  for (const auto name : sheet_format_names.all) {
    const auto format = sheet_format_names.value_of(name).value();
    CHECK((writer_of(format) == nullptr) == (format == SheetFormat::pdf));
  }
  Sheet sheet;
  sheet.title = "Kayaks";
  CHECK(writer_of(SheetFormat::markdown)(sheet).starts_with("# Kayaks"));
}

TEST_CASE("an ending that is no format's is explained") {
  CHECK(explain_ending("notes.hmtl") ==
        "notes.hmtl: there is no format for \".hmtl\"; did you mean \".html\"?\nThe endings are .txt, .text, "
        ".md, .markdown, .html, .htm, .json, .tsv, .anki, .pdf; or say --format");
  CHECK(explain_ending("notes").starts_with("notes: its name has no ending that tells the format\n"));
}

TEST_CASE("the usual paper is the country's") {
  const Variable all{"LC_ALL", ""}, paper{"LC_PAPER", ""}, language{"LANG", "en_US.UTF-8"};
  CHECK(usual_paper() == Paper::letter);
  const Variable german{"LC_PAPER", "de_DE@euro"};
  CHECK(usual_paper() == Paper::a4);
  const Variable canadian{"LC_ALL", "fr_CA"};
  CHECK(usual_paper() == Paper::letter);
  const Variable none{"LC_ALL", "C"};
  CHECK(usual_paper() == Paper::a4);
}
