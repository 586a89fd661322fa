// viva sheet on the real binary: formats, files, and what keeps one from being written.
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "catch.hpp"
#include "cli/pty.hpp"
#include "golden.hpp"

using namespace viva::test;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// A program in the folder `bin` that stands in for viva-pdf.
Setup with_pdf(const Home& home, const std::string& script) {
  std::filesystem::create_directory(home / "bin");
  home.write("bin/viva-pdf", "#!/bin/sh\n" + script);
  ::chmod((home / "bin/viva-pdf").c_str(), 0755);
  return {.env = {{"PATH", (home / "bin").string() + ":/usr/bin:/bin"}}};
}

// Without the viva-pdf that may have been built beside viva.
Setup alone(const Home& home, Setup setup = {}) {
  std::filesystem::copy_file(VIVA_BINARY, home / "viva");
  setup.program = (home / "viva").string();
  return setup;
}

}  // namespace

TEST_CASE("a sheet goes to standard output, in any format") {
  const Home home;
  const auto bank = home.bank("small");
  check_golden("sheet.txt", home.run({"sheet", "--bank", bank}).out);
  CHECK(has(home.run({"sheet", "--bank", bank, "--format", "markdown"}).out, "# Sea Kayak Guide\n"));
  CHECK(has(home.run({"sheet", "--bank", bank, "--format", "HTML"}).out, "<!doctype html>"));
  CHECK(has(home.run({"sheet", "--bank", bank, "--format", "json"}).out, "\"format\": \"viva-sheet\""));
  CHECK(has(home.run({"sheet", "--bank", bank, "--format", "anki"}).out, "#separator:Tab\n"));
}

TEST_CASE("filters, title and parts") {
  const Home home;
  const auto run =
      home.run({"sheet", "--bank", home.bank("small"), "--tier", "shore", "--search", "cloud", "--title",
                "On the train", "--hide", "hint", "--hide", "pitfalls", "--show", "answer"});
  check_golden("sheet-parts.txt", run.out);
  const auto none = home.run({"sheet", "--search", "zebra"});
  CHECK(has(none.err, "viva sheet: no question is left"));
  CHECK(none.code == 1);
}

TEST_CASE("the ending of the file tells the format") {
  const Home home;
  const auto bank = home.bank("small");
  for (const auto& [file, begin] : {std::pair{"a.txt", "Sea Kayak"},
                                    {"a.md", "# Sea"},
                                    {"a.HTML", "<!doctype"},
                                    {"a.json", "{"},
                                    {"a.tsv", "#separator"}}) {
    const auto run = home.run({"sheet", "--bank", bank, "-o", file});
    CHECK(run.out ==
          std::string{file} + (has(file, "tsv") ? ": Cards" : ": Study sheet") + ", 3 questions\n");
    CHECK(home.read(file).starts_with(begin));
  }
  const auto unknown = home.run({"sheet", "-o", "a.docx"});
  CHECK(unknown.err ==
        "viva sheet: a.docx: there is no format for \".docx\"\n"
        "The endings are .txt, .text, .md, .markdown, .html, .htm, .json, .tsv, .anki, .pdf; or say "
        "--format\n");
  CHECK(unknown.code == 2);
  CHECK(has(home.run({"sheet", "-o", "a.htlm"}).err, "did you mean \".html\"?"));
  CHECK(has(home.run({"sheet", "-o", "a"}).err, "a: its name has no ending that tells the format"));
  CHECK(home.run({"sheet", "--bank", bank, "-o", "a", "--format", "text"}).code == 0);
}

TEST_CASE("a file that is there stays, unless forced") {
  const Home home;
  const auto bank = home.bank("small");
  home.write("a.md", "mine");
  const auto kept = home.run({"sheet", "--bank", bank, "-o", "a.md"});
  CHECK(kept.err == "viva: a.md: there is a file of this name already; --force replaces it\n");
  CHECK(kept.code == 1);
  CHECK(home.read("a.md") == "mine");
  CHECK(home.run({"sheet", "--bank", bank, "-o", "a.md", "--force"}).code == 0);
  CHECK(home.read("a.md").starts_with("# Sea"));
}

TEST_CASE("a folder that may not be written to") {
  const Home home;
  const auto bank = home.bank("small");
  std::filesystem::create_directory(home / "shut");
  ::chmod((home / "shut").c_str(), 0555);
  ::chmod(home.path().c_str(), 0755);
  Setup setup = alone(home);  // a copy: a plain user may not reach what lies below root's home
  setup.before = [] {
    if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(99);
  };
  const auto run = home.run({"sheet", "--bank", bank, "-o", "shut/a.md"}, setup);
  CHECK(run.err == "viva: shut/a.md: it cannot be written: Permission denied\n");
  CHECK(run.code == 1);
  CHECK(std::filesystem::is_empty(home / "shut"));
  CHECK(has(home.run({"sheet", "--bank", bank, "-o", "nowhere/a.md"}).err, "No such file or directory"));
}

TEST_CASE("a reader that goes away is no fault") {
  const Home home;
  Setup setup;
  setup.before = [] {
    int ends[2];
    if (::pipe(ends) != 0) ::_exit(99);
    ::dup2(ends[1], STDOUT_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
  };
  for (const auto* format : {"text", "html"}) {
    const auto run = home.run({"sheet", "--format", format}, setup);
    CHECK(run.err.empty());
    CHECK((run.code == 0 || run.code == 141));
  }
}

TEST_CASE("pages are for text, and keep their form feeds") {
  const Home home;
  const auto run = home.run({"sheet", "--count", "3", "--pages"});
  CHECK(has(run.out, "Study sheet · 1 of 3\n\f"));
  const auto ascii = home.run({"sheet", "--count", "3", "--pages"}, {.env = {{"LC_ALL", "C"}}});
  CHECK(has(ascii.out, "Study sheet - 1 of 3\n\f"));
  const auto wrong = home.run({"sheet", "--pages", "--format", "html"});
  CHECK(wrong.err == "viva sheet: --pages is for text; other formats have pages anyway\n");
  CHECK(wrong.code == 2);
}

TEST_CASE("the night before, from the answers given") {
  const Home home;
  const auto bank = home.bank("small");
  CHECK(has(home.run({"sheet", "--kind", "night-before", "--bank", bank}).out, "There is no history"));
  REQUIRE(home.type({"drill", "--bank", bank}, "\n1 3\n\n\nall\n\nq\n").code == 0);
  const auto run = home.run({"sheet", "--kind", "night-before", "--bank", bank});
  check_golden("sheet-night.txt", run.out);
  home.write("broken.db", "this is no history at all, only text that is long enough to be looked at");
  const auto broken = home.run({"sheet", "--kind", "night-before", "--bank", bank, "--history", "broken.db"});
  CHECK(has(broken.err, "broken.db"));
  CHECK(broken.out.empty());
  CHECK(broken.code == 1);
}

TEST_CASE("PDF is made by viva-pdf, from the sheet's JSON") {
  const Home home;
  const auto bank = home.bank("small");
  const auto setup = alone(home, with_pdf(home, "echo \"%PDF $*\"\ncat\n"));
  CHECK(home.run({"sheet", "--bank", bank, "-o", "a.pdf"}, setup).code == 0);
  const auto json = home.run({"sheet", "--bank", bank, "--format", "json"}).out;
  CHECK(home.read("a.pdf") == "%PDF --paper a4\n" + json);
  CHECK(home.run({"sheet", "--bank", bank, "--format", "pdf", "--paper", "Letter"}, setup).out ==
        "%PDF --paper letter\n" + json);
}

TEST_CASE("the paper is that of the country") {
  const Home home;
  auto setup = alone(home, with_pdf(home, "echo \"%PDF $*\"\n"));
  for (const auto& [locale, paper] : {std::pair{"en_US.UTF-8", "letter"},
                                      {"fr_CA.UTF-8", "letter"},
                                      {"es_MX", "letter"},
                                      {"de_DE.UTF-8", "a4"},
                                      {"en_GB.UTF-8@x", "a4"},
                                      {"C.UTF-8", "a4"}}) {
    setup.env["LC_ALL"] = "";
    setup.env["LC_PAPER"] = locale;
    CHECK(home.run({"sheet", "--format", "pdf"}, setup).out == "%PDF --paper " + std::string{paper} + "\n");
  }
}

TEST_CASE("where there is no viva-pdf, HTML is what to do") {
  const Home home;
  const auto bank = home.bank("small");
  const auto run = home.run(
      {"sheet", "--bank", bank, "--tier", "shore", "--kind", "cards", "--hide", "hint", "-o", "my sheet.pdf"},
      alone(home, {.env = {{"PATH", "/nowhere"}}}));
  CHECK(run.err ==
        "viva: viva-pdf, which makes PDF, is neither beside viva nor on PATH.\n"
        "Write HTML instead, and print it from a browser:\n"
        "  viva sheet --tier shore --kind cards --hide hint -o 'my sheet.html' --bank small.json\n");
  CHECK(run.code == 1);
  CHECK_FALSE(std::filesystem::exists(home / "my sheet.pdf"));
}

TEST_CASE("what viva-pdf complains of is shown, printable") {
  const Home home;
  const auto run = home.run({"sheet", "-o", "a.pdf"},
                            alone(home, with_pdf(home, "printf 'no fonts\\033[31m\\n' >&2\nexit 3\n")));
  CHECK(has(run.err, "viva-pdf failed:\nno fonts␛[31m\n"));
  CHECK(has(run.err, "viva sheet --kind study -o a.html"));
  CHECK(run.code == 1);
  CHECK_FALSE(std::filesystem::exists(home / "a.pdf"));
}

TEST_CASE("what viva-pdf says of a PDF that it made is passed on, not what its libraries say") {
  const Home home;
  const auto run = home.run(
      {"sheet", "-o", "a.pdf"},
      alone(home, with_pdf(home, "echo %PDF\nprintf 'Pango-WARNING: x\nviva-pdf: no font\033[31m\n' >&2\n")));
  CHECK(run.code == 0);
  CHECK(run.err == "viva-pdf: no font␛[31m\n");
  CHECK(home.read("a.pdf") == "%PDF\n");
}

TEST_CASE("kinds, formats and parts complete") {
  const Home home;
  const auto offers = [&](const Args& words) {
    Args args{"__complete", "sheet"};
    args.insert(args.end(), words.begin(), words.end());
    return home.run(args).out;
  };
  CHECK(offers({"--kind", "n"}) == "night-before\t\n");
  CHECK(offers({"--format", "m"}) == "markdown\t\n");
  CHECK(offers({"--show", "an"}) == "answer\t\n");
  CHECK(offers({"--paper", ""}) == "a4\t\nletter\t\n");
}

TEST_CASE("a long sheet goes through the pager") {
  const Home home;
  Pty pty{home, {"sheet"}, {.env = {{"PAGER", "sed s/^/PAGED/"}}}};
  CHECK(pty.wait() == 0);
  CHECK(has(pty.transcript(), "PAGEDOn-Device AI Engineer"));
}
