// Days by the plan, and days without one: what each screen says of the same day.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "cli/pty.hpp"

using namespace viva::test;
using Json = nlohmann::json;
using Ids = std::set<std::string>;

namespace {

bool says(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

std::string first_line(const Run& run) { return run.out.substr(0, run.out.find('\n')); }

// The questions that come with viva, on days of November 2026.
struct Days {
  const Home home;

  Run on(int day, const Args& args, std::string input = "") const {
    return home.run(args, {.input = std::move(input),
                           .env = {{"VIVA_NOW", "2026-11-" + std::to_string(day) + "T18:30:00Z"}}});
  }

  // Makes these points of every question that is asked, also once more, and accepts what is proposed.
  Run drill(int day, const std::string& ticks, int questions = 60) const {
    std::string input;
    for (int i = 0; i < questions; ++i) input += "\n" + ticks + "\n\n";
    return on(day, {"drill"}, input);
  }

  Ids planned(int day) const {
    Ids ids;
    const auto plan = Json::parse(on(day, {"plan", "--json"}).out);
    for (const auto& item : plan["days"][0]["items"]) ids.insert(item["id"]);
    return ids;
  }

  Ids answered(int day) const {
    Ids ids;
    std::istringstream lines{home.run({"history", "export"}).out};
    for (std::string line; std::getline(lines, line);) {
      const auto json = Json::parse(line);
      if (json.contains("rating") && json["day"] == "2026-11-" + std::to_string(day))
        ids.insert(json["item"]);
    }
    return ids;
  }
};

// Of "Back   4 tomorrow, 2 in 3 days".
std::string back_line(const std::string& summary) {
  const auto begin = summary.find("\nBack   ") + 8;
  return summary.substr(begin, summary.find('\n', begin) - begin);
}

// The same, as the plan of the day has it.
std::string back_by_plan(const Json& plan, const Ids& answered) {
  std::map<std::size_t, int> days;
  for (const auto& id : answered)
    for (std::size_t ahead = 1; ahead < plan["days"].size(); ++ahead) {
      const auto& items = plan["days"][ahead]["items"];
      if (std::ranges::none_of(items, [&](const Json& item) { return item["id"] == id; })) continue;
      ++days[ahead];
      break;
    }
  std::string line;
  for (const auto& [ahead, count] : days)
    line += (line.empty() ? "" : ", ") + std::to_string(count) +
            (ahead == 1 ? " tomorrow" : " in " + std::to_string(ahead) + " days");
  return line;
}

std::size_t both(const Ids& a, const Ids& b) {
  std::size_t count = 0;
  for (const auto& id : a) count += b.count(id);
  return count;
}

// So many questions of the bank, each answered once on the first of November.
std::string old_answers(const Days& days, std::size_t count) {
  std::string lines;
  const auto items = Json::parse(days.on(20, {"list", "--json"}).out);
  for (std::size_t i = 0; i < count; ++i)
    lines += Json{{"id", std::string(30, '0') + std::to_string(10 + i)},
                  {"bank", items[i]["bank"]},
                  {"item", items[i]["id"]},
                  {"at", "2026-11-01T18:00:00.000Z"},
                  {"day", "2026-11-01"},
                  {"rating", 3},
                  {"ticked", Json::array()},
                  {"points", 0},
                  {"seconds", 0},
                  {"mode", "drill"}}
                 .dump() +
             '\n';
  return lines;
}

}  // namespace

TEST_CASE("every screen names the same questions, time and command") {
  const Days days;
  days.on(20, {"plan", "--interview", "2026-12-02", "--minutes", "20"});
  const auto ids = days.planned(20);
  const auto check = [&](const std::string& words, const std::string& left) {
    CHECK(says(days.on(20, {}).out, words));
    CHECK(says(days.on(20, {}).out, "viva drill\n"));
    const auto day = days.on(20, {"plan", "--day"}).out;
    CHECK(says(day, "\nToday: " + words + "\n"));
    CHECK(says(day, "\nNext\n  viva drill\n"));
    CHECK(says(days.on(20, {"stats"}).out, "\nNext\n  viva drill\n    " + left + " in today's plan\n"));
    CHECK(first_line(days.on(20, {"drill"})) == "Today: " + words + ".");
    CHECK(days.planned(20) == ids);
  };
  REQUIRE(ids.size() == 6);
  check("6 questions, about 19 min", "6");
  days.drill(20, "all", 2);
  check("2 of 6 questions done, about 13 min to go", "4 more");
  days.drill(20, "all");
  CHECK(days.answered(20) == ids);
  CHECK(days.planned(20) == ids);
  CHECK(says(days.on(20, {}).out, "Today   6 questions done"));
  CHECK(says(days.on(20, {"plan", "--day"}).out, "\nToday: 6 questions done\n"));
  CHECK(first_line(days.on(20, {"drill"})).starts_with("Today is done: 6 questions in "));
}

TEST_CASE("every screen names the round that is planned for the day") {
  const Days days;
  days.on(20, {"plan", "--interview", "2026-12-02", "--minutes", "20"});
  int day = 20;
  const auto round_of = [&] { return Json::parse(days.on(day, {"plan", "--json"}).out)["days"][0]["round"]; };
  for (; round_of().is_null() && day < 24; ++day) days.drill(day, "1 2 3 4");
  const auto round = round_of();
  REQUIRE_FALSE(round.is_null());
  CHECK(day <= 23);
  const auto command = "viva mock --minutes " + std::to_string(round["minutes"].get<int>());
  CHECK(says(days.on(day, {}).out, ", and a round of "));
  for (const Args& args : {Args{}, {"plan", "--day"}, {"plan"}}) {
    INFO(command);
    CHECK(says(days.on(day, args).out, command + "\n"));
    CHECK(says(days.on(day, args).out, "viva drill\n"));
  }
  const auto drill = days.drill(day, "all");
  CHECK(says(drill.out, "\nNext   " + command + "\n"));
  CHECK(says(days.on(day, {"drill"}).out, "What is left of today is a mock round: of your own, "));
  CHECK(says(days.on(day, {"drill"}).out, "  " + command + "\n"));
  CHECK(says(days.on(day, {"stats"}).out, "\nNext\n  " + command + "\n"));
}

TEST_CASE("when questions are back is what the plan has, on the day and on the next") {
  const Days days;
  days.on(20, {"plan", "--interview", "2026-12-10", "--minutes", "20"});
  const std::string ticks[] = {"1 2 3", "all", "1 2 3 4", "1"};
  for (int day = 20; day < 24; ++day) {
    CAPTURE(day);
    const auto drill = days.drill(day, ticks[static_cast<std::size_t>(day - 20)]);
    const auto answered = days.answered(day), tomorrow = days.planned(day + 1);
    REQUIRE(answered.size() >= 2);
    const auto line = back_line(drill.out);
    CHECK(line == back_by_plan(Json::parse(days.on(day, {"plan", "--json"}).out), answered));
    CHECK((says(line, " tomorrow") ? std::stoul(line) : 0) == both(answered, tomorrow));
  }
}

TEST_CASE("on the eve nothing comes back before the interview, and the drill says so") {
  const Days days;
  days.on(20, {"plan", "--interview", "2026-11-21", "--minutes", "10"});
  const auto drill = days.drill(20, "1 2");
  CHECK(says(drill.out, "1 Again (not again)"));
  CHECK(says(
      drill.out,
      "Saved. What you missed comes once more before the end; not planned again before\nthe interview."));
  CHECK(says(drill.out, "Saved, not planned again before the interview.\n"));
  CHECK(says(drill.out, "\nBack   not planned again before the interview\n"));
}

TEST_CASE("without an interview a day has ten questions, and the backlog is told") {
  const Days days;
  days.home.write("old.jsonl", old_answers(days, 40));
  REQUIRE(days.home.run({"history", "import", "old.jsonl"}).code == 0);
  CHECK(says(days.on(20, {}).out, "10 questions (7 due, 3 new), about "));
  CHECK(says(days.on(20, {}).out, "; 33 more are due"));
  const auto drill = days.drill(20, "all");
  CHECK(first_line(drill).starts_with("Today: 10 questions (7 due, 3 new), about "));
  CHECK(first_line(drill).ends_with("; 33 more are due."));
  CHECK(says(drill.out, "\n1/10  "));
  CHECK(days.answered(20).size() == 10);
  CHECK(says(drill.out, "\nNext   viva drill --due\n       today's questions are done; 33 more are due\n"));

  const auto done = days.on(20, {"drill"});
  CHECK(done.code == 0);
  CHECK(done.out.starts_with(
      "Today is done: 10 questions in 0 min. Well done.\n33 more due; they can wait.\n"));
  CHECK(says(done.out, "  viva drill --due\n"));
  CHECK(says(days.on(20, {"stats"}).out, "\nNext\n  viva drill --due\n"));
  CHECK(says(days.on(20, {}).out, "Today   10 questions done; 33 more are due"));
  CHECK(says(days.on(21, {}).out, "10 questions (7 due, 3 new), about "));
}

TEST_CASE("without an interview the day does not move while one works") {
  const Days days;
  days.drill(20, "all", 4);
  CHECK(first_line(days.on(20, {"drill"})).starts_with("Today: 4 of 10 questions done, about "));
  days.drill(20, "1");
  CHECK(days.answered(20).size() == 10);
  CHECK(days.on(20, {"drill"}).out.starts_with("Today is done: 10 questions in 0 min. Well done.\n"));
}

TEST_CASE("viva show tells of each point, and of the answers") {
  const Days days;
  const Args show{"show", "what-is-quantization"};
  CHECK_FALSE(says(days.on(20, show).out, "Your answers"));
  REQUIRE(days.on(20, {"drill", "--id", "what-is-quantization"}, "\n1 3\n\ns\n").code == 0);
  const auto text = days.on(21, show).out;
  CHECK(says(text, "      made 1 of 1 time, last yesterday; 9"));
  CHECK(says(text, "      made 0 of 1 time; "));
  CHECK(says(text, "\nYour answers\n  Fri 20 Nov   Again, 2 of 7 points\n"));
}

TEST_CASE("viva show says when the plan asks a question, as the drill does") {
  const Days days;
  days.on(20, {"plan", "--interview", "2026-12-02", "--minutes", "20"});
  const auto first = *days.planned(20).begin();
  CHECK(says(days.on(20, {"show", first}).out, "\nnot asked yet, planned for today\n"));
  CHECK(says(days.on(20, {"drill", "--id", first}, "\nnone\n\n").out, "back tomorrow."));
  CHECK(says(days.on(20, {"show", first}).out, ", due tomorrow, planned for tomorrow\n"));
}
