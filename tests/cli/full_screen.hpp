// Viva's full screen as tests drive it: keys and clicks as the bytes that a terminal sends for them, and what
// the terminal and the history look like afterwards.
#pragma once

#include <string>
#include <string_view>

#include "cli/pty.hpp"

namespace viva::test {

namespace key {
inline const std::string enter = "\r", space = " ", tab = "\t", backspace = "\x7f", up = "\x1bOA",
                         down = "\x1bOB", right = "\x1bOC", left = "\x1bOD", end = "\x1bOF", f1 = "\x1bOP";
}

// A drill of tests/banks/small.json: three questions, with four points, three and none.
Args drill(const Home& home, const Args& more = {});

constexpr char ctrl(char letter) { return static_cast<char>(letter & 0x1F); }

// What a terminal with bracketed paste makes of a paste.
std::string paste(std::string_view text);

// Clicks on the first place where `text` stands, once it does, and waits until `shown` is on the screen.
void click(Pty& terminal, std::string_view text, std::string_view shown = {});

// Waits until the last row, the one of keys, is `text`, or ends with it.
void wait_for_keys(Pty& terminal, std::string_view text);

// Types `keys`, and waits until `text` is on the screen.
void press(Pty& terminal, std::string_view keys, std::string_view text);
// Esc alone is a key once nothing follows it for a moment: waits for `text` before more is typed.
void press_escape(Pty& terminal, std::string_view text);

// Reads the rest of what is being drawn, and compares the screen with a file of tests/golden.
void check_screen(Pty& terminal, const std::string& golden);

// Checks that the terminal is as it was before viva, and was understood all along.
void check_left(const Pty& terminal);

// Reads on to viva's end and checks that; gives the exit code.
int leave(Pty& terminal);

// All of the history but what differs from run to run: the ids, and the order that comes with them.
std::string lasting_history(const Home& home);
std::size_t count(std::string_view text, std::string_view part);

// Runs viva under a shell that can stop it and go on with it: when viva is stopped the shell says STOPPED,
// and any line typed then is its fg. At viva's end it says LEFT and the exit code.
Setup with_job_control(Setup setup = {});
Args under_job_control(const Args& args);

}  // namespace viva::test
