// The architecture, read from the source tree: which room may include which, what the pure core may not
// touch, which libraries no public header shows, that header and source belong together, and that no function
// has a name of std's. Header and source files of include/ and src/ count.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
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

Names operator+(Names left, const Names& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

// Libraries are named by a part of what is written after #include.
struct Layer {
  Names may_include;  // rooms, beside its own
  Names may_not_use;  // libraries
  Names may_not_say;  // code
  Names unless{};     // but files that include such a library may
};

const Names outside_world{"iostream", "fstream", "filesystem", "sqlite", "SQLite", "curses", "CLI/"};
const Names impure{"::now(", "std::time(", "getenv(", "random_device"};

// A room is a folder of src/, with its public headers in the folder of that name in include/viva/.
const Names core{"base", "bank", "memory", "plan", "session", "stats"};

const std::map<std::string, Layer> layers{
    {"base", {{}, outside_world, impure}},
    {"bank", {{"base"}, outside_world, impure}},
    {"memory", {{"base", "bank"}, outside_world, impure}},
    {"plan", {{"base", "bank", "memory"}, outside_world, impure}},
    {"session", {{"base", "bank", "memory"}, outside_world, impure}},
    {"stats", {{"base", "bank", "memory", "plan", "session"}, outside_world, impure}},
    {"store", {core, {"curses", "CLI/"}, {}}},
    {"render", {core, outside_world, impure}},
    {"line", {core + Names{"render"}, outside_world, impure}},
    {"tui", {core + Names{"render"}, {"sqlite", "SQLite", "CLI/"}, impure, {"curses"}}},
    {"cli", {core + Names{"store", "render", "line", "tui"}, {"curses"}, {}}},
    {"pdf", {core + Names{"render"}, {"sqlite", "SQLite", "curses"}, {}}},
};

const Names hidden_libraries{"nlohmann", "sqlite", "SQLite", "md4c"};

struct Include {
  int line;
  std::string name;
};

// "include/viva/bank/bank.hpp", "src/bank/reader.cpp" and "src/bank/parts/reader.cpp" are in "bank".
std::string room(const std::string& path) {
  constexpr std::string_view tops[]{"include/viva/", "src/"};
  for (const auto top : tops)
    if (path.starts_with(top)) return path.substr(top.size(), path.find('/', top.size()) - top.size());
  return {};
}

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
  for (const auto& path : {"include/" + name, "src/" + name, beside})
    if (tree.contains(path)) return path;
  return "";
}

// A file's name without its room and ending: "bank/reader" of "src/bank/reader.cpp".
std::string concept_of(const std::string& path) {
  const auto begin = path.starts_with("include/viva/") ? 13u : 4u;
  return path.substr(begin, path.rfind('.') - begin);
}

// Headers without a source of their name, and sources without a header, that do not explain themselves: the
// first lines of such a header say "Header only", those of such a source which header it is part of.
Names unexplained(const Tree& tree) {
  std::set<std::string> headers, sources;
  for (const auto& [path, text] : tree) (path.ends_with(".hpp") ? headers : sources).insert(concept_of(path));
  Names found;
  for (const auto& [path, text] : tree) {
    const bool header = path.ends_with(".hpp");
    if ((header ? sources : headers).contains(concept_of(path))) continue;
    const auto opening = text.substr(0, text.find(header ? "#pragma" : "#include"));
    if (opening.find(header ? "Header only" : ".hpp") == opening.npos && !path.ends_with("/main.cpp"))
      found.push_back(path);
  }
  return found;
}

// Headers that a file of another room sees, however indirectly, and all of include/viva.
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
      if (room(target) != room(path)) add(target);
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
      const auto layer = layers.find(room(path));
      if (layer == layers.end()) {
        report(path, 0, "no room of the architecture");
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
      const auto from = room(path), to = room(target);
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

// The function that a line outside any class declares or defines; empty where it does neither.
std::string declared_function(const std::string& line) {
  const auto is_word = [](char c) { return c == '_' || std::isalnum(static_cast<unsigned char>(c)); };
  const auto open = line.find('(');
  if (open == line.npos || !is_word(line.front())) return {};
  auto begin = open;
  while (begin > 0 && is_word(line[begin - 1])) --begin;
  const auto before = line.substr(0, begin);
  const bool member_or_value = before.ends_with("::") || before.find_first_of("={") != before.npos;
  return member_or_value ? "" : line.substr(begin, open - begin);
}

// Functions that share their name with one of std's. A call without "std::" or "viva::" may mean either, as
// one compiler sees it and another does not: std's is found through the types of the arguments.
Names names_of_std(const Tree& tree, const std::set<std::string>& std_functions) {
  Names found;
  for (const auto& [path, text] : tree) {
    int number = 0;
    for (const auto& line : code_lines(text)) {
      ++number;
      if (const auto name = declared_function(line); std_functions.contains(name))
        found.push_back(path + ":" + std::to_string(number) + ": " + name + " is a function of std, too");
    }
  }
  return found;
}

// Written by script/std-functions.
std::set<std::string> std_functions() {
  std::ifstream file{VIVA_SOURCE_DIR "/tests/data/std_functions.txt"};
  return {std::istream_iterator<std::string>{file}, {}};
}

}  // namespace

TEST_CASE("the source tree keeps to its architecture") {
  const auto tree = read_tree(VIVA_SOURCE_DIR);
  CHECK(tree.contains("include/viva/base/text.hpp"));
  CHECK(tree.contains("src/base/text.cpp"));
  CHECK(faults(tree) == Names{});
  CHECK(shared_names(tree) == Names{});
  CHECK(unexplained(tree) == Names{});
  CHECK(names_of_std(tree, std_functions()) == Names{});
}

TEST_CASE("rooms may include what lies below them") {
  CHECK(faults({{"include/viva/bank/bank.hpp", "#include \"viva/base/error.hpp\"\n#include <string>\n"},
                {"include/viva/base/error.hpp", ""},
                {"src/bank/bank.cpp", "#include \"viva/bank/bank.hpp\"\n#include <nlohmann/json.hpp>\n"},
                {"src/store/history.hpp", "#include <filesystem>\n#include \"viva/bank/bank.hpp\"\n"},
                {"src/store/rows.hpp", "#include <SQLiteCpp/SQLiteCpp.h>\n"},
                {"src/store/history.cpp", "#include \"store/history.hpp\"\n#include \"store/rows.hpp\"\n"},
                {"src/tui/frame.hpp", "#include \"viva/bank/bank.hpp\"\n"},
                {"src/tui/terminal/curses.cpp", "#include <curses.h>\n#include \"tui/frame.hpp\"\n"},
                {"src/cli/main.cpp",
                 "#include \"store/history.hpp\"\n#include \"tui/frame.hpp\"\n"
                 "#include <CLI/CLI.hpp>\nauto now = Clock::now();\n"}}) == Names{});
}

TEST_CASE("nothing includes a room above or beside it") {
  CHECK(faults({{"include/viva/bank/bank.hpp", "#include \"viva/memory/fsrs.hpp\"\n"},
                {"include/viva/memory/fsrs.hpp", ""},
                {"src/session/draw.cpp", "\n  # include \"plan/calendar.hpp\"\n"},
                {"src/plan/calendar.hpp", "#include \"../store/history.hpp\"\n"},
                {"src/store/history.hpp", "#include \"tui/frame.hpp\"\n"},
                {"src/tui/frame.hpp", "#include \"store/history.hpp\"\n"},
                {"src/tui/view.cpp", "#include \"cli/options.hpp\"\n"},
                {"src/cli/options.hpp", "#include \"pdf/cards.hpp\"\n"},
                {"src/pdf/cards.hpp", ""}}) ==
        Names{"include/viva/bank/bank.hpp:1: bank must not include include/viva/memory/fsrs.hpp",
              "src/cli/options.hpp:1: cli must not include src/pdf/cards.hpp",
              "src/plan/calendar.hpp:1: plan must not include src/store/history.hpp",
              "src/session/draw.cpp:2: session must not include src/plan/calendar.hpp",
              "src/store/history.hpp:1: store must not include src/tui/frame.hpp",
              "src/tui/frame.hpp:1: tui must not include src/store/history.hpp",
              "src/tui/view.cpp:1: tui must not include src/cli/options.hpp"});
}

TEST_CASE("the core touches no files, database, terminal, command line, clock or environment") {
  CHECK(faults({{"include/viva/bank/bank.hpp", "#include <filesystem>\n"},
                {"src/bank/a.cpp",
                 "#include <iostream>\n#include <fstream>\n#include <sqlite3.h>\n"
                 "#include <SQLiteCpp/Database.h>\n#include <ncurses.h>\n"
                 "#include <CLI/CLI.hpp>\n"},
                {"src/base/b.cpp",
                 "// system_clock::now() is not for us\nauto t = steady_clock::now();\n"
                 "std::getenv(\"HOME\");\nstd::random_device device;\nstd::time(nullptr);\n"}}) ==
        Names{"include/viva/bank/bank.hpp:1: bank must not use <filesystem>",
              "src/bank/a.cpp:1: bank must not use <iostream>",
              "src/bank/a.cpp:2: bank must not use <fstream>",
              "src/bank/a.cpp:3: bank must not use <sqlite3.h>",
              "src/bank/a.cpp:4: bank must not use <SQLiteCpp/Database.h>",
              "src/bank/a.cpp:5: bank must not use <ncurses.h>",
              "src/bank/a.cpp:6: bank must not use <CLI/CLI.hpp>",
              "src/base/b.cpp:2: pure code must not say: auto t = steady_clock::now();",
              "src/base/b.cpp:3: pure code must not say: std::getenv(\"HOME\");",
              "src/base/b.cpp:4: pure code must not say: std::random_device device;",
              "src/base/b.cpp:5: pure code must not say: std::time(nullptr);"});
}

TEST_CASE("pages and screens are as pure as the core, but for the terminal itself") {
  CHECK(faults({{"src/render/keys.cpp", "auto t = Clock::now();\n"},
                {"src/tui/view.cpp", "auto t = Clock::now();\n"},
                {"src/tui/screen.cpp", "#include <curses.h>\nauto t = Clock::now();\n"}}) ==
        Names{"src/render/keys.cpp:1: pure code must not say: auto t = Clock::now();",
              "src/tui/view.cpp:1: pure code must not say: auto t = Clock::now();"});
}

TEST_CASE("only the store knows the database, only the full screen the terminal's library") {
  CHECK(faults({{"src/cli/main.cpp", "#include <curses.h>\n"},
                {"src/store/history.cpp", "#include <curses.h>\n#include <CLI/CLI.hpp>\n"},
                {"src/tui/view.cpp", "#include <sqlite3.h>\n"}}) ==
        Names{"src/cli/main.cpp:1: cli must not use <curses.h>",
              "src/store/history.cpp:1: store must not use <curses.h>",
              "src/store/history.cpp:2: store must not use <CLI/CLI.hpp>",
              "src/tui/view.cpp:1: tui must not use <sqlite3.h>"});
}

TEST_CASE("no public header shows JSON or SQLite, not even through another") {
  CHECK(faults({{"include/viva/bank/bank.hpp", "#include <nlohmann/json_fwd.hpp>\n"},
                {"src/store/history.hpp", "#include \"store/rows.hpp\"\n"},
                {"src/store/rows.hpp", "#include <SQLiteCpp/SQLiteCpp.h>\n"},
                {"src/cli/main.cpp", "#include \"store/history.hpp\"\n"}}) ==
        Names{"include/viva/bank/bank.hpp:1: a public header must not show <nlohmann/json_fwd.hpp>",
              "src/store/rows.hpp:1: a public header must not show <SQLiteCpp/SQLiteCpp.h>"});
}

TEST_CASE("a file outside the architecture is named") {
  CHECK(faults({{"src/misc/helpers.cpp", ""}}) == Names{"src/misc/helpers.cpp: no room of the architecture"});
}

TEST_CASE("a header and a source of one name belong together, or say why not") {
  CHECK(unexplained({{"include/viva/bank/bank.hpp", "// A bank.\n#pragma once\n"},
                     {"src/bank/bank.cpp", "#include <string>\n"},
                     {"src/bank/draft.hpp", "// A draft. Header only: values.\n#pragma once\n"},
                     {"src/bank/merge.cpp", "// Part of viva/bank/bank.hpp.\n#include <string>\n"},
                     {"src/bank/lone.hpp", "// Lone.\n#pragma once\n"},
                     {"src/bank/reader.cpp", "#include \"bank/bank.hpp\"\n"}}) ==
        Names{"src/bank/lone.hpp", "src/bank/reader.cpp"});
}

TEST_CASE("no two headers define types of one name") {
  CHECK(shared_names({{"include/viva/render/page.hpp", "struct Span {\n"},
                      {"src/pdf/page.hpp", "namespace viva::pdf {\nstruct Span {\n"},
                      {"src/store/line.hpp", "struct Span;\nstruct Place {\nclass Span {\n"}}) ==
        Names{"src/store/line.hpp: Span is in include/viva/render/page.hpp too"});
}

TEST_CASE("no function has the name of one of std's") {
  CHECK(std_functions().contains("quoted"));
  CHECK(names_of_std({{"src/base/text.cpp",
                       "using std::count;\n"
                       "std::string quoted(std::string_view text) {\n"
                       "  return std::format(text);\n"
                       "int Text::size() const { return 0; }\n"
                       "const auto first = find(texts);\n"
                       "// next(text)\n"
                       "int\n"
                       "count(const Texts& texts);\n"}},
                     std_functions()) == Names{"src/base/text.cpp:2: quoted is a function of std, too",
                                               "src/base/text.cpp:8: count is a function of std, too"});
}
