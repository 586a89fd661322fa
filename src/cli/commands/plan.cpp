// Part of cli/commands.hpp: viva plan.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/checks.hpp"
#include "cli/commands.hpp"
#include "cli/set_interview.hpp"
#include "cli/study.hpp"
#include "render/plan_json.hpp"
#include "render/plan_page.hpp"
#include "viva/base/text.hpp"
#include "viva/plan/request.hpp"

namespace viva {
namespace {

struct PlanOptions {
  std::string interview, off;
  std::optional<std::string> title;
  std::optional<int> minutes;
  bool clear = false, what_if = false, day = false, json = false;
};

// What the options ask for; `error` where a value means nothing.
struct ReadWish {
  InterviewWish wish;
  std::string error;
};

std::string fault_of_title(const std::string& title) {
  if (find_invalid_utf8(title) != std::string::npos) return "the title is not valid UTF-8";
  return title.size() > longest_title ? fmt::format("a title takes {} bytes at most", longest_title) : "";
}

ReadWish read_wish(const PlanOptions& options, Day today) {
  ReadWish read;
  if (!options.interview.empty()) {
    auto when = parse_when(options.interview, today);
    if (!when.day) read.error = "--interview: " + when.error;
    read.wish.day = when.day;
  }
  if (!options.off.empty()) {
    const auto off = parse_days_off(options.off);
    if (!off.error.empty()) read.error = "--off: " + off.error;
    read.wish.off = off.days;
  }
  if (options.title) {
    read.wish.title = std::string{trimmed(*options.title)};
    if (const auto fault = fault_of_title(*options.title); !fault.empty()) read.error = "--title: " + fault;
  }
  read.wish.minutes = options.minutes;
  return read;
}

std::string conflict(const PlanOptions& options, const InterviewWish& wish) {
  if (options.clear && (options.what_if || wish.minutes || wish.off))
    return "--clear takes no more than --interview and --title, to say which one";
  if (options.what_if && wish.empty())
    return "--what-if wants something to try: --interview, --minutes, --off or --title";
  return {};
}

void complain(const Shell& shell, std::string_view text) {
  for (const auto& line : wrap(fmt::format("viva plan: {}", text), shell.terminal().prose()))
    shell.terminal().complain(line);
}

// Those that have not passed.
std::vector<InterviewSetting> ahead(const Study& study, Day today) {
  auto interviews = study.interviews;
  std::erase_if(interviews, [&](const InterviewSetting& one) { return one.set.value().day < today; });
  return interviews;
}

void add_others(Page& page, const Study& study, const Interview& shown, const PlanOptions& options, Day today,
                int columns) {
  if (options.day) return;
  for (const auto& other : ahead(study, today))
    if (*other.set != shown)
      add_wrapped(page, {{"Also ahead: ", Style::dim}}, describe_interview(*other.set, today), columns,
                  Style::dim);
}

// The plan for `interview`, with `said` above it.
void show(const Shell& shell, const Bank& bank, const Study& study, const Interview& interview,
          const PlanOptions& options, std::string_view said, Day today) {
  const auto& terminal = shell.terminal();
  auto plan = make_plan(bank, study.progress, request_plan(bank, study.answers, interview, today));
  if (options.json) {
    if (options.day) plan.days.resize(1);
    terminal.write(plan_json(bank, plan, !options.what_if));
    return;
  }
  const int columns = terminal.prose();
  const auto& places = shell.options().places;
  Page page;
  if (!said.empty()) {
    add_wrapped(page, {}, said, columns, options.what_if ? Style::warn : Style::good);
    page.push_back({});
  }
  const auto& make_page = options.day ? plan_day_page : plan_page;
  for (auto& line : make_page(bank, plan, columns, places)) page.push_back(std::move(line));
  add_others(page, study, interview, options, today, columns);
  terminal.print_paged(page);
}

void show_none(const Shell& shell, const Study& study, const PlanOptions& options, std::string_view said,
               Day today) {
  const auto& terminal = shell.terminal();
  if (options.json) {
    terminal.write(no_plan_json(today));
    return;
  }
  if (!said.empty()) terminal.print(std::string{said} + "\n");
  std::vector<Interview> interviews;
  for (const auto& setting : study.interviews) interviews.push_back(setting.set.value());
  terminal.print(no_plan_page(interviews, today, terminal.prose(), shell.options().places));
}

void show_next(const Shell& shell, const Bank& bank, const Study& study, const PlanOptions& options,
               std::string_view said, Day today) {
  if (const auto next = interview_ahead(study, today))
    show(shell, bank, study, *next, options, said, today);
  else
    show_none(shell, study, options, said, today);
}

ExitCode change(const Shell& shell, const Bank& bank, const Study& study, const PlanOptions& options,
                const InterviewWish& wish, Now now) {
  const auto interviews = ahead(study, now.day);
  const auto change = options.clear ? clear_interview(interviews, wish) : change_interview(interviews, wish);
  if (!change.error.empty()) {
    complain(shell, change.error);
    return options.clear ? ExitCode::failed : ExitCode::usage;
  }
  auto said = describe_change(change, now.day);
  if (options.what_if) {
    show(shell, bank, study, *change.after, options, "What if, nothing is saved. " + said, now.day);
    return ExitCode::done;
  }
  auto changed = study;
  if (!change.before || change.before->set != change.after) {
    auto ids = true_random();
    History history{shell.history_file(), History::Access::write};
    history.merge({.interviews = {setting_of(change, ids, now.at)}});
    changed.interviews = history.interview_settings();
  }
  if (const auto next = interview_ahead(changed, now.day); next && change.after && *next != *change.after)
    said += fmt::format(" The next one is still {}.", describe_interview(*next, now.day));
  show_next(shell, bank, changed, options, said, now.day);
  return ExitCode::done;
}

ExitCode plan(const Shell& shell, const PlanOptions& options) {
  const auto now = shell.now();
  const auto [wish, error] = read_wish(options, now.day);
  const auto fault = error.empty() ? conflict(options, wish) : error;
  if (!fault.empty()) {
    complain(shell, fault);
    return ExitCode::usage;
  }
  const auto bank = shell.load_bank();
  if (!bank) return ExitCode::failed;
  const auto study = load_study(shell, *bank);
  if (options.clear || !wish.empty()) return change(shell, *bank, study, options, wish, now);
  show_next(shell, *bank, study, options, {}, now.day);
  return ExitCode::done;
}

}  // namespace

void add_plan(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<PlanOptions>();
  auto* command = app.add_subcommand("plan", "Set the interview's day, and see the days up to it");
  command->add_option("--interview", options->interview, "When it is: 2026-12-10, \"10 Dec\", \"in 3 weeks\"")
      ->type_name("DATE");
  command->add_option("--minutes", options->minutes, fmt::format("Of study a day ({})", usual_minutes))
      ->type_name("N")
      ->check(whole_number(1, most_minutes));
  command->add_option("--off", options->off, "Days without study, such as sat,sun; or none")
      ->type_name("DAYS");
  command->add_option("--title", options->title, "What to call it; tells several interviews apart")
      ->type_name("TEXT");
  command->add_flag("--clear", options->clear, "Take the next one off, or the one of this date or title");
  command->add_flag("--what-if", options->what_if, "Show the plan, but save nothing");
  command->add_flag("--day", options->day, "Today's questions, with the reason for each");
  command->add_flag("--json", options->json, "The plan as JSON");
  command->footer(
      "Without --interview, what is given changes the next interview. What is expected is an estimate.\n\n"
      "Examples:\n  viva plan --interview \"10 Dec\" --minutes 20 --off sat,sun\n  viva plan\n"
      "  viva plan --day\n  viva plan --minutes 30 --what-if\n  viva plan --clear");
  command->final_callback(
      [&chosen, options] { chosen = [options](const Shell& shell) { return plan(shell, *options); }; });
}

}  // namespace viva
