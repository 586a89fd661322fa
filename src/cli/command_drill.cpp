#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "commands.hpp"
#include "drill_line.hpp"
#include "drill_page.hpp"
#include "input.hpp"
#include "item_page.hpp"
#include "keeper.hpp"
#include "rescue.hpp"

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

void announce(const Shell& shell, const Bank& bank, const DrillPlan& plan, const Filter& filter) {
  Page page;
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

NextStep next_after(const Bank& bank, const Drill& drill, const Filter& filter, Day today) {
  const auto summary = drill.view().summary.value();
  if (summary.left + summary.skipped > 0)
    return {drill_command(filter),
            fmt::format("{} of this drill not answered yet", summary.left + summary.skipped)};
  return next_step(bank, drill.progress(), today);
}

ExitCode drill(const Shell& shell, const FilterOptions& options) {
  const auto bank = shell.load_bank();
  if (!bank) return ExitCode::failed;
  const auto progress = shell.load_progress(*bank);
  const auto filter = options.resolve(Order::plan);
  const auto plan = plan_drill(*bank, progress, filter, shell.now().day);
  if (shell.explain_nothing(plan.selection, "drill"))
    return plan.selection.errors.empty() ? ExitCode::failed : ExitCode::usage;

  Input input{shell.terminal()};
  if (plan.next_due && !filter.narrows() && !accepts_practice(shell, plan, input)) return ExitCode::done;
  announce(shell, *bank, plan, filter);
  Keeper keeper{shell.history_file()};
  if (const auto trouble = keeper.check())
    shell.terminal().complain(*trouble + "\nGoing on, but answers are NOT being saved.");

  Drill session{*bank, progress, plan.selection.items, true_random(), shell.now()};
  const auto end = LineDrill{shell, *bank, session, keeper, input}.run();

  const auto now = shell.now();
  auto next = next_after(*bank, session, filter, now.day);
  next.command = shell.command(next.command);
  shell.terminal().print(
      summary_page(*bank, session.view().summary.value(), next, now.day, shell.terminal().prose()));
  if (!keeper.idle() && keeper.check()) {
    rescue(shell, keeper);
    return ExitCode::failed;
  }
  return end == Input::Event::interrupted ? ExitCode::interrupted : ExitCode::done;
}

}  // namespace

void add_drill(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<FilterOptions>();
  auto* command = app.add_subcommand("drill", "Practise, one question at a time");
  add_filter_options(*command, *options);
  command->footer(
      "Without filters: what is due, most forgotten first, then new questions up to ten.\n\n"
      "Examples:\n  viva drill\n  viva drill --tier beginner --count 3\n  viva drill --weak\n"
      "  viva drill --topic quantization --order random");
  command->final_callback(
      [&chosen, options] { chosen = [options](const Shell& shell) { return drill(shell, *options); }; });
}

}  // namespace viva
