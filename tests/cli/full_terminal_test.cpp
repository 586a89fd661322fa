// The manners of the full screen: kinds of terminals, colours, signals, other programs, and silence.
#include <signal.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "catch.hpp"
#include "cli/full_screen.hpp"

using namespace viva::test;
using namespace std::chrono_literals;

namespace {

Args round(const Home& home) { return {"mock", "short", "--seed", "7", "--bank", home.bank("rounds")}; }

Setup with(std::map<std::string, std::string> env) { return {.env = std::move(env)}; }

// A short drill with a bit of everything.
void drill_a_bit(Pty& terminal) {
  terminal.wait_for_screen("1/3");
  press(terminal, "ta few words" + key::tab + key::enter, "Tick the points");
  press(terminal, "1" + key::down + key::space, "[x] 2");
  press(terminal, "a", "Reciting the ten genera of cloud.");
  press(terminal, key::enter + key::enter, "2 of 4 points: Hard.");
  press(terminal, key::enter, "2/4");
}

int finish(Pty& terminal) {
  press(terminal, "q", "Covered 2 of 4 points");
  return leave(terminal);
}

// A shell's script around viva, which can be told through the file "gate", a pipe.
Args script(const Home& home, const std::string& text) {
  ::mkfifo((home / "gate").c_str(), 0600);
  return {"-c", text};
}

// "round 9:58" in the first row; 0: there is none.
int seconds_of_round(const ScreenReader& screen) {
  const auto row = screen.row(0);
  int minutes = 0, seconds = 0;
  const auto at = row.find("round ");
  if (at == std::string::npos || std::sscanf(row.c_str() + at, "round %d:%d", &minutes, &seconds) != 2)
    return 0;
  return minutes * 60 + seconds;
}

const std::string binary = "'" VIVA_BINARY "' ";

}  // namespace

TEST_CASE("full screen: it is the same on every terminal, and leaves each as it was") {
  for (const std::string term : {"xterm-256color", "xterm", "screen", "tmux-256color", "linux", "vt100"}) {
    INFO(term);
    const Home home;
    Pty terminal{home, drill(home), with({{"TERM", term}})};
    drill_a_bit(terminal);
    CHECK(terminal.screen().ever_coloured() == (term != "vt100"));
    CHECK(finish(terminal) == 0);
    CHECK(count(home.run({"history", "export"}).out, R"("answer":"a few words")") == 1);
  }
}

TEST_CASE("full screen: without colour where none is wanted") {
  const Home home;
  Pty unwanted{home, drill(home), with({{"NO_COLOR", "1"}})};
  drill_a_bit(unwanted);
  CHECK(finish(unwanted) == 0);
  CHECK_FALSE(unwanted.screen().ever_coloured());
  const Home other;
  Pty never{other, drill(other, {"--color", "never"})};
  drill_a_bit(never);
  CHECK(finish(never) == 0);
  CHECK_FALSE(never.screen().ever_coloured());
}

TEST_CASE("full screen: none where the terminal is dumb, unknown or unnamed, nor with --plain") {
  const auto check_lines = [](Pty& terminal) {
    terminal.wait_for_prompt();
    terminal.send("q\r");
    CHECK(terminal.wait() == 0);
    CHECK(terminal.transcript().find("\x1b[?") == std::string::npos);
    CHECK(terminal.transcript().find("Answer aloud or on paper, then press Enter.") != std::string::npos);
  };
  for (const auto* term : {"dumb", "", "no-such-terminal"}) {
    INFO("TERM=" << term);
    const Home home;
    Pty terminal{home, drill(home), with({{"TERM", term}})};
    check_lines(terminal);
  }
  const Home home;
  Pty unset{
      home, {"-c", "unset TERM; " + binary + "drill --bank " + home.bank("small")}, {.program = "/bin/sh"}};
  check_lines(unset);
  Pty plain{home, drill(home, {"--plain"})};
  check_lines(plain);
}

TEST_CASE("full screen: in ASCII nothing else reaches the terminal") {
  const auto check_ascii = [](const Pty& terminal) {
    CHECK(std::ranges::all_of(terminal.transcript(), [](char c) { return (c & 0x80) == 0; }));
  };
  const Home home;
  Pty terminal{home, drill(home), with({{"LC_ALL", "C"}})};
  drill_a_bit(terminal);
  CHECK(finish(terminal) == 0);
  check_ascii(terminal);
  Pty typed{home, drill(home), with({{"LC_ALL", "C"}})};
  typed.wait_for_screen("A guest falls into water of 8");
  press(typed, "tcaf" + paste("\u00e9 \u65e5!"), "caf");
  press(typed, key::tab + key::enter + "?", "tick the point");
  check_ascii(typed);
  Pty browser{home, {"list", "--browse", "--bank", "small.json"}, with({{"LC_ALL", "C"}})};
  press(browser, "water", "2 of 3 questions");
  check_ascii(browser);
}

TEST_CASE("full screen: UTF-8 also where the locale that is named is not installed") {
  const Home home;
  Pty terminal{home, drill(home), with({{"LC_ALL", "xx_YY.UTF-8"}})};
  terminal.wait_for_screen("1/3  Shore · Weather");
  press(terminal, "tcafé 日本", "café 日本");
}

// Those of other terminals, and of keys with Shift, Alt and Ctrl; a click told in another way.
TEST_CASE("full screen: no part of a sequence that the terminal is not known to send is a key") {
  const Home home;
  Pty terminal{home, drill(home), with({{"TERM", "vt100"}})};
  terminal.wait_for_screen("1/3");
  press(terminal, key::enter + key::enter, "0 of 4 points: Again.");
  for (const auto* sequence :
       {"\x1b[1;3A", "\x1b[15~", "\x1b[15;2~", "\x1b[2~", "\x1b[[E", "\x1b[27;5;13~", "\x1b[49;5u",
        "\x1b[<0;3;4M", "\x1b[<0;3;4m", "\x1b[M 12", "\x1bO1P", "\x1b[1;9B", "\x1b[200;1~"})
    terminal.send(sequence);
  press(terminal, "\x1b[1;2C", "▸2 Hard");  // of these the key counts
  CHECK(home.run({"history", "export"}).out.find("rating") == std::string::npos);
  press(terminal, "4", "2/4");
  press(terminal, "tab\x1b[15~c\x1b[1;3Dd", "abdc");
}

TEST_CASE("full screen: the last line names the keys of every mode") {
  const Home home;
  Pty terminal{home, round(home)};
  const auto go = [&](std::string_view keys, std::string_view line) {
    terminal.send(keys);
    wait_for_keys(terminal, line);
  };
  go("", " Enter begin  q not now  ? help");
  go(key::enter, " Tab done typing  Ctrl-E editor  Ctrl-C leave  F1 help");
  go(key::tab, " Enter done  t type  Ctrl-E editor  q quit  ? help");
  go("?", " Enter close");
  go("q" + key::enter + key::tab + key::enter, " 1-4 say  q quit  ? help");
  go("l", " Enter ok  1-4 say  q quit  ? help");
}

TEST_CASE("full screen: nothing is written while nothing changes, and little while only the clock does") {
  const Home home;
  Pty still{home, round(home)};
  still.wait_for_screen("Enter begin");
  press(still, key::enter, "Tab done typing");
  still.settle(300ms);
  const auto before = still.bytes();
  still.settle(1500ms);
  CHECK(still.bytes() == before);

  const Home other;
  Pty ticking{other, round(other), with({{"VIVA_NOW", ""}})};
  ticking.wait_for_screen("Enter begin");
  press(ticking, key::enter, "2:29 of 2:30");
  const auto at_first = ticking.bytes();
  ticking.wait_for_screen("2:26 of 2:30");
  INFO(ticking.bytes() - at_first << " bytes in 3 seconds");
  CHECK(ticking.bytes() - at_first < 3 * 200);
}

TEST_CASE("full screen: the modes of the terminal are what they were, however viva ends") {
  for (const auto* way : {"q", "Ctrl-C", "SIGTERM", "SIGINT", "SIGHUP"}) {
    INFO(way);
    const Home home;
    const auto inner =
        "sh -c \"echo \\$\\$ > pid; exec " + binary + "drill --bank " + home.bank("small") + "\"";
    Pty terminal{home,
                 {"-c", "trap '' INT; before=$(stty -g); " + inner +
                            "; code=$?; test \"$(stty -g)\" = \"$before\" && echo SAME $code"},
                 {.program = "/bin/sh"}};
    terminal.wait_for_screen("1/3");
    const std::string_view chosen{way};
    const auto process = std::stoi(home.read("pid"));
    if (chosen == "q") terminal.send("q");
    if (chosen == "Ctrl-C") terminal.send("\x03");
    if (chosen == "SIGTERM") ::kill(process, SIGTERM);
    if (chosen == "SIGINT") ::kill(process, SIGINT);
    if (chosen == "SIGHUP") ::kill(process, SIGHUP);
    terminal.wait_for_screen(chosen == "q" ? "SAME 0" : "SAME 130");
    CHECK(leave(terminal) == 0);
    terminal.wait_for_screen("Nothing was rated");
  }
}

TEST_CASE("full screen: a terminal that goes away keeps what was rated, also where it cannot be saved") {
  const Home home;
  Pty terminal{home, drill(home)};
  terminal.wait_for_screen("1/3");
  press(terminal, key::enter + "1" + key::enter + "2", "2/");
  terminal.hang_up();
  terminal.wait();
  CHECK(count(home.run({"history", "export"}).out, "\"rating\":2") == 1);

  const Home other;
  other.write("answers", "a file where the folder would be");
  Pty unsaved{other, drill(other, {"--history", "answers/history.db"})};
  unsaved.wait_for_screen("NOT being saved");
  press(unsaved, key::enter + "1" + key::enter + "2", "NOT SAVED, but kept; 1 answer waits.");
  unsaved.hang_up();
  unsaved.wait();
  CHECK(std::filesystem::exists(other / "viva-unsaved-1795372200.jsonl"));
}

TEST_CASE("full screen: Ctrl-Z gives the terminal to the shell, and fg draws all anew") {
  const Home home;
  Pty terminal{home, under_job_control(drill(home)), with_job_control()};
  terminal.wait_for_screen("1/3");
  press(terminal, "tkept", "kept");
  terminal.settle();
  const auto before = terminal.screen().text();
  press(terminal, "\x1a", "STOPPED");
  terminal.settle();
  check_left(terminal);
  press(terminal, "\r", "kept");
  terminal.wait_until([&](const auto& screen) { return screen.text() == before; }, "the same screen");
  terminal.wait_until([](const auto& screen) { return screen.mouse() && screen.bracketed_paste(); },
                      "mouse and paste");
  press(terminal, " on", "kept on");
  press(terminal, key::tab + "q", "LEFT 0");
  CHECK(leave(terminal) == 0);
}

TEST_CASE("full screen: the clock of a round runs on while it is stopped") {
  const Home home;
  Pty terminal{home, under_job_control(round(home)), with_job_control(with({{"VIVA_NOW", ""}}))};
  terminal.wait_for_screen("Enter begin");
  const auto begun = std::chrono::steady_clock::now();
  press(terminal, key::enter, "Tab done typing");
  press(terminal, "\x1a", "STOPPED");
  terminal.settle(2500ms);
  terminal.send("\r");
  // Had it stood still, it would be 2.5 seconds late for ever; the frame shown first is from before.
  const auto ran_on = [&](const ScreenReader& screen) {
    const auto left = seconds_of_round(screen);
    return left > 0 && begun + 602s - std::chrono::seconds{left} > std::chrono::steady_clock::now();
  };
  terminal.wait_until(ran_on, "the true time");
}

TEST_CASE("full screen: a window that changes while it is stopped") {
  const Home home;
  Pty terminal{home, under_job_control(drill(home)), with_job_control()};
  terminal.wait_for_screen("1/3");
  press(terminal, "\x1a", "STOPPED");
  terminal.resize(40, 100);
  press(terminal, "\r", "1/3");
  wait_for_keys(terminal, "? help");
}

TEST_CASE("full screen: Ctrl-L draws over what others have printed") {
  const Home home;
  const auto bank = home.bank("small");
  Pty terminal{
      home,
      script(home, "(read x < gate; printf '\\033[5;5Hrubbish') & exec " + binary + "drill --bank " + bank),
      {.program = "/bin/sh"}};
  terminal.wait_for_screen("1/3");
  press(terminal, "tkept", "kept");
  terminal.settle();
  const auto before = terminal.screen().text();
  home.write("gate", "go\n");
  terminal.wait_for_screen("rubbish");
  terminal.send("\x0c");
  terminal.wait_until([&](const auto& screen) { return screen.text() == before; }, "the same screen");
}

TEST_CASE("full screen: the editor has the terminal, and gives it back") {
  const Home home;
  home.write("editor.sh",
             "stty -a | grep -q -- ' icanon' && echo EDITING \"$1\"; read line\n"
             "printf 'and %s from the editor\\nin two lines\\n' \"$line\" >> \"$1\"\n");
  Pty terminal{home, drill(home), with({{"VISUAL", "sh editor.sh"}})};
  terminal.wait_for_screen("1/3");
  press(terminal, "tbefore", "before");
  press(terminal, "\x05", "EDITING");
  terminal.settle();
  check_left(terminal);
  press(terminal, "more\r", "in two lines");
  CHECK(terminal.screen().alternate_screen());
  terminal.wait_until([](const auto& screen) { return screen.bracketed_paste(); }, "bracketed paste");
  press(terminal, key::tab + key::enter, "Tick the points");
  press(terminal, key::enter + "3", "2/4");
  CHECK(home.run({"history", "export"})
            .out.find(R"("answer":"before\nand more from the editor\nin two lines")") != std::string::npos);
}

TEST_CASE("full screen: an editor that crashes or does not exist is told, and nothing is lost") {
  const Home home;
  home.write("crash.sh", "stty raw -echo; printf ' saved' >> \"$1\"; kill -SEGV $$\n");
  for (const auto& [editor, told] :
       {std::pair{"sh crash.sh", "did not end well"}, std::pair{"no-such-editor", "cannot be started"},
        std::pair{"sleep 0; false", "did not end well"}}) {
    INFO(editor);
    Pty terminal{home, drill(home), with({{"VISUAL", editor}})};
    terminal.wait_for_screen("1/3");
    press(terminal, "tbefore", "before");
    press(terminal, "\x05", told);
    CHECK(terminal.screen().alternate_screen());
    terminal.wait_for_screen("before");
    press(terminal, "!" + key::tab + "q", "before");
    CHECK(leave(terminal) == 0);
  }
}

TEST_CASE("full screen: the clock runs on while the editor is open, and its end keeps what is saved there") {
  const Home home;
  home.write("editor.sh", "printf 'in time' > \"$1\"; echo EDITING; read line; exit 0\n");
  auto args = round(home);
  args.insert(args.end(), {"--minutes", "0.05"});
  Pty terminal{home, args, with({{"VISUAL", "sh editor.sh"}, {"VIVA_NOW", ""}})};
  terminal.wait_for_screen("Enter begin");
  press(terminal, key::enter + "\x05", "EDITING");
  terminal.wait_for("\a");
  press(terminal, "\r", "Time. The round is over; your answer is kept.");
  press_escape(terminal, "> [ ] 1  time");
  press(terminal, "q", "Left, and saved");
  CHECK(leave(terminal) == 0);
  CHECK(home.run({"history", "export"}).out.find(R"("answer":"in time")") != std::string::npos);
}

TEST_CASE("full screen: a hostile bank commands nothing") {
  const Home home;
  Pty terminal{home, {"drill", "--bank", home.bank("hostile"), "--order", "bank"}};
  terminal.wait_for_screen("1/5");
  int number = 0;
  for (const auto* pages : {"af", "a", "af", "", ""}) {
    terminal.wait_for_screen(std::to_string(++number) + "/5");
    press(terminal, key::enter, "Hint");
    for (const char page : std::string{pages} + '?') {
      press(terminal, std::string{page}, "Enter close");
      press(terminal, key::enter, "Hint");
    }
    terminal.send("s");
  }
  CHECK(leave(terminal) == 0);
  CHECK(terminal.transcript().find("\x1b[31mred") == std::string::npos);
  for (const auto* evil : {"\u202e", "\u2066", "\u009b", "\u2028"})
    CHECK(terminal.transcript().find(evil) == std::string::npos);

  Pty browser{home, {"list", "--browse", "--bank", "hostile.json"}, {.rows = 40, .columns = 120}};
  browser.wait_for_screen("5 of 5 questions");
  browser.send(key::tab);
  for (int i = 0; i < 5; ++i) {
    press(browser, key::enter, "Enter close");
    press(browser, key::enter, "d drill");
    browser.send("j");
  }
  browser.send("q");
  CHECK(leave(browser) == 0);
  CHECK(browser.transcript().find("\x1b[31mred") == std::string::npos);
}

TEST_CASE("full screen: after a click the clock runs on, and a request to terminate is heard") {
  const Home home;
  Pty terminal{home, round(home), with({{"VIVA_NOW", ""}})};
  terminal.wait_for_screen("Enter begin");
  press(terminal, key::enter, "2:29 of 2:30");
  for (const auto* button : {"0", "1", "2", "32", "35"}) {  // three buttons, and movements
    terminal.send(std::string{"\x1b[<"} + button + ";5;5M");
    terminal.settle(20ms);
    terminal.send(std::string{"\x1b[<"} + button + ";5;5m");
    terminal.settle(20ms);
  }
  terminal.wait_for_screen("2:27 of 2:30");
  terminal.signal(SIGTERM);
  CHECK(leave(terminal) == 130);
}

TEST_CASE("full screen: the backward tab of the Linux console is no paste") {
  const Home home;
  Pty terminal{home, drill(home), with({{"TERM", "linux"}})};
  terminal.wait_for_screen("1/3");
  terminal.send("\x1b[Z");
  press(terminal, key::enter, "Tick the points");
}

TEST_CASE("full screen: an editor without a folder for its file is told, and nothing is lost") {
  const Home home;
  Pty terminal{home, drill(home), with({{"TMPDIR", "/nowhere"}, {"VISUAL", "printf ' more' >>"}})};
  terminal.wait_for_screen("1/3");
  press(terminal, "tbefore\x05", " more");  // in /tmp, then
  press(terminal, key::tab + "q", "before");
  CHECK(leave(terminal) == 0);
}
