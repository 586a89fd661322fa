#include "render/opening_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "render/chart.hpp"
#include "render/keys.hpp"
#include "render/round_page.hpp"
#include "render/stats_words.hpp"
#include "render/today_words.hpp"
#include "viva/base/amount.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

// A line of the lower part: what it is about, what there is to say, and the command that goes on with it.
struct OpeningRow {
  std::string name, text, command;
  Style style = Style::plain;
};

std::string interview_words(const Opening& opening) {
  const auto& title = opening.interview->title;
  const auto day = opening.interview->day;
  const auto name = title.empty() ? "interview" : clip(title, 30);
  if (day == opening.today) return name + " today";
  if (day < opening.today) return fmt::format("{} was {}", name, describe_day(day, opening.today));
  return fmt::format("{} {}, {}", name, name_day(day, opening.today), describe_day(day, opening.today));
}

// The bank on the left and the interview on the right, or below each other.
void add_head(Page& page, const Bank& bank, const Opening& opening, int columns) {
  const auto when = opening.interview ? interview_words(opening) : "";
  const auto style = opening.has_interview_ahead() ? Style::accent : Style::dim;
  const int gap = columns - width(printable(bank.title)) - width(printable(when));
  if (!when.empty() && gap >= 3 && bank.title.find('\n') == std::string::npos) {
    page.push_back(
        {{bank.title, Style::strong}, {std::string(static_cast<std::size_t>(gap), ' ')}, {when, style}});
    return;
  }
  add_wrapped(page, {}, bank.title, columns, Style::strong);
  if (!when.empty()) add_wrapped(page, {}, when, columns, style);
}

void add_bars(Page& page, const Bank& bank, const Opening& opening, int columns) {
  const bool ahead = opening.has_interview_ahead() && opening.interview->day > opening.today;
  const bool narrow = columns < 60;
  const auto& all = opening.readiness.all;
  const std::string expected = ahead ? "Expected on the day" : "Expected today";
  std::vector<Bar> bars{{narrow ? "Expected" : expected, all.left_alone, percent(all.left_alone),
                         fmt::format("{} of {} seen", all.seen, all.items), style_of_share(all.left_alone)}};
  for (std::size_t i = 0; i < bank.tiers.size(); ++i) {
    const auto& tier = opening.readiness.tiers[i];
    if (tier.items == 0) continue;
    bars.push_back({"  " + bank.tiers[i].name, tier.left_alone, percent(tier.left_alone),
                    fmt::format("{}/{}", tier.seen, tier.items), style_of_share(tier.left_alone)});
  }
  if (narrow) bars.front().note = fmt::format("{}/{}", all.seen, all.items);
  page.push_back({});
  for (auto& line : bar_chart(bars, columns - 2)) {
    line.insert(line.begin(), {"  "});
    page.push_back(std::move(line));
  }
  add_wrapped(page, {{"  "}},
              ahead ? "An estimate of what you would recall on the day if you stopped now."
                    : "An estimate of what you would recall now.",
              columns, Style::dim);
}

std::string_view trend_beside(Trend trend) {
  switch (trend) {
    case Trend::better: return ", better than before";
    case Trend::same: return ", as before";
    case Trend::worse: return ", below the one before";
  }
  return "";
}

// The round to begin: today's plan decides, else it is the last one's preset.
std::string round_command(const Bank& bank, const Opening& opening) {
  if (opening.work.work.round_left()) return mock_command(bank, *opening.work.work.round);
  const bool known = opening.round && std::ranges::any_of(bank.rounds, [&](const auto& preset) {
                       return preset.id == opening.round->preset;
                     });
  return known ? "viva mock " + opening.round->preset : "viva mock";
}

OpeningRow round_row(const Bank& bank, const Opening& opening) {
  if (!opening.round) return {"Rounds", "none yet", round_command(bank, opening)};
  const auto& last = *opening.round;
  auto text = fmt::format("last {} of 4, {}", mean_words(last.mean), describe_day(last.day, opening.today));
  if (last.trend) text += trend_beside(*last.trend);
  return {"Rounds", text, round_command(bank, opening)};
}

std::vector<OpeningRow> rows_of(const Bank& bank, const Opening& opening) {
  std::vector<OpeningRow> rows;
  if (opening.unfinished)
    rows.push_back(
        {"Open", describe_unfinished(*opening.unfinished, opening.today), "viva mock --resume", Style::warn});
  rows.push_back({"Today", today_words(opening.work), opening.next.command});
  rows.push_back(round_row(bank, opening));
  if (const auto words = habit_words(opening.habit); !words.empty())
    rows.push_back({"Days", words.substr(0, words.size() - 1), "viva stats"});
  if (!opening.has_interview_ahead())
    rows.push_back({"Plan", opening.interview ? "for the next one" : "toward the day of an interview",
                    "viva plan --interview DATE"});
  else if (opening.interview->day > opening.today)
    rows.push_back({"Plan", "the days up to it", "viva plan"});
  return rows;
}

// Text and command beside each other where all of them fit so, else below.
void add_rows(Page& page, const std::vector<OpeningRow>& rows, int columns, std::string_view places) {
  constexpr int name = 8, gap = 3;
  int text = 0, command = 0;
  for (const auto& row : rows) {
    text = std::max(text, width(printable(row.text)));
    command = std::max(command, width(printable(row.command)) + width(printable(places)));
  }
  const bool beside = 2 + name + text + gap + command <= columns;
  page.push_back({});
  for (const auto& row : rows) {
    const Span lead{"  " + fit(row.name, name), Style::dim};
    const auto typed = fmt::format("{}{}", row.command, places);
    if (beside) {
      page.push_back({lead, {fit(row.text, text + gap), row.style}, {typed, Style::accent}});
    } else {
      add_wrapped(page, {lead}, row.text, columns, row.style);
      Page lines;
      add_command(lines, typed, columns - name);
      for (auto& line : lines) {
        line.insert(line.begin(), {std::string(static_cast<std::size_t>(name), ' ')});
        page.push_back(std::move(line));
      }
    }
  }
}

Page welcome(const Bank& bank, const Opening& opening, int columns, std::string_view places) {
  Page page;
  int minutes = 0;
  for (const auto& item : bank.items) minutes += item.minutes;
  add_head(page, bank, opening, columns);
  add_wrapped(page, {},
              fmt::format("{} in {}, about {} of answers.", counted(bank.items.size(), "question"),
                          counted(bank.tiers.size(), "tier"), counted(minutes, "minute")),
              columns);
  const bool planned = opening.has_interview_ahead() || bank.tiers.empty();
  const auto first = planned ? opening.next.command : "viva drill --tier " + bank.tiers.front().id;
  std::vector<std::array<std::string, 2>> commands{{first, "practise, one question at a time"},
                                                   {round_command(bank, opening), "a timed mock round"},
                                                   {"viva plan --interview DATE", "study toward the day"}};
  if (opening.has_interview_ahead()) {
    commands.front()[1] = "today: " + today_words(opening.work);
    commands.back() = {"viva plan", "the days up to it"};
  }
  if (bank.items.empty()) commands = {{opening.next.command, opening.next.reason}};
  for (const auto& [command, meaning] : commands) {
    page.push_back({});
    add_command(page, fmt::format("{}{}", command, places), columns);
    add_wrapped(page, {{"    "}}, meaning, columns, Style::dim);
  }
  page.push_back({});
  add_wrapped(page, {}, "viva --help shows everything else.", columns, Style::dim);
  return page;
}

}  // namespace

Page opening_page(const Bank& bank, const Opening& opening, int columns, std::string_view places) {
  if (opening.no_history || bank.items.empty()) return welcome(bank, opening, columns, places);
  Page page;
  add_head(page, bank, opening, columns);
  add_bars(page, bank, opening, columns);
  add_rows(page, rows_of(bank, opening), columns, places);
  if (opening.has_interview_ahead() && opening.interview->day == opening.today) {
    page.push_back({});
    add_wrapped(page, {{"  "}}, "Good luck. You have prepared for this.", columns, Style::good);
  }
  return page;
}

}  // namespace viva
