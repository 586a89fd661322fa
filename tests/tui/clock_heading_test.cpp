// The clocks in the headings of drills and rounds.
#include "tui/clock_heading.hpp"

#include "catch.hpp"
#include "session/round_session.hpp"

using namespace viva;
using namespace viva::sample;

namespace {

// The longest, and the styles of its parts.
Line clock(const Round& round, std::chrono::milliseconds since) {
  const auto lines = clock_lines(round.view(), at(since).at);
  return lines.empty() ? Line{} : lines.front();
}

std::string text(const Line& line) {
  std::string all;
  for (const auto& span : line) all += span.text;
  return all;
}

std::string clock_text(const Round& round, std::chrono::milliseconds since) {
  return text(clock(round, since));
}

}  // namespace

TEST_CASE("a round's clocks run down second by second", "[clock_heading]") {
  const auto bank = three();
  const auto round = in_phase(bank, Phase::answering);
  CHECK(clock_text(round, 0s) == "3:00 of 3:00 · round 9:00");
  CHECK(clock_text(round, 1ms) == "3:00 of 3:00 · round 9:00");
  CHECK(clock_text(round, 1s) == "2:59 of 3:00 · round 8:59");
  CHECK(clock_text(round, 180s) == "0:00 of 3:00 · round 6:00");
  CHECK(clock_text(round, 192s) == "0:12 over 3:00 · round 5:48");
  CHECK(clock_text(round, 600s) == "7:00 over 3:00 · round 0:00");
}

TEST_CASE("little time left is told in another style, and over in words", "[clock_heading]") {
  const auto bank = three();
  const auto round = in_phase(bank, Phase::answering);
  CHECK(clock(round, 60s)[0].style == Style::strong);
  CHECK(clock(round, 150s)[0].style == Style::warn);
  CHECK(clock(round, 190s)[0].style == Style::bad);
  CHECK(clock(round, 60s)[2].style == Style::strong);
  CHECK(clock(round, 490s)[2].style == Style::warn);
}

TEST_CASE("with less room there are fewer words", "[clock_heading]") {
  const auto bank = three();
  const auto round = in_phase(bank, Phase::answering);
  std::vector<std::string> texts;
  for (const auto& line : clock_lines(round.view(), at(10s).at)) texts.push_back(text(line));
  CHECK(texts == std::vector<std::string>{"2:50 of 3:00 · round 8:50", "2:50 · round 8:50", "2:50 · 8:50"});
}

TEST_CASE("between questions only the round's clock runs, and none in its other phases", "[clock_heading]") {
  const auto bank = three();
  CHECK(clock_text(in_phase(bank, Phase::follow_up), 1s) == "round 8:59");
  CHECK(clock_text(in_phase(bank, Phase::predicting), 1s) == "round 8:59");
  CHECK(clock_text(in_phase(bank, Phase::ready), 1s).empty());
  CHECK(clock_text(in_phase(bank, Phase::scoring), 1s).empty());
  CHECK(clock_text(in_phase(bank, Phase::finished), 1s).empty());
}

TEST_CASE("the clock of a drill's question: a bar of the minutes that are used, and the time",
          "[clock_heading]") {
  const auto longest = [](int seconds) { return text(clock_lines(seconds, 3).front()); };
  CHECK(longest(0) == "░░░░░░░░░░  0:00 of 3 min");
  CHECK(longest(45) == "██▌░░░░░░░  0:45 of 3 min");
  CHECK(longest(180) == "██████████  3:00 of 3 min");
  CHECK(longest(250) == "██████████  4:10 of 3 min");
  CHECK(clock_lines(180, 3)[0][2].style == Style::plain);
  CHECK(clock_lines(181, 3)[0][2].style == Style::warn);
  CHECK(text(clock_lines(45, 3)[1]) == "0:45 of 3 min");
  CHECK(text(clock_lines(45, 3)[2]) == "0:45");
  CHECK(text(clock_lines(5, 0)[0]) == "██████████  0:05 of 0 min");
}
