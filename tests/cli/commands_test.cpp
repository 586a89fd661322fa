// The other commands, settings, and where output goes.
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <array>

#include "catch.hpp"
#include "cli/pty.hpp"
#include "golden.hpp"

using namespace viva::test;

TEST_CASE("a bank from the first line to a drill") {
  const Home home;
  const auto init = home.run({"bank", "init", "my.json"});
  check_golden("bank-init.txt", init.out);
  CHECK(home.run({"bank", "check", "my.json"}).out ==
        "my.json: sound: 2 questions in 2 tiers, 2 topics, 1 round\n");
  CHECK(home.run({"bank", "export", "--bank", "my.json"}).out == home.read("my.json"));
  const auto again = home.run({"bank", "init", "my.json"});
  CHECK(again.err == "viva: my.json: there is a file of this name already; --force replaces it\n");
  CHECK(again.code == 1);
  CHECK(home.run({"bank", "init", "my.json", "--force"}).code == 0);
  CHECK(home.type({"drill", "--bank", "my.json"}, "q\n").code == 0);
}

TEST_CASE("the built-in bank and the schema can be printed") {
  const Home home;
  home.write("all.json", home.run({"bank", "export"}).out);
  CHECK(home.run({"bank", "check", "all.json"}).code == 0);
  CHECK(home.run({"bank", "schema"}).out.find("\"$schema\"") != std::string::npos);
}

TEST_CASE("faults of a bank, of several, and of none") {
  const Home home;
  home.write("bad.json", "{\"format\": 1,\n \"id\": \"x\" \"title\": 2}\n");
  const auto bank = home.bank("small");
  const auto run = home.run({"bank", "check", bank, "bad.json", "none.json", "."});
  check_golden("bank-check.txt", run.out + run.err);
  CHECK(run.code == 1);
  for (const auto* command : {"list", "drill"}) CHECK(home.run({command, "--bank", "bad.json"}).code == 1);
  CHECK(home.run({"--bank", "none.json"}).err.find("none.json") != std::string::npos);
}

TEST_CASE("a bank of no questions is no dead end") {
  const Home home;
  home.write("empty.json",
             R"({"format": 1, "id": "empty", "title": "Empty", "tiers": [], "topics": [], "items": []})");
  std::string all;
  for (const Args& args : {Args{}, Args{"list"}, Args{"drill"}}) {
    auto full = args;
    full.insert(full.end(), {"--bank", "empty.json"});
    const auto run = home.run(full);
    CHECK(run.code < 2);
    all += run.out + run.err + '\n';
  }
  check_golden("bank-empty.txt", all);
}

TEST_CASE("two banks at once, and by the environment") {
  const Home home;
  const auto small = home.bank("small"), second = home.bank("second");
  const auto both = home.run({"list", "--bank", small, "--bank", second, "--width", "80"});
  check_golden("list-two-banks.txt", both.out);
  CHECK(home.run({"bank", "export", "--bank", small, "--bank", second}).code == 2);
  const auto one = home.run({"list"}, {.env = {{"VIVA_BANK", second}}});
  CHECK(one.out == home.run({"list", "--bank", second}).out);
  CHECK(home.run({"list"}, {.env = {{"VIVA_BANK", ""}}}).out == home.run({"list"}).out);
}

TEST_CASE("answers move from one history to another") {
  const Home home;
  const auto bank = home.bank("small");
  REQUIRE(home.type({"drill", "--bank", bank}, "\nall\n\n\n1\n\nu\n2\nq\n").code == 0);
  CHECK(home.run({"history", "export", "-o", "a.jsonl"}).out == "a.jsonl: 2 answers, 1 taken back\n");
  CHECK(home.run({"history", "export", "-o", "a.jsonl"}).code == 1);
  CHECK(home.run({"history", "import", "a.jsonl", "--history", "b.db"}).out ==
        "2 answers added, 1 taken back; 0 known already\n");
  CHECK(home.run({"history", "import", "a.jsonl", "--history", "b.db"}).out ==
        "0 answers added, 0 taken back; 3 known already\n");
  CHECK(home.run({"history", "export", "--history", "b.db"}).out == home.read("a.jsonl"));
  CHECK(home.run({"history", "verify", "--history", "b.db"}).out ==
        "b.db: sound: 2 answers to 2 questions, 1 taken back; 2026-11-22 to 2026-11-22\n");
  CHECK(home.run({"history", "undo", "--history", "b.db"}).out ==
        "Taken back: read-the-sky, rated Good today.\n");
  const auto nothing = home.run({"history", "undo", "--history", "b.db"});
  CHECK(nothing.err == "viva history undo: there is no answer to take back\n");
  CHECK(nothing.code == 1);
}

TEST_CASE("rounds move with the answers") {
  const Home home;
  home.write("a.jsonl",
             R"({"round":"5f0c9b1e77aa4d02b6c3d1e0f9a8b7c6","revision":1,"state":{)"
             R"("id":"5f0c9b1e77aa4d02b6c3d1e0f9a8b7c6","preset":"screen","name":"Phone screen","seed":7,)"
             R"("seconds":1800,"relaxed":false,"phase":"finished","current":0,"ticks_given":false,)"
             R"("paused":false,"abandoned":true,"day":"2026-11-22","begun":"2026-11-22T16:06:09.250Z",)"
             R"("deadline":"2026-11-22T16:36:09.250Z","shown":"2026-11-22T16:06:09.250Z",)"
             R"("seen":"2026-11-22T16:06:14.250Z","saved":"2026-11-22T16:06:14.250Z","revision":1,)"
             R"("noted":0,"questions":[]}})"
             "\n");
  CHECK(home.run({"history", "import", "a.jsonl"}).out ==
        "0 answers and 1 round added, 0 taken back; 0 known already\n");
  CHECK(home.run({"history", "import", "a.jsonl"}).out == "0 answers added, 0 taken back; 1 known already\n");
  CHECK(home.run({"history", "export", "-o", "b.jsonl"}).out ==
        "b.jsonl: 0 answers and 1 round, 0 taken back\n");
  CHECK(home.read("b.jsonl") == "{\"viva\":\"history\",\"format\":4}\n" + home.read("a.jsonl"));
  CHECK(home.run({"history", "verify"})
            .out.ends_with("history.db: sound: 0 answers to 0 questions, 0 taken back, 1 round\n"));
}

TEST_CASE("a history that is not there yet") {
  const Home home;
  CHECK(home.run({"history", "verify"}).out.ends_with("history.db: no answer has been kept yet\n"));
  CHECK(home.run({"history", "export"}).out == "{\"viva\":\"history\",\"format\":4}\n");
  CHECK(home.run({"history", "undo"}).code == 1);
  CHECK(!std::filesystem::exists(home / "data"));
  const auto import = home.type({"history", "import", "-"}, "not json\n");
  CHECK(import.code == 1);
  CHECK(import.err.find("-: nothing was imported") != std::string::npos);
}

TEST_CASE("shells ask viva for completions, and get their scripts from it") {
  const Home home;
  const auto run = home.run({"__complete", "list", "--tier", "beg"}, {.env = {{"VIVA_BANK", ""}}});
  CHECK(run.out == "beginner\tBeginner\n");
  CHECK(run.err.empty());
  for (const auto* shell : {"bash", "zsh", "fish"})
    CHECK(home.run({"completion", shell}).out.find("__complete") != std::string::npos);
  const auto unknown = home.run({"completion", "tcsh"});
  CHECK(unknown.code == 2);
  CHECK(unknown.err.starts_with("viva completion: SHELL: there is no \"tcsh\"; use one of \"bash\", "));
}

TEST_CASE("the manual page is printed") {
  const Home home;
  CHECK(home.run({"man"}).out.starts_with(".TH VIVA 1"));
}

TEST_CASE("a history that cannot be read is told once, and viva goes on without it") {
  const Home home;
  home.write("broken.db", "this is no database, though it is long enough to be taken for one");
  const auto bank = home.bank("rounds");
  for (const Args& args : {Args{}, Args{"list"}, Args{"plan"}, Args{"mock", "--questions", "1"}}) {
    auto full = args;
    full.insert(full.end(), {"--bank", bank, "--history", "broken.db"});
    const auto run = home.type(full, "q\n");
    const auto going_on = run.err.find("\nGoing on as if no question had been asked yet.\n");
    INFO(run.err);
    REQUIRE(going_on != std::string::npos);
    CHECK(run.err.find("Going on as if", going_on + 2) == std::string::npos);
  }
  for (const auto* command : {"stats", "rounds"})
    CHECK(home.run({command, "--history", "broken.db"}).code == 1);
}

TEST_CASE("the settings file") {
  const Home home;
  const auto bank = home.bank("small");
  home.write("config/viva/config.toml", "bank = \"small.json\"\nday-begins = 20\n\n[drill]\ncount = 1\n");
  const auto run = home.type({"drill"}, "\nall\n\n");
  CHECK(run.out.starts_with("1 question: 1 new, about 2 min\n"));
  CHECK(run.code == 0);
  // At half past six in the evening, a day that begins at eight is still yesterday's.
  CHECK(home.run({"history", "export"}).out.find("\"day\":\"2026-11-21\"") != std::string::npos);
  CHECK(home.type({"drill", "--count", "2"}, "q\n").out.starts_with("2 questions:"));
}

TEST_CASE("settings that make no sense are named, with their file") {
  const Home home;
  std::string all;
  for (const auto* settings :
       {"day-begin = 5\n", "day-begins = 99\n", "day-begins\n", "[drll]\ncount = 1\n"}) {
    home.write("config/viva/config.toml", settings);
    const auto run = home.run({"list"});
    CHECK(run.code == 2);
    REQUIRE(run.err.starts_with("viva list: " + home.path().native() + "/config"));
    all += run.err.substr(run.err.find("config.toml")) + '\n';
  }
  check_golden("settings-wrong.txt", all);
  const auto none = home.run({"list", "--config", "none.toml"});
  CHECK(none.code == 2);
  CHECK(none.err.find("none.toml") != std::string::npos);
}

TEST_CASE("a closed pipe ends quietly") {
  const Home home;
  for (const bool ignored : {false, true}) {
    const auto closed = [&] {
      std::array<int, 2> ends{};
      if (::pipe(ends.data()) != 0) ::_exit(125);
      ::dup2(ends[1], STDOUT_FILENO);
      ::close(ends[0]);
      ::close(ends[1]);
      if (ignored) ::signal(SIGPIPE, SIG_IGN);
    };
    for (const Args& args :
         {Args{"list"}, Args{"list", "--json"}, Args{"bank", "export"}, Args{"man"}, Args{"--help"}}) {
      const auto run = home.run(args, {.before = closed});
      CHECK(run.err.empty());
      CHECK(run.code == (ignored ? 0 : 128 + SIGPIPE));
    }
  }
}

TEST_CASE("a full device is told") {
  const Home home;
  const auto full = [] { ::dup2(::open("/dev/full", O_WRONLY | O_CLOEXEC), STDOUT_FILENO); };
  for (const Args& args : {Args{"list"}, Args{"list", "--json"}, Args{"bank", "schema"}, Args{"man"},
                           Args{"--help"}, Args{"--version"}, Args{"history", "verify"}, Args{"drill"}}) {
    const auto run = home.run(args, {.input = "q\n", .before = full});
    INFO(args.front());
    CHECK(run.err == "viva: standard output cannot be written: No space left on device\n");
    CHECK(run.code == 1);
  }
}
