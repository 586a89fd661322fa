// An interview set, changed and cleared, and drills that follow the plan toward it.
#include "catch.hpp"
#include "cli/pty.hpp"
#include "golden.hpp"

using namespace viva::test;

namespace {

bool says(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

std::string first_line(const Run& run) { return run.out.substr(0, run.out.find('\n')); }

Setup at(const char* now) { return {.env = {{"VIVA_NOW", now}}}; }

// `viva` with the small bank.
class Candidate {
 public:
  Candidate() : bank_(home.bank("small")) {}

  Args with_bank(Args args) const {
    args.insert(args.end(), {"--bank", bank_});
    return args;
  }
  Run run(const Args& args, const Setup& setup = {}) const { return home.run(with_bank(args), setup); }
  Run type(const Args& args, const std::string& input) const { return home.type(with_bank(args), input); }
  std::string settings() const {
    const auto log = home.run({"history", "export"}).out;
    return log.substr(log.find('\n') + 1);
  }

  const Home home;

 private:
  std::string bank_;
};

}  // namespace

TEST_CASE("an interview is set, changed, moved and cleared") {
  const Candidate candidate;
  const auto set = candidate.run({"plan", "--interview", "10 Dec", "--minutes", "15", "--off", "sat,sun"});
  check_golden("plan-set.txt", set.out);
  CHECK(set.err.empty());
  CHECK(set.code == 0);
  CHECK(first_line(candidate.run({"plan", "--minutes", "5"})) ==
        "Changed: the interview on Thu 10 Dec, 5 min a day, off sat,sun.");
  CHECK(first_line(candidate.run({"plan", "--title", "Acme", "--off", "none"})) ==
        "Changed: Acme on Thu 10 Dec, 5 min a day.");
  CHECK(first_line(candidate.run({"plan", "--interview", "in 3 weeks", "--title", "acme"})) ==
        "Moved from Thu 10 Dec: acme on Sun 13 Dec, 5 min a day.");
  CHECK(first_line(candidate.run({"plan", "--minutes", "5"})) ==
        "As it was: acme on Sun 13 Dec, 5 min a day.");
  const auto verdict = candidate.home.run({"history", "verify"}).out;
  CHECK(says(verdict, ": sound: 0 answers to 0 questions, 0 taken back, 1 interview\n"));
  const auto cleared = candidate.run({"plan", "--clear"});
  CHECK(first_line(cleared) == "Cleared: acme on Sun 13 Dec.");
  CHECK(says(cleared.out, "No interview is set."));
  CHECK(says(candidate.run({"plan"}).out, "No interview is set."));
}

TEST_CASE("of several interviews the next one counts") {
  const Candidate candidate;
  candidate.run({"plan", "--interview", "2026-12-10", "--title", "Acme"});
  const auto second = candidate.run({"plan", "--interview", "2026-12-20", "--title", "Beta"});
  CHECK(says(first_line(second), "Set: Beta on Sun 20 Dec, 20 min a day."));
  CHECK(says(second.out, "The next one is still Acme on Thu"));
  CHECK(says(second.out, "Also ahead: Beta on Sun 20 Dec"));
  CHECK(first_line(candidate.run({"plan", "--title", "beta", "--minutes", "7"}))
            .starts_with("Changed: beta on"));
  CHECK(first_line(candidate.run({"plan"}, at("2026-12-11T12:00:00Z"))) == "beta");
  CHECK(first_line(candidate.run({"plan", "--clear", "--title", "BETA"})) == "Cleared: beta on Sun 20 Dec.");
  CHECK(first_line(candidate.run({"plan"})) == "Acme");
}

TEST_CASE("an interview today, and after it") {
  const Candidate candidate;
  candidate.run({"plan", "--interview", "tomorrow", "--title", "Acme"});
  const auto today = candidate.run({"plan"}, at("2026-11-23T08:00:00Z"));
  CHECK(says(today.out, "Interview Mon 23 Nov, today"));
  CHECK(says(today.out, "last look: "));
  const auto after = candidate.run({"plan"}, at("2026-11-26T08:00:00Z"));
  CHECK(after.out.starts_with("Acme was 3 days ago. How did it go?"));
  CHECK(after.code == 0);
}

TEST_CASE("what if shows a plan and saves nothing") {
  const Candidate candidate;
  const auto set = candidate.run({"plan", "--interview", "10 Dec", "--what-if"});
  CHECK(set.out.starts_with("What if, nothing is saved. Set: the interview on Thu 10 Dec, 20 min a day."));
  CHECK_FALSE(std::filesystem::exists(candidate.home / "data"));
  candidate.run({"plan", "--interview", "10 Dec"});
  const auto before = candidate.settings();
  const auto more = candidate.run({"plan", "--minutes", "45", "--what-if", "--json"});
  CHECK(says(more.out, "\"saved\": false"));
  CHECK(says(more.out, "\"minutes\": 45"));
  CHECK(candidate.settings() == before);
}

TEST_CASE("what makes no sense is refused, with what to type") {
  const Candidate candidate;
  std::string all;
  for (const Args& args : {Args{"--interview", "10 Nov 2026"},
                           {"--interview", "someday"},
                           {"--interview", "10 Dec", "--minutes", "0"},
                           {"--minutes", "20"},
                           {"--off", "mon,tue,wed,thu,fri,sat,sun"},
                           {"--title", std::string(201, 'x')},
                           {"--what-if"},
                           {"--clear", "--minutes", "5"},
                           {"--clear"}}) {
    auto full = args;
    full.insert(full.begin(), "plan");
    const auto run = candidate.run(full);
    CHECK(run.out.empty());
    CHECK(run.code == (full.size() == 2 && full[1] == "--clear" ? 1 : 2));
    all += run.err;
  }
  check_golden("plan-refused.txt", all);
  CHECK_FALSE(std::filesystem::exists(candidate.home / "data"));
}

TEST_CASE("a drill follows the plan, and says when the day is done") {
  const Candidate candidate;
  candidate.run({"plan", "--interview", "10 Dec", "--title", "Acme", "--minutes", "5"});
  const auto listed = candidate.run({"list", "--order", "plan", "--count", "1", "--json"});
  CHECK(says(listed.out, "\"id\": \"read-the-sky\""));
  const auto part = candidate.type({"drill"}, "\nall\n\nq\n");
  const auto rest = candidate.type({"drill"}, "\nall\n\n");
  const auto done = candidate.type({"drill"}, "");
  check_golden("drill-by-plan.txt", part.out + "\n----\n" + rest.out + "\n----\n" + done.out);
  CHECK(done.code == 0);
  CHECK(says(candidate.type({"drill", "--count", "1"}, "\n").out, "1 question: 1 new, about 4 min"));
  const auto day = candidate.run({"plan", "--day"});
  CHECK(says(day.out, "Today: 2 questions done\n"));
}

TEST_CASE("today's questions stay, whatever else was answered today") {
  const Candidate candidate;
  candidate.run({"plan", "--interview", "10 Dec", "--minutes", "5"});
  candidate.home.write("today.jsonl",
                       R"({"id":"00000000000000000000000000000001","bank":"other","item":"x",)"
                       R"("at":"2026-11-22T16:06:09.250Z","day":"2026-11-22","rating":3,"ticked":[],)"
                       R"("points":0,"seconds":240,"mode":"round"})"
                       "\n");
  CHECK(candidate.home.run({"history", "import", "today.jsonl"}).code == 0);
  const auto drill = candidate.type({"drill"}, "");
  CHECK(drill.out.starts_with("Today: 2 questions, about 5 min.\n"));
}

TEST_CASE("on a day off the drill leaves it at that") {
  const Candidate candidate;
  candidate.run({"plan", "--interview", "10 Dec", "--off", "sun"});
  const auto drill = candidate.type({"drill"}, "");
  CHECK(drill.out.starts_with("Today is a day off.\n"));
  CHECK(says(drill.out, "viva drill --count 5"));
}

TEST_CASE("an interview moves to another history with the answers") {
  const Candidate candidate;
  candidate.run({"plan", "--interview", "10 Dec", "--title", "Acme"});
  CHECK(candidate.home.run({"history", "export", "-o", "a.jsonl"}).out ==
        "a.jsonl: 0 answers and 1 setting of interviews, 0 taken back\n");
  CHECK(candidate.home.run({"history", "import", "a.jsonl", "--history", "b.db"}).out ==
        "0 answers and 1 setting of interviews added, 0 taken back; 0 known already\n");
  CHECK(first_line(candidate.run({"plan", "--history", "b.db"})) == "Acme");
}

TEST_CASE("a long plan on a terminal goes through the pager") {
  const Home home;
  home.run({"plan", "--interview", "in 8 weeks"});
  Pty terminal{home, {"plan", "--color", "never"}, {.env = {{"PAGER", "sed s/^/PAGED/"}}}};
  CHECK(terminal.wait() == 0);
  CHECK(says(terminal.transcript(), "PAGEDOn-Device AI Engineer"));
}
