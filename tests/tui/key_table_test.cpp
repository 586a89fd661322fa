// The table of keys: what holds of all scenes, and what a screen's last line and help make of it.
#include "tui/key_table.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "golden.hpp"
#include "tui/stage.hpp"
#include "tui/strokes.hpp"

using namespace viva;
using namespace viva::test;

namespace {

constexpr std::array<std::string_view, scenes> scene_names{
    "question", "writing",    "points",  "rating",  "briefing",  "answering", "answered", "predicting",
    "paused",   "time is up", "ticking", "marking", "scorecard", "filtering", "browsing", "reading"};

std::vector<Scene> all_scenes() {
  std::vector<Scene> all;
  for (int scene = 0; scene < scenes; ++scene) all.push_back(static_cast<Scene>(scene));
  return all;
}

std::string name(Scene scene) { return std::string{scene_names[static_cast<std::size_t>(scene)]}; }

bool is_typing(Scene scene) {
  return scene == Scene::writing || scene == Scene::answering || scene == Scene::filtering;
}

// Where what is typed is no command, or may be typed on in haste.
bool takes_typing(Scene scene) { return is_typing(scene) || scene == Scene::times_up; }

bool everything(Act) { return true; }

std::string text(const Line& line) {
  std::string all;
  for (const auto& span : line) all += span.text;
  return all;
}

// "Up, k" and "1-4" as single keys.
std::vector<std::string> keys_of(const std::string& names) {
  if (names.size() == 3 && names[1] == '-') {
    std::vector<std::string> digits;
    for (char digit = names[0]; digit <= names[2]; ++digit) digits.emplace_back(1, digit);
    return digits;
  }
  std::vector<std::string> all;
  for (std::size_t at = 0; at < names.size();) {
    const auto end = std::min(names.find(", ", at), names.size());
    all.push_back(names.substr(at, end - at));
    at = end + 2;
  }
  return all;
}

// Those that the help of a scene names, each as often as it does.
std::vector<std::string> keys_in_help(Scene scene) {
  std::vector<std::string> all;
  for (const auto& line : keys_help(scene, 200)) {
    if (line.size() < 2 || line[1].style != Style::accent) continue;
    for (auto& key : keys_of(std::string{trimmed(line[1].text)})) all.push_back(std::move(key));
  }
  return all;
}

std::vector<std::string> keys_that_mean_something(Scene scene) {
  std::vector<std::string> all;
  for (const auto& key : all_keys())
    if (key != "Q" && meaning_of(scene, key)) all.push_back(key);
  return all;
}

std::vector<std::string> sorted(std::vector<std::string> all) {
  std::ranges::sort(all);
  return all;
}

bool means(Scene scene, std::string_view key, Meaning meaning) { return meaning_of(scene, key) == meaning; }

}  // namespace

TEST_CASE("in no scene does a key mean two things, and the help names every key that means one",
          "[key_table]") {
  for (const auto scene : all_scenes()) {
    INFO(name(scene));
    CHECK(sorted(keys_in_help(scene)) == sorted(keys_that_mean_something(scene)));
  }
}

TEST_CASE("a capital letter means what the small one does, unless it means something of its own",
          "[key_table]") {
  CHECK(means(Scene::question, "Q", Act::quit));
  CHECK(means(Scene::question, "S", Act::skip));
  CHECK(means(Scene::question, "G", Act::bottom));
  CHECK(means(Scene::question, "g", Act::top));
  CHECK(!meaning_of(Scene::writing, "Q"));
  CHECK(!meaning_of(Scene::question, "É"));
}

TEST_CASE("every key of the table is one that a terminal can give", "[key_table]") {
  for (const auto& group : key_groups())
    for (const auto& entry : group.entries)
      for (const auto& key : keys_of(entry.keys)) {
        INFO(group.title << ": " << key);
        CHECK(std::ranges::count(all_keys(), key) == 1);
      }
}

TEST_CASE("every scene can be left, suspended, drawn anew and scrolled, and has help", "[key_table]") {
  for (const auto scene : all_scenes()) {
    INFO(name(scene));
    CHECK(means(scene, "Ctrl-C", Act::interrupt));
    CHECK(means(scene, "Ctrl-Z", Act::suspend));
    CHECK(means(scene, "Ctrl-L", Act::redraw));
    CHECK(means(scene, "WheelUp", Act::wheel_up));
    CHECK(means(scene, "WheelDown", Act::wheel_down));
    CHECK(means(scene, "F1", Act::help) == (scene != Scene::reading));
    CHECK(means(scene, "?", Act::help) == (scene != Scene::reading && !takes_typing(scene)));
  }
}

TEST_CASE("where text is typed no key that types means anything else", "[key_table]") {
  for (const auto scene : all_scenes()) {
    if (!takes_typing(scene)) continue;
    for (const auto& key : all_keys()) {
      INFO(name(scene) << " " << key);
      if (!typed_text(key).empty()) CHECK(!meaning_of(scene, key));
    }
  }
}

TEST_CASE("a key types its text, unless it is one with a name", "[key_table]") {
  CHECK(typed_text("a") == "a");
  CHECK(typed_text("é") == "é");
  CHECK(typed_text("👩‍💻") == "👩‍💻");
  CHECK(typed_text("Space") == " ");
  CHECK(typed_text("Enter").empty());
  CHECK(typed_text("Alt-é").empty());
  CHECK(typed_text("").empty());
}

TEST_CASE("Enter goes on everywhere, but where it may be typed in haste", "[key_table]") {
  for (const auto scene : all_scenes()) {
    INFO(name(scene));
    CHECK(meaning_of(scene, "Enter").has_value() == (scene != Scene::times_up));
  }
}

TEST_CASE("the last line names what can be done, first what matters most, and always the help",
          "[key_table]") {
  std::string all;
  for (const int columns : {120, 80, 40}) {
    all += "==== " + std::to_string(columns) + " columns\n";
    for (const auto scene : all_scenes()) {
      const auto line = text(keys_line(scene, everything, columns - 2).line);
      all += fit(name(scene), 12) + "|" + fit(line, columns - 2) + "|\n";
      INFO(name(scene) << " " << columns);
      CHECK(width(line) <= columns - 2);
      CHECK(line.ends_with(scene == Scene::reading ? "Enter close"
                           : takes_typing(scene)   ? "F1 help"
                                                   : "? help"));
    }
    all += "\n";
  }
  check_golden("tui-last-lines.txt", all);
}

TEST_CASE("a click on the last line presses the key that is named there", "[key_table]") {
  for (const auto scene : all_scenes()) {
    const auto line = keys_line(scene, everything, 118);
    const auto shown = text(line.line);
    for (const auto& key : line.keys) {
      INFO(name(scene) << " " << key.key);
      CHECK(shown.substr(static_cast<std::size_t>(key.column)).starts_with(key.key + " "));
      CHECK(meaning_of(scene, key.key));
      CHECK(key.column + key.columns <= width(shown));
    }
  }
}

TEST_CASE("the help of each scene", "[key_table]") {
  std::string all;
  for (const auto scene : all_scenes())
    all += "==== " + name(scene) + "\n" + render(keys_help(scene, 78), {}) + "\n";
  check_golden("tui-help.txt", all);
}

TEST_CASE("the help of a narrow screen", "[key_table]") {
  check_golden("tui-help-narrow.txt", render(keys_help(Scene::writing, 38), {}));
}

TEST_CASE("the manual has every key once for each thing that it does", "[key_table]") {
  std::string all;
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& group : key_groups()) {
    all += group.title + "\n";
    for (const auto& entry : group.entries) {
      all += "  " + fit(entry.keys, 24) + entry.meaning + "\n";
      INFO(group.title << ": " << entry.keys << " " << entry.meaning);
      CHECK(seen.emplace(entry.keys, group.title + entry.meaning).second);
    }
  }
  check_golden("tui-key-groups.txt", all);
}

TEST_CASE("what any scene's help says is in the manual", "[key_table]") {
  std::set<std::string> meanings;
  for (const auto& group : key_groups())
    for (const auto& entry : group.entries) meanings.insert(entry.meaning);
  for (const auto scene : all_scenes())
    for (const auto& line : keys_help(scene, 200)) {
      if (line.size() < 3) continue;
      INFO(name(scene) << " " << line[2].text);
      CHECK(meanings.contains(line[2].text));
    }
}
