#include <fmt/format.h>

#include <algorithm>

#include "commands.hpp"
#include "round_page.hpp"
#include "viva/amount.hpp"
#include "viva/error.hpp"
#include "viva/next_step.hpp"
#include "viva/text.hpp"

namespace viva {
namespace {

// Commands with what they do, in two columns, or one above the other where there is no room.
void add_commands(Page& page, const std::vector<std::pair<std::string, std::string>>& commands, int columns) {
  int widest = 0;
  for (const auto& entry : commands) widest = std::max(widest, width(entry.first));
  for (const auto& [command, meaning] : commands) {
    if (widest + 24 <= columns) {
      add_wrapped(page, {{"  " + fit(command, widest) + "   ", Style::accent}}, meaning, columns, Style::dim);
    } else {
      add_wrapped(page, {{"  "}}, command, columns, Style::accent);
      add_wrapped(page, {{"    "}}, meaning, columns, Style::dim);
    }
  }
}

Page welcome(const Shell& shell, const Bank& bank) {
  const int columns = shell.terminal().prose();
  Page page;
  int minutes = 0;
  for (const auto& item : bank.items) minutes += item.minutes;
  add_wrapped(page, {}, bank.title, columns, Style::strong);
  add_wrapped(
      page, {},
      fmt::format("{} in {}, about {} of answers.", counted(bank.items.size(), "question"),
                  counted(bank.tiers.size(), "tier"), counted(static_cast<std::size_t>(minutes), "minute")),
      columns);
  page.push_back({});
  add_commands(
      page,
      {{shell.command("viva drill --tier " + bank.tiers.front().id), "practise, one question at a time"},
       {shell.command("viva mock"), "a timed mock round"},
       {shell.command("viva list"), "see all the questions"},
       {shell.command("viva show " + bank.items.front().id), "read one in full"}},
      columns);
  page.push_back({});
  add_commands(page, {{"viva --help", "everything else"}}, columns);
  return page;
}

Page standing_page(const Shell& shell, const Bank& bank, const Progress& progress, Day today) {
  const int columns = shell.terminal().prose();
  const auto seen = std::ranges::count_if(progress, [](const auto& item) { return item.has_value(); });
  const auto ready =
      std::ranges::count_if(progress, [&](const auto& item) { return item && due(*item) <= today; });
  const auto weak =
      std::ranges::count_if(progress, [&](const auto& item) { return item && is_weak(*item, today); });
  const auto next = next_step(bank, progress, today);
  Page page;
  add_wrapped(page, {}, bank.title, columns, Style::strong);
  page.push_back({});
  add_wrapped(page, {{"  Seen   "}}, fmt::format("{} of {}", seen, counted(bank.items.size(), "question")),
              columns);
  add_wrapped(page, {{"  Due    "}}, fmt::format("{} today", ready), columns);
  add_wrapped(page, {{"  Weak   "}}, fmt::format("{}", weak), columns);
  page.push_back({});
  add_commands(page, {{shell.command(next.command), next.reason}}, columns);
  return page;
}

// Where the history cannot be read, that has been told before.
std::optional<RoundState> open_round(const Shell& shell) {
  try {
    return History{shell.history_file(), History::Access::read}.open_round();
  } catch (const Error&) {
    return std::nullopt;
  }
}

void add_unfinished(Page& page, const Shell& shell, const RoundState& round) {
  page.push_back({});
  add_wrapped(page, {{"  Unfinished   "}}, describe_unfinished(round, shell.now().day),
              shell.terminal().prose(), Style::warn);
  add_commands(page, {{shell.command("viva mock --resume"), "go on with it"}}, shell.terminal().prose());
}

}  // namespace

ExitCode overview(const Shell& shell) {
  const auto bank = shell.load_bank();
  if (!bank) return ExitCode::failed;
  const auto progress = shell.load_progress(*bank);
  const bool fresh = std::ranges::none_of(progress, [](const auto& item) { return item.has_value(); });
  auto page = fresh ? welcome(shell, *bank) : standing_page(shell, *bank, progress, shell.now().day);
  if (const auto round = open_round(shell)) add_unfinished(page, shell, *round);
  shell.terminal().print(page);
  return ExitCode::done;
}

}  // namespace viva
