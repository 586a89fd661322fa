#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <memory>
#include <set>

#include "commands.hpp"
#include "drill_line.hpp"
#include "drill_page.hpp"
#include "input.hpp"
#include "item_page.hpp"
#include "keeper.hpp"
#include "plan_page.hpp"
#include "rescue.hpp"
#include "study.hpp"

namespace viva {
namespace {

// One drill in line mode: prints views, reads lines, hands effects to the keeper.
class LineDrill {
 public:
  LineDrill(const Shell& shell, const Bank& bank, Drill& drill, Keeper& keeper, Input& input)
      : shell_(shell), bank_(bank), drill_(drill), keeper_(keeper), input_(input) {}

  Input::Event run() {
    present(drill_.view());
    for (auto view = drill_.view(); view.phase != Drill::Phase::finished; view = drill_.view()) {
      std::string line;
      if (const auto event = input_.ask(typed_.empty() ? "> " : "| ", line); event != Input::Event::line) {
        drill_.step(Drill::Quit{}, shell_.now());
        return event;
      }
      std::visit([&](const auto& meaning) { obey(meaning, view); },
                 read_drill_line(line, view, points(view), typed_));
    }
    return Input::Event::line;
  }

 private:
  int columns() const { return shell_.terminal().prose(); }
  int points(const Drill::View& view) const { return static_cast<int>(bank_.items[view.item].points.size()); }

  void obey(const Drill::Event& event, const Drill::View& before) {
    typed_.clear();
    const auto now = shell_.now();
    const auto effects = drill_.step(event, now);
    const auto trouble = effects.empty() ? std::nullopt : keeper_.keep(log_of(effects));
    const auto view = drill_.view();
    if (view.rated) say_rated(*view.rated, trouble, now.day);
    if (std::holds_alternative<Drill::Undo>(event) && before.phase != Drill::Phase::rating) say_undone(view);
    if (trouble) shell_.terminal().complain(*trouble);
    present(view);
  }

  void obey(const AnswerLine& answer, const Drill::View&) {
    if (typed_.empty()) print("An empty line ends your answer.", Style::dim);
    typed_ += (typed_.empty() ? "" : "\n") + answer.text;
  }

  void obey(const Show& show, const Drill::View& view) {
    const auto& item = bank_.items[view.item];
    Page page;
    if (show.what == Drill::Action::follow_ups) {
      add_follow_ups(page, item, columns());
    } else {
      add_answer(page, item, columns());
      add_pitfalls(page, item, columns());
      add_references(page, item, columns());
    }
    if (view.proposed) page.push_back({});
    shell_.terminal().print(page);
    ask(view);
  }

  void obey(const Misread& misread, const Drill::View&) { print(misread.message, Style::warn); }

  void print(std::string_view text, Style style) const {
    Page page;
    add_wrapped(page, {}, text, columns(), style);
    shell_.terminal().print(page);
  }

  void say_rated(const Drill::Rated& rated, const std::optional<std::string>& trouble, Day today) const {
    if (trouble)
      print(fmt::format("NOT SAVED, but kept; {}. It is tried again with every answer.",
                        keeper_.waiting() == 1 ? "1 answer waits"
                                               : fmt::format("{} answers wait", keeper_.waiting())),
            Style::bad);
    else
      print(fmt::format("Saved. {}", describe_return(rated, today)), Style::good);
  }

  void say_undone(const Drill::View& view) const {
    print(fmt::format("Taken back: {}.", bank_.items[view.item].id), Style::good);
  }

  void ask(const Drill::View& view) const {
    shell_.terminal().print(keys_page(bank_.items[view.item], view, shell_.now().day, columns()));
  }

  void present(const Drill::View& view) {
    if (view.phase == Drill::Phase::finished) return;
    const bool new_item = view.phase == Drill::Phase::question || view.item != shown_;
    if (new_item) shell_.terminal().print(question_page(bank_, view, columns()));
    if (view.phase != Drill::Phase::question && (new_item || !hinted_))
      shell_.terminal().print(hint_page(bank_.items[view.item], columns()));
    shown_ = view.item;
    hinted_ = view.phase != Drill::Phase::question;
    ask(view);
  }

  const Shell& shell_;
  const Bank& bank_;
  Drill& drill_;
  Keeper& keeper_;
  Input& input_;
  std::string typed_;      // the answer being typed
  std::size_t shown_ = 0;  // the item on screen
  bool hinted_ = false;    // with its hint
};

// Where nothing is due or new: goes on only if the candidate wants to practise ahead of time.
bool accepts_practice(const Shell& shell, const DrillPlan& plan, Input& input) {
  Page page;
  add_wrapped(page, {},
              fmt::format("Nothing is due until {}. Well done.", name_day(*plan.next_due, shell.now().day)),
              shell.terminal().prose(), Style::good);
  add_wrapped(page, {},
              fmt::format("Practise the {} faded most, ahead of time?  Enter yes, q no",
                          plan.selection.items.size() == 1
                              ? "one that has"
                              : fmt::format("{} that have", plan.selection.items.size())),
              shell.terminal().prose());
  shell.terminal().print(page);
  std::string line;
  const auto event = input.ask("> ", line);
  return event == Input::Event::line && (line.empty() || line == "y" || line == "yes");
}

// Of any bank: the day's minutes are for all of them.
DayDone done_today(const std::vector<Answer>& answers, Day today) {
  std::set<std::pair<std::string, std::string>> items;
  for (const auto& answer : answers)
    if (answer.day == today) items.emplace(answer.bank, answer.item);
  return {items.size(), seconds_spent(answers, today)};
}

bool has_weak(const Progress& progress, Day today) {
  return std::ranges::any_of(progress, [&](const auto& item) { return item && is_weak(*item, today); });
}

void announce(const Shell& shell, const Bank& bank, const DrillPlan& plan, const Filter& filter,
              const std::string& today) {
  Page page;
  if (!today.empty()) add_wrapped(page, {}, today, shell.terminal().prose());
  if (plan.next_due && filter.narrows())
    add_wrapped(page, {},
                fmt::format("Nothing here is due until {}: practice ahead of time.",
                            name_day(*plan.next_due, shell.now().day)),
                shell.terminal().prose());
  auto about = describe_plan(bank, plan);
  if (filter.order == Order::random) about += fmt::format(" (--seed {} repeats this order)", filter.seed);
  add_wrapped(page, {}, about, shell.terminal().prose(), Style::dim);
  shell.terminal().print(page);
}

// After a drill while an interview is ahead: what is left of today's plan, or what else there is.
NextStep next_in_plan(const Bank& bank, const Drill& drill, TodaysPlan plan, Day today) {
  plan.request.spent += drill.view().summary.value().seconds;
  const auto left = plan_today(bank, drill.progress(), plan.request);
  if (!left.entries.empty())
    return {"viva drill", fmt::format("{} more in today's plan", left.entries.size())};
  if (left.round) return {"viva plan --day", "today's questions are done; a mock round is left"};
  if (has_weak(drill.progress(), today))
    return {"viva drill --weak", "today's plan is done; this is for more"};
  return {"viva mock", "today's plan is done; this is for more"};
}

NextStep next_after(const Bank& bank, const Drill& drill, const Filter& filter,
                    const std::optional<TodaysPlan>& plan, Day today) {
  const auto summary = drill.view().summary.value();
  if (summary.left + summary.skipped > 0)
    return {drill_command(filter),
            fmt::format("{} of this drill not answered yet", summary.left + summary.skipped)};
  // On another day than it began the plan is another.
  if (plan && plan->request.today == today) return next_in_plan(bank, drill, *plan, today);
  return next_step(bank, drill.progress(), today);
}

// Without filters, count and order of one's own a drill is today's plan.
bool is_day(const Filter& filter, const std::optional<TodaysPlan>& plan) {
  return plan && !filter.narrows() && !filter.count;
}

void say_day_is_done(const Shell& shell, const Bank& bank, const Study& study, const TodaysPlan& plan) {
  const auto today = plan.request.today;
  shell.terminal().print(day_done_page(bank, plan.request.interview, plan.day,
                                       done_today(study.answers, today), has_weak(study.progress, today),
                                       shell.terminal().prose(), shell.options().places));
}

// The drill to its end; `next_after` says what comes next.
ExitCode run(const Shell& shell, const Bank& bank, Drill& session, Input& input,
             const std::function<NextStep(const Drill&, Day)>& next_after) {
  Keeper keeper{shell.history_file()};
  if (const auto trouble = keeper.check())
    shell.terminal().complain(*trouble + "\nGoing on, but answers are NOT being saved.");
  const auto end = LineDrill{shell, bank, session, keeper, input}.run();

  const auto today = shell.now().day;
  auto next = next_after(session, today);
  next.command = shell.command(next.command);
  shell.terminal().print(
      summary_page(bank, session.view().summary.value(), next, today, shell.terminal().prose()));
  if (!keeper.idle() && keeper.check()) {
    rescue(shell, keeper);
    return ExitCode::failed;
  }
  return end == Input::Event::interrupted ? ExitCode::interrupted : ExitCode::done;
}

ExitCode drill(const Shell& shell, const FilterOptions& options) {
  const auto bank = shell.load_bank();
  if (!bank) return ExitCode::failed;
  const auto study = load_study(shell, *bank);
  const auto& progress = study.progress;
  const auto today = shell.now().day;
  auto filter = options.resolve(Order::plan);
  const auto planned = follow_plan(filter, *bank, study, today);
  const bool day = is_day(filter, planned);
  if (day && planned->day.entries.empty() && !bank->items.empty()) {
    say_day_is_done(shell, *bank, study, *planned);
    return ExitCode::done;
  }
  const auto plan = plan_drill(*bank, progress, filter, today);
  if (shell.explain_nothing(plan.selection, "drill"))
    return plan.selection.errors.empty() ? ExitCode::failed : ExitCode::usage;

  Input input{shell.terminal()};
  if (plan.next_due && !filter.narrows() && !accepts_practice(shell, plan, input)) return ExitCode::done;
  announce(
      shell, *bank, plan, filter,
      day ? describe_today(planned->request.interview, planned->day, done_today(study.answers, today)) : "");
  Drill session{*bank, progress, plan.selection.items, true_random(), shell.now()};
  return run(shell, *bank, session, input,
             [&](const Drill& drill, Day ended) { return next_after(*bank, drill, filter, planned, ended); });
}

}  // namespace

void add_drill(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<FilterOptions>();
  auto* command = app.add_subcommand("drill", "Practise, one question at a time");
  add_filter_options(*command, *options);
  command->footer(
      "Without filters: with an interview ahead, what `viva plan` has for today; else what is due, most "
      "forgotten first, then new questions up to ten.\n\n"
      "Examples:\n  viva drill\n  viva drill --tier beginner --count 3\n  viva drill --weak\n"
      "  viva drill --topic quantization --order random");
  command->final_callback(
      [&chosen, options] { chosen = [options](const Shell& shell) { return drill(shell, *options); }; });
}

}  // namespace viva
