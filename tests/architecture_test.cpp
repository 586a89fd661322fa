// The architecture, read from the source tree: which folder may include which, what the pure core may not
// touch, which libraries no public header shows, and that no test is left out. Header and source files of
// include/ and src/ count.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"

namespace {

using Names = std::vector<std::string>;
using Tree = std::map<std::string, std::string>;  // each file's text, by its path from the root

// Libraries are named by a part of what is written after #include.
struct Layer {
  Names may_include;  // folders, beside its own
  Names may_not_use;  // libraries
  Names may_not_say;  // code
  Names unless{};     // but files that include such a library may
};

const Names outside_world{"iostream", "fstream", "filesystem", "sqlite", "SQLite", "curses", "CLI/"};
const Names impure{"::now(", "std::time(", "getenv(", "random_device"};

const std::map<std::string, Layer> layers{
    {"include/viva", {{}, outside_world, impure}},
    {"src/core", {{"include/viva"}, outside_world, impure}},
    {"src/store", {{"include/viva"}, {"curses", "CLI/"}, {}}},
    {"src/pages", {{"include/viva"}, outside_world, impure}},
    {"src/tui", {{"include/viva", "src/pages"}, {"sqlite", "SQLite", "CLI/"}, impure, {"curses"}}},
    {"src/cli", {{"include/viva", "src/store", "src/pages", "src/tui"}, {"curses"}, {}}},
    {"src/pdf", {{"include/viva"}, {"sqlite", "SQLite", "curses"}, {}}},
};

const Names hidden_libraries{"nlohmann", "sqlite", "SQLite"};

struct Include {
  int line;
  std::string name;
};

// "src/core/bank.cpp" is in "src/core", and so is "src/core/parts/bank.cpp".
std::string folder(const std::string& path) { return path.substr(0, path.find('/', path.find('/') + 1)); }

bool mentions(const std::string& text, const Names& parts) {
  return std::ranges::any_of(parts, [&](const std::string& part) { return text.find(part) != text.npos; });
}

Names code_lines(const std::string& text) {
  Names lines;
  std::istringstream in{text};
  for (std::string line; std::getline(in, line);) lines.push_back(line.substr(0, line.find("//")));
  return lines;
}

std::vector<Include> includes(const std::string& text) {
  std::vector<Include> found;
  int number = 0;
  for (const std::string& line : code_lines(text)) {
    ++number;
    const auto hash = line.find_first_not_of(" \t");
    if (hash == line.npos || line[hash] != '#' || line.find("include", hash) == line.npos) continue;
    const auto open = line.find_first_of("<\"");
    const auto close = line.find_first_of(">\"", open + 1);
    if (open != line.npos && close != line.npos)
      found.push_back({number, line.substr(open + 1, close - open - 1)});
  }
  return found;
}

// The file of the tree that `name` means in the file `from`; empty: a library's, or a generated one.
std::string resolve(const Tree& tree, const std::string& from, const std::string& name) {
  const auto beside = (std::filesystem::path{from}.parent_path() / name).lexically_normal().generic_string();
  if (tree.contains(beside)) return beside;
  const auto is_it = [&](const auto& file) { return file.first.ends_with("/" + name); };
  const auto file = std::ranges::find_if(tree, is_it);
  return file == tree.end() ? "" : file->first;
}

// Headers that a file of another folder sees, however indirectly, and all of include/viva.
std::set<std::string> public_headers(const Tree& tree) {
  std::set<std::string> headers;
  std::vector<std::string> open;
  const auto add = [&](const std::string& path) {
    if (!path.empty() && headers.insert(path).second) open.push_back(path);
  };
  for (const auto& [path, text] : tree) {
    if (path.starts_with("include/")) add(path);
    for (const Include& include : includes(text)) {
      const auto target = resolve(tree, path, include.name);
      if (folder(target) != folder(path)) add(target);
    }
  }
  while (!open.empty()) {
    const auto path = open.back();
    open.pop_back();
    for (const Include& include : includes(tree.at(path))) add(resolve(tree, path, include.name));
  }
  return headers;
}

class Check {
 public:
  explicit Check(const Tree& tree) : tree_{tree}, public_headers_{public_headers(tree)} {
    for (const auto& [path, text] : tree_) {
      const auto layer = layers.find(folder(path));
      if (layer == layers.end()) {
        report(path, 0, "no layer of the architecture");
      } else {
        check_includes(path, layer->second);
        check_code(path, layer->second);
      }
    }
  }

  const Names& faults() const { return faults_; }

 private:
  void report(const std::string& path, int line, const std::string& fault) {
    faults_.push_back(path + (line > 0 ? ":" + std::to_string(line) : "") + ": " + fault);
  }

  void check_includes(const std::string& path, const Layer& layer) {
    for (const Include& include : includes(tree_.at(path))) {
      const auto target = resolve(tree_, path, include.name);
      const auto from = folder(path), to = folder(target);
      if (!target.empty() && to != from && !std::ranges::count(layer.may_include, to))
        report(path, include.line, from + " must not include " + target);
      if (target.empty() && mentions(include.name, layer.may_not_use))
        report(path, include.line, from + " must not use <" + include.name + ">");
      if (target.empty() && public_headers_.contains(path) && mentions(include.name, hidden_libraries))
        report(path, include.line, "a public header must not show <" + include.name + ">");
    }
  }

  void check_code(const std::string& path, const Layer& layer) {
    for (const Include& include : includes(tree_.at(path)))
      if (mentions(include.name, layer.unless)) return;
    int number = 0;
    for (const std::string& line : code_lines(tree_.at(path))) {
      ++number;
      if (mentions(line, layer.may_not_say)) report(path, number, "pure code must not say: " + line);
    }
  }

  const Tree& tree_;
  std::set<std::string> public_headers_;
  Names faults_;
};

Names faults(const Tree& tree) { return Check{tree}.faults(); }

Tree read_tree(const std::filesystem::path& root) {
  namespace fs = std::filesystem;
  Tree tree;
  for (const char* top : {"include", "src"})
    for (const auto& entry : fs::recursive_directory_iterator{root / top}) {
      const auto extension = entry.path().extension();
      if (extension != ".cpp" && extension != ".hpp") continue;
      std::ifstream file{entry.path()};
      tree[fs::relative(entry.path(), root).generic_string()] = {std::istreambuf_iterator<char>{file}, {}};
    }
  return tree;
}

// Types of headers that share a name: with two definitions of one name the linker would take either.
Names shared_names(const Tree& tree) {
  std::map<std::string, std::string> seen;
  Names shared;
  for (const auto& [path, text] : tree) {
    if (!path.ends_with(".hpp")) continue;
    std::string space;
    for (const auto& line : code_lines(text)) {
      std::istringstream words{line};
      std::string kind, name, brace;
      words >> kind >> name >> brace;
      if (kind == "namespace") space = name + "::";
      if ((kind != "struct" && kind != "class") || brace != "{" || line.front() == ' ') continue;
      if (const auto [first, fresh] = seen.emplace(space + name, path); !fresh)
        shared.push_back(path + ": " + space + name + " is in " + first->second + " too");
    }
  }
  return shared;
}

}  // namespace

TEST_CASE("the source tree keeps to its architecture") {
  const auto tree = read_tree(VIVA_SOURCE_DIR);
  CHECK(tree.contains("include/viva/text.hpp"));
  CHECK(tree.contains("src/core/text.cpp"));
  CHECK(faults(tree) == Names{});
  CHECK(shared_names(tree) == Names{});
}

TEST_CASE("every file of tests is built") {
  namespace fs = std::filesystem;
  const fs::path tests{VIVA_SOURCE_DIR "/tests"};
  std::ifstream file{tests / "CMakeLists.txt"};
  const std::string built{std::istreambuf_iterator<char>{file}, {}};
  for (const auto& entry : fs::recursive_directory_iterator{tests})
    if (entry.path().string().ends_with("_test.cpp")) {
      INFO(entry.path());
      CHECK(built.find(fs::relative(entry.path(), tests).generic_string()) != built.npos);
    }
}

TEST_CASE("layers may include what lies below them") {
  CHECK(faults({{"include/viva/bank.hpp", "#include \"viva/error.hpp\"\n#include <string>\n"},
                {"include/viva/error.hpp", ""},
                {"src/core/bank.cpp", "#include \"viva/bank.hpp\"\n#include <nlohmann/json.hpp>\n"},
                {"src/store/history.hpp", "#include <filesystem>\n#include \"viva/bank.hpp\"\n"},
                {"src/store/rows.hpp", "#include <SQLiteCpp/SQLiteCpp.h>\n"},
                {"src/store/history.cpp", "#include \"history.hpp\"\n#include \"rows.hpp\"\n"},
                {"src/tui/frame.hpp", "#include \"viva/bank.hpp\"\n"},
                {"src/tui/curses.cpp", "#include <curses.h>\n#include \"frame.hpp\"\n"},
                {"src/cli/main.cpp",
                 "#include \"history.hpp\"\n#include \"tui/frame.hpp\"\n"
                 "#include <CLI/CLI.hpp>\nauto now = Clock::now();\n"}}) == Names{});
}

TEST_CASE("nothing includes a layer above or beside it") {
  CHECK(faults({{"include/viva/bank.hpp", ""},
                {"include/viva/page.hpp", "#include \"../../src/core/tokens.hpp\"\n"},
                {"src/core/tokens.hpp", ""},
                {"src/core/bank.cpp", "\n  # include \"history.hpp\"\n"},
                {"src/store/history.hpp", "#include \"frame.hpp\"\n"},
                {"src/tui/frame.hpp", "#include \"store/history.hpp\"\n"},
                {"src/tui/view.cpp", "#include \"options.hpp\"\n"},
                {"src/cli/options.hpp", "#include \"core/tokens.hpp\"\n"}}) ==
        Names{"include/viva/page.hpp:1: include/viva must not include src/core/tokens.hpp",
              "src/cli/options.hpp:1: src/cli must not include src/core/tokens.hpp",
              "src/core/bank.cpp:2: src/core must not include src/store/history.hpp",
              "src/store/history.hpp:1: src/store must not include src/tui/frame.hpp",
              "src/tui/frame.hpp:1: src/tui must not include src/store/history.hpp",
              "src/tui/view.cpp:1: src/tui must not include src/cli/options.hpp"});
}

TEST_CASE("the core touches no files, database, terminal, command line, clock or environment") {
  CHECK(faults({{"include/viva/bank.hpp", "#include <filesystem>\n"},
                {"src/core/a.cpp",
                 "#include <iostream>\n#include <fstream>\n#include <sqlite3.h>\n"
                 "#include <SQLiteCpp/Database.h>\n#include <ncurses.h>\n"
                 "#include <CLI/CLI.hpp>\n"},
                {"src/core/b.cpp",
                 "// system_clock::now() is not for us\nauto t = steady_clock::now();\n"
                 "std::getenv(\"HOME\");\nstd::random_device device;\nstd::time(nullptr);\n"}}) ==
        Names{"include/viva/bank.hpp:1: include/viva must not use <filesystem>",
              "src/core/a.cpp:1: src/core must not use <iostream>",
              "src/core/a.cpp:2: src/core must not use <fstream>",
              "src/core/a.cpp:3: src/core must not use <sqlite3.h>",
              "src/core/a.cpp:4: src/core must not use <SQLiteCpp/Database.h>",
              "src/core/a.cpp:5: src/core must not use <ncurses.h>",
              "src/core/a.cpp:6: src/core must not use <CLI/CLI.hpp>",
              "src/core/b.cpp:2: pure code must not say: auto t = steady_clock::now();",
              "src/core/b.cpp:3: pure code must not say: std::getenv(\"HOME\");",
              "src/core/b.cpp:4: pure code must not say: std::random_device device;",
              "src/core/b.cpp:5: pure code must not say: std::time(nullptr);"});
}

TEST_CASE("pages and screens are as pure as the core, but for the terminal itself") {
  CHECK(faults({{"src/pages/keys.cpp", "auto t = Clock::now();\n"},
                {"src/tui/view.cpp", "auto t = Clock::now();\n"},
                {"src/tui/screen.cpp", "#include <curses.h>\nauto t = Clock::now();\n"}}) ==
        Names{"src/pages/keys.cpp:1: pure code must not say: auto t = Clock::now();",
              "src/tui/view.cpp:1: pure code must not say: auto t = Clock::now();"});
}

TEST_CASE("only the store knows the database, only the full screen the terminal's library") {
  CHECK(faults({{"src/cli/main.cpp", "#include <curses.h>\n"},
                {"src/store/history.cpp", "#include <curses.h>\n#include <CLI/CLI.hpp>\n"},
                {"src/tui/view.cpp", "#include <sqlite3.h>\n"}}) ==
        Names{"src/cli/main.cpp:1: src/cli must not use <curses.h>",
              "src/store/history.cpp:1: src/store must not use <curses.h>",
              "src/store/history.cpp:2: src/store must not use <CLI/CLI.hpp>",
              "src/tui/view.cpp:1: src/tui must not use <sqlite3.h>"});
}

TEST_CASE("no public header shows JSON or SQLite, not even through another") {
  CHECK(faults({{"include/viva/bank.hpp", "#include <nlohmann/json_fwd.hpp>\n"},
                {"src/store/history.hpp", "#include \"rows.hpp\"\n"},
                {"src/store/rows.hpp", "#include <SQLiteCpp/SQLiteCpp.h>\n"},
                {"src/cli/main.cpp", "#include \"history.hpp\"\n"}}) ==
        Names{"include/viva/bank.hpp:1: a public header must not show <nlohmann/json_fwd.hpp>",
              "src/store/rows.hpp:1: a public header must not show <SQLiteCpp/SQLiteCpp.h>"});
}

TEST_CASE("a file outside the architecture is named") {
  CHECK(faults({{"src/misc/helpers.cpp", ""}}) ==
        Names{"src/misc/helpers.cpp: no layer of the architecture"});
}

TEST_CASE("no two headers define types of one name") {
  CHECK(shared_names({{"include/viva/page.hpp", "struct Span {\n"},
                      {"src/pdf/page.hpp", "namespace viva::pdf {\nstruct Span {\n"},
                      {"src/store/line.hpp", "struct Span;\nstruct Place {\nclass Span {\n"}}) ==
        Names{"src/store/line.hpp: Span is in include/viva/page.hpp too"});
}
