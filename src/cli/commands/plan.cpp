// Part of cli/commands.hpp: viva plan.
#include <fmt/format.h>

#include <memory>

#include "cli/commands.hpp"
#include "cli/past.hpp"
#include "cli/set_interview.hpp"
#include "cli/shell.hpp"
#include "cli/study.hpp"
#include "render/json.hpp"
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

// What the options ask for. `error`: what is wrong with one of them, or empty.
struct RequestedEdit {
  InterviewEdit edit;
  std::string error;
};

std::string fault_of_title(const std::string& title) {
  if (find_invalid_utf8(title) != std::string::npos) return "the title is not valid UTF-8";
  return title.size() > longest_title ? fmt::format("a title takes {} bytes at most", longest_title) : "";
}

RequestedEdit read_edit(const PlanOptions& options, Day today) {
  RequestedEdit read;
  if (!options.interview.empty()) {
    auto when = parse_when(options.interview, today);
    if (!when.day) read.error = "--interview: " + when.error;
    read.edit.day = when.day;
  }
  if (!options.off.empty()) {
    const auto off = parse_days_off(options.off);
    if (!off.error.empty()) read.error = "--off: " + off.error;
    read.edit.off = off.days;
  }
  if (options.title) {
    read.edit.title = std::string{trimmed(*options.title)};
    if (const auto fault = fault_of_title(*options.title); !fault.empty()) read.error = "--title: " + fault;
  }
  read.edit.minutes = options.minutes;
  return read;
}

std::string conflict(const PlanOptions& options, const InterviewEdit& edit) {
  if (options.clear && (options.what_if || edit.minutes || edit.off))
    return "--clear takes no more than --interview and --title, to say which one";
  if (options.what_if && edit.empty())
    return "--what-if wants something to try: --interview, --minutes, --off or --title";
  return {};
}

void complain(const Shell& shell, std::string_view text) {
  for (const auto& line : wrap(fmt::format("viva plan: {}", text), shell.terminal().prose()))
    shell.terminal().complain(line);
}

// The interviews that have not passed.
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

// The plan for `interview`, which was set on the day `begun`, with `said` above it.
void show(const Shell& shell, const Bank& bank, const Study& study, const Interview& interview, Day begun,
          const PlanOptions& options, std::string_view said, Day day) {
  const auto& terminal = shell.terminal();
  const auto request = request_plan(bank, study.log.answers, interview, begun, day);
  auto plan = make_plan(bank, study.standing, request);
  const auto today = find_today(bank, study.standing, request, study.log.answers, day);
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
  auto lines = options.day ? plan_day_page(bank, today, study.standing.morning, columns, places)
                           : plan_page(bank, plan, today, columns, places);
  for (auto& line : lines) page.push_back(std::move(line));
  add_others(page, study, interview, options, day, columns);
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
  terminal.print(
      no_plan_page(interviews_of(study.interviews), today, terminal.prose(), shell.options().places));
}

void show_next(const Shell& shell, const Bank& bank, const Study& study, const PlanOptions& options,
               std::string_view said, Day today) {
  if (const auto next = interview_ahead(study, today))
    show(shell, bank, study, next->set.value(), shell.day_of(next->at), options, said, today);
  else
    show_none(shell, study, options, said, today);
}

ExitCode change(const Shell& shell, const Bank& bank, const Study& study, const PlanOptions& options,
                const InterviewEdit& edit, Now now) {
  const auto interviews = ahead(study, now.day);
  const auto change = options.clear ? clear_interview(interviews, edit) : change_interview(interviews, edit);
  if (!change.error.empty()) {
    complain(shell, change.error);
    return options.clear ? ExitCode::failed : ExitCode::usage;
  }
  auto said = describe_change(change, now.day);
  if (options.what_if) {
    show(shell, bank, study, *change.after, now.day, options, "What if, nothing is saved. " + said, now.day);
    return ExitCode::done;
  }
  auto changed = study;
  if (!change.before || change.before->set != change.after) {
    auto ids = true_random();
    History history{shell.history_file(), History::Access::write};
    history.merge({.interviews = {setting_of(change, ids, now.at)}});
    changed.interviews = history.interview_settings();
  }
  if (const auto next = interview_ahead(changed, now.day);
      next && change.after && *next->set != *change.after)
    said += fmt::format(" The next one is still {}.", describe_interview(*next->set, now.day));
  show_next(shell, bank, changed, options, said, now.day);
  return ExitCode::done;
}

ExitCode plan(const Shell& shell, const PlanOptions& options) {
  const auto now = shell.now();
  const auto [edit, error] = read_edit(options, now.day);
  const auto fault = error.empty() ? conflict(options, edit) : error;
  if (!fault.empty()) {
    complain(shell, fault);
    return ExitCode::usage;
  }
  const auto bank = shell.load_bank();
  if (!bank) return ExitCode::failed;
  const auto study = load_study(shell, *bank);
  if (options.clear || !edit.empty()) return change(shell, *bank, study, options, edit, now);
  show_next(shell, *bank, study, options, {}, now.day);
  return ExitCode::done;
}

}  // namespace

Command describe_plan() {
  auto options = std::make_shared<PlanOptions>();
  Command command;
  command.options = {
      text({.names = "--interview",
            .type = "DATE",
            .help = "When it is: 2026-12-10, \"10 Dec\", \"in 3 weeks\""},
           options->interview),
      number({.names = "--minutes", .type = "N", .help = fmt::format("Of study a day ({})", usual_minutes)},
             1, most_minutes, options->minutes),
      text({.names = "--off", .type = "DAYS", .help = "Days without study, such as sat,sun; or none"},
           options->off),
      text({.names = "--title", .type = "TEXT", .help = "What to call it; tells several interviews apart"},
           options->title),
      flag({.names = "--clear", .help = "Take the next one off, or the one of this date or title"},
           options->clear),
      flag({.names = "--what-if", .help = "Show the plan, but save nothing"}, options->what_if),
      flag({.names = "--day", .help = "Today's questions, with the reason for each"}, options->day),
      flag({.names = "--json", .help = "The plan as JSON"}, options->json)};
  command.footer =
      "Without --interview, what is given changes the next interview. What is expected is an estimate.\n\n"
      "Examples:\n  viva plan --interview \"10 Dec\" --minutes 20 --off sat,sun\n  viva plan\n"
      "  viva plan --day\n  viva plan --minutes 30 --what-if\n  viva plan --clear";
  command.run = [options](const Shell& shell) { return plan(shell, *options); };
  return command;
}

}  // namespace viva
