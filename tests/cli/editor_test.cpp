// The candidate's editor, played by a script of the shell.
#include "cli/editor.hpp"

#include <sys/resource.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>

#include "catch.hpp"
#include "store/scratch.hpp"

using namespace viva;
using namespace viva::test;

namespace fs = std::filesystem;

namespace {

// A folder for temporary files, and an editor that runs `script`, where $1 is the file.
struct Editor {
  Scratch scratch;
  std::string command{"sh " + (scratch / "editor.sh").string()};

  explicit Editor(const std::string& script) {
    write_text(scratch / "editor.sh", script);
    fs::create_directory(scratch / "temporary");
  }

  struct Result {
    std::string text, trouble;
    std::string meanwhile;  // what the file held second by second, each with a "|"
  };

  Result edit(const std::string& text, const std::string& visual, const std::string& editor = "") const {
    ::setenv("TMPDIR", (scratch / "temporary").c_str(), 1);
    ::setenv("VISUAL", visual.c_str(), 1);
    ::setenv("EDITOR", editor.c_str(), 1);
    std::string meanwhile;
    const auto edited = edit_text(text, [&](const std::string& so_far) { meanwhile += so_far + "|"; });
    for (const auto* variable : {"TMPDIR", "VISUAL", "EDITOR"}) ::unsetenv(variable);
    return {edited.text, edited.trouble.value_or(""), meanwhile};
  }

  Result edit(const std::string& text) const { return edit(text, command); }
};

}  // namespace

TEST_CASE("an editor gets the text and gives another, without the newlines at its end", "[editor]") {
  const Editor editor{R"(printf 'and more\n\n' >> "$1")"};
  const auto result = editor.edit("begun");
  CHECK(result.text == "begun\nand more");
  CHECK(result.trouble.empty());
}

TEST_CASE("an editor may end lines as Windows does, or as a Mac once did", "[editor]") {
  const Editor windows{R"(printf '\357\273\277one\r\n\r\ntwo\r\n' > "$1")"},
      mac{R"(printf 'one\rtwo\r' > "$1")"};
  CHECK(windows.edit("begun").text == "one\n\ntwo");
  CHECK(mac.edit("begun").text == "one\ntwo");
}

TEST_CASE("an answer not begun is an empty file", "[editor]") {
  const Editor editor{R"(test -s "$1" || printf 'was empty' > "$1")"};
  CHECK(editor.edit("").text == "was empty");
}

TEST_CASE("VISUAL comes before EDITOR, and either may hold options", "[editor]") {
  const Editor editor{R"(printf '%s' "$1" > "$2")"};
  CHECK(editor.edit("", editor.command + " first", editor.command + " second").text == "first");
  CHECK(editor.edit("", "", editor.command + " 'of two words'").text == "of two words");
}

TEST_CASE("the file is for its owner alone, and gone at the end", "[editor]") {
  const Editor editor{R"(stat -c %a "$1" > "$1.mode"; cat "$1.mode" > "$1"; rm "$1.mode")"};
  CHECK(editor.edit("").text == "600");
  CHECK(fs::is_empty(editor.scratch / "temporary"));
}

TEST_CASE("an editor that cannot be started leaves the text as it was, and says so", "[editor]") {
  const Editor editor{""};
  const auto result = editor.edit("begun", "no-such-editor");
  CHECK(result.text == "begun");
  CHECK(result.trouble == "The editor (no-such-editor) cannot be started. VISUAL or EDITOR names another.");
}

TEST_CASE("of an editor that fails, what it had saved is kept", "[editor]") {
  for (const auto* end : {"exit 1", "kill -9 $$"}) {
    const Editor editor{std::string{R"(printf 'saved' > "$1"; )"} + end};
    const auto result = editor.edit("begun");
    INFO(end);
    CHECK(result.text == "saved");
    CHECK(result.trouble.find("did not end well; what it had saved is kept") != std::string::npos);
  }
}

TEST_CASE("a file that the editor took away leaves the text as it was", "[editor]") {
  const Editor editor{R"(rm "$1")"};
  CHECK(editor.edit("begun").text == "begun");
}

TEST_CASE("where the text cannot be given to an editor, none is opened and it stays as it was", "[editor]") {
  const Editor editor{R"(printf 'opened' > "$1")"};
  const auto said = in_child([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_FSIZE, &none);
    const auto result = editor.edit("begun");
    return result.text + ": " + result.trouble;
  });
  CHECK(said.starts_with("begun: cannot write "));
}

TEST_CASE("while an editor is open, its text is read every second", "[editor]") {
  const Editor editor{R"(printf 'half' > "$1"; sleep 1.5; printf 'all' > "$1")"};
  const auto result = editor.edit("begun");
  CHECK(result.text == "all");
  CHECK(result.meanwhile == "half|");
}
