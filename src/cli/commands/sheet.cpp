// Part of cli/commands.hpp: viva sheet.
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/checks.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/program.hpp"
#include "cli/sheet_format.hpp"
#include "cli/study.hpp"
#include "render/sheet/writers.hpp"
#include "viva/base/amount.hpp"
#include "viva/base/error.hpp"
#include "viva/base/text.hpp"
#include "viva/session/next_step.hpp"

namespace viva {
namespace {

struct SheetOptions {
  FilterOptions filter;
  std::optional<SheetKind> kind;
  std::optional<SheetFormat> format;
  std::string file, title;
  std::vector<SheetPart> show, hide;
  std::optional<int> paper;  // 0 A4, 1 Letter
  bool force = false, pages = false;
};

// Text has 60 lines a page; its head, notes and foot take the others.
constexpr int text_page_lines = 46;

SheetRequest request_of(const SheetOptions& options, SheetFormat format) {
  SheetRequest request;
  request.title = options.title;
  request.show = {options.show.begin(), options.show.end()};
  request.hide = {options.hide.begin(), options.hide.end()};
  // A flashcard has its answer on the back; a sheet on paper has other kinds for that.
  const bool flashcards = format == SheetFormat::anki && !options.kind;
  request.kind = options.kind.value_or(flashcards ? SheetKind::cards : SheetKind::study);
  if (flashcards) request.show.insert(SheetPart::answer);
  if (format == SheetFormat::text) request.page_lines = text_page_lines;
  return request;
}

// The same sheet as HTML, to be typed as it stands.
std::string html_command(const Shell& shell, const SheetOptions& options, const SheetRequest& request) {
  auto words =
      "viva sheet" + drill_command(options.filter.filter).substr(std::string_view{"viva drill"}.size());
  if (options.filter.filter.count) words += fmt::format(" --count {}", *options.filter.filter.count);
  if (options.filter.order)
    words += with_value("--order", std::vector<std::string>{"plan", "bank", "random", "weakest"}.at(
                                       static_cast<std::size_t>(*options.filter.order)));
  if (options.filter.seed) words += fmt::format(" --seed {}", *options.filter.seed);
  words += with_value("--kind", sheet_kinds()[static_cast<std::size_t>(request.kind)]);
  for (const auto part : options.show)
    words += with_value("--show", sheet_parts()[static_cast<std::size_t>(part)]);
  for (const auto part : options.hide)
    words += with_value("--hide", sheet_parts()[static_cast<std::size_t>(part)]);
  if (!options.title.empty()) words += with_value("--title", options.title);
  const auto file = options.file.empty() ? std::filesystem::path{"sheet.html"}
                                         : std::filesystem::path{options.file}.replace_extension(".html");
  return shell.command(words + with_value("-o", file.string()));
}

std::string to_pdf(const Shell& shell, const Sheet& sheet, const SheetOptions& options,
                   const SheetRequest& request) {
  const auto instead = fmt::format("Write HTML instead, and print it from a browser:\n  {}",
                                   html_command(shell, options, request));
  const auto program = find_program("viva-pdf");
  if (!program)
    throw Error{fmt::format("viva-pdf, which makes PDF, is neither beside viva nor on PATH.\n{}", instead)};
  const auto paper = options.paper ? (*options.paper == 0 ? "a4" : "letter") : usual_paper();
  auto run = run_program(*program, {"--paper", paper}, sheet_json(sheet));
  if (run.code == 0 && !run.out.empty()) return std::move(run.out);
  throw Error{fmt::format("{} failed{}{}\n{}", *program, run.err.empty() ? "" : ":\n", run.err, instead)};
}

std::string bytes_of(const Shell& shell, const Sheet& sheet, SheetFormat format, const SheetOptions& options,
                     const SheetRequest& request) {
  switch (format) {
    case SheetFormat::text: return sheet_text(sheet, options.pages);
    case SheetFormat::markdown: return sheet_markdown(sheet);
    case SheetFormat::html: return sheet_html(sheet);
    case SheetFormat::json: return sheet_json(sheet);
    case SheetFormat::anki: return sheet_anki(sheet);
    case SheetFormat::pdf: return to_pdf(shell, sheet, options, request);
  }
  return "";
}

// What keeps this command line from being carried out; empty: nothing.
std::string what_is_wrong(const SheetOptions& options, std::optional<SheetFormat> format) {
  if (!format) return explain_ending(options.file);
  if (options.pages && format != SheetFormat::text)
    return "--pages is for text; other formats have pages anyway";
  if (format == SheetFormat::pdf && options.file.empty() && ::isatty(STDOUT_FILENO) != 0)
    return "PDF is not for a terminal; name a file: -o sheet.pdf";
  return "";
}

std::optional<SheetFormat> chosen_format(const SheetOptions& options) {
  if (options.format) return options.format;
  return options.file.empty() ? SheetFormat::text : format_of_file(options.file);
}

void deliver(const Shell& shell, const Sheet& sheet, const std::string& bytes, SheetFormat format,
             const SheetOptions& options) {
  const auto& terminal = shell.terminal();
  if (options.file.empty()) {
    if (format != SheetFormat::text)
      terminal.write(bytes);
    else if (options.pages)  // as they are: a form feed is meant for the printer
      terminal.write(terminal.is_ascii() ? to_ascii(bytes) : bytes);
    else
      terminal.print_paged(bytes);
    return;
  }
  write_file(options.file, bytes, options.force ? Existing::replace : Existing::keep);
  terminal.print(fmt::format("{}: {}, {}", options.file, sheet.subtitle, counted(sheet.items(), "question")));
}

ExitCode sheet(const Shell& shell, const SheetOptions& options) {
  const auto format = chosen_format(options);
  if (const auto wrong = what_is_wrong(options, format); !wrong.empty()) {
    shell.terminal().complain("viva sheet: " + wrong);
    return ExitCode::usage;
  }
  const auto bank = shell.load_bank();
  if (!bank) return ExitCode::failed;
  const auto request = request_of(options, *format);
  const bool night = request.kind == SheetKind::night_before;
  const auto reviews =
      night ? History{shell.history_file(), History::Access::read}.reviews() : std::vector<Review>{};
  const auto today = shell.now().day;
  const auto study = load_study(shell, *bank);
  auto filter = options.filter.resolve(night ? Order::weakest : Order::bank);
  follow_plan(filter, *bank, study, today);
  const auto selection = select(*bank, study.progress, filter, today);
  if (shell.explain_nothing(selection, "sheet"))
    return selection.errors.empty() ? ExitCode::failed : ExitCode::usage;
  const auto made = make_sheet(*bank, selection.items, filter, request, reviews, today);
  deliver(shell, made, bytes_of(shell, made, *format, options, request), *format, options);
  return ExitCode::done;
}

}  // namespace

void add_sheet(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<SheetOptions>();
  auto* command = app.add_subcommand("sheet", "A study sheet: on paper, in a browser, in Anki");
  add_filter_options(*command, options->filter);
  command
      ->add_option("--kind", options->kind, "study, questions, answers, interviewer, cards or night-before")
      ->type_name("KIND")
      ->transform(one_of(sheet_kinds()));
  command
      ->add_option("--format", options->format,
                   "text, markdown, html, json, anki or pdf (else by FILE's ending)")
      ->type_name("FORMAT")
      ->transform(one_of(sheet_formats()));
  command->add_option("-o,--output", options->file, "Write this file (standard output)")->type_name("FILE");
  command->add_flag("--force", options->force, "Replace a file that is there");
  command->add_option("--title", options->title, "A title of your own")->type_name("TEXT");
  const auto parts = [&](const char* name, std::vector<SheetPart>& values, const char* what) {
    command->add_option(name, values, what)
        ->type_name("PART")
        ->transform(one_of(sheet_parts()))
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  };
  parts("--show", options->show,
        "Also this part: topic, minutes, hint, points, ticks, pitfalls, follow-ups, answer, references, "
        "marks or "
        "space (repeatable)");
  parts("--hide", options->hide, "Not this part (repeatable)");
  command->add_option("--paper", options->paper, "Of PDF: a4 or letter (as is usual where you are)")
      ->type_name("PAPER")
      ->transform(one_of({"a4", "letter"}));
  command->add_flag("--pages", options->pages, "Text in pages, to print with lp");
  command->footer(
      "Examples:\n  viva sheet --tier beginner -o sheet.pdf\n  viva sheet --kind cards --weak -o cards.html\n"
      "  viva sheet --kind night-before\n  viva sheet --pages | lp");
  command->final_callback(
      [&chosen, options] { chosen = [options](const Shell& shell) { return sheet(shell, *options); }; });
}

}  // namespace viva
