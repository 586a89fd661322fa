// Part of cli/commands.hpp: viva sheet.
#include <fmt/format.h>
#include <unistd.h>

#include <memory>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/program.hpp"
#include "cli/sheet_format.hpp"
#include "cli/shell.hpp"
#include "cli/study.hpp"
#include "render/sheet/writers.hpp"
#include "viva/base/amount.hpp"
#include "viva/base/error.hpp"
#include "viva/base/text.hpp"
#include "viva/session/drill_command.hpp"

namespace viva {
namespace {

struct SheetOptions {
  FilterOptions filter;
  std::optional<SheetKind> kind;
  std::optional<SheetFormat> format;
  std::string file, title;
  std::vector<SheetPart> show, hide;
  std::optional<Paper> paper;
  bool force = false, pages = false;
};

// Of the 60 lines of a page of text; its head, notes and foot take the others.
constexpr int text_page_lines = 46, text_page_columns = 66;

SheetRequest request_of(const SheetOptions& options, SheetFormat format) {
  SheetRequest request;
  request.title = options.title;
  request.show = {options.show.begin(), options.show.end()};
  request.hide = {options.hide.begin(), options.hide.end()};
  // A flashcard has its answer on the back. Sheets on paper have the kind `answers` for that.
  const bool flashcards = format == SheetFormat::anki && !options.kind;
  request.kind = options.kind.value_or(flashcards ? SheetKind::cards : SheetKind::study);
  if (flashcards) request.show.insert(SheetPart::answer);
  if (format == SheetFormat::text) {
    request.page_lines = text_page_lines;
    request.page_columns = text_page_columns;
  }
  return request;
}

// The command that makes the same sheet as HTML.
std::string html_command(const Shell& shell, const SheetOptions& options, const SheetRequest& request) {
  const auto& [filter, order, seed] = options.filter;
  auto words = "viva sheet" + filter_arguments(filter);
  if (filter.count) words += fmt::format(" --count {}", *filter.count);
  if (order) words += with_value("--order", order_names[*order]);
  if (seed) words += fmt::format(" --seed {}", *seed);
  words += with_value("--kind", sheet_kind_names[request.kind]);
  for (const auto part : options.show) words += with_value("--show", sheet_part_names[part]);
  for (const auto part : options.hide) words += with_value("--hide", sheet_part_names[part]);
  if (!options.title.empty()) words += with_value("--title", options.title);
  const auto file = options.file.empty() ? std::filesystem::path{"sheet.html"}
                                         : std::filesystem::path{options.file}.replace_extension(".html");
  return shell.command(words + with_value("-o", file.string()));
}

// What viva-pdf itself says of a PDF that it made. Its libraries say more, which nobody can do anything
// about.
void pass_on(const Shell& shell, std::string_view said) {
  for (const auto line : split_lines(said))
    if (line.starts_with("viva-pdf: ")) shell.terminal().complain(line);
}

std::string to_pdf(const Shell& shell, const Sheet& sheet, const SheetOptions& options,
                   const SheetRequest& request) {
  const auto instead = fmt::format("Write HTML instead, and print it from a browser:\n  {}",
                                   html_command(shell, options, request));
  const auto program = find_program("viva-pdf");
  if (!program)
    throw Error{fmt::format("viva-pdf, which makes PDF, is neither beside viva nor on PATH.\n{}", instead)};
  const std::string paper{paper_names[options.paper ? *options.paper : usual_paper()]};
  auto run = run_program(*program, {"--paper", paper}, sheet_json(sheet));
  if (run.code == 0 && !run.out.empty()) {
    pass_on(shell, run.err);
    return std::move(run.out);
  }
  throw Error{fmt::format("{} failed{}{}\n{}", *program, run.err.empty() ? "" : ":\n", run.err, instead)};
}

std::string bytes_of(const Shell& shell, const Sheet& sheet, SheetFormat format, const SheetOptions& options,
                     const SheetRequest& request) {
  if (options.pages) return sheet_text(sheet, true);
  const auto write = writer_of(format);
  return write ? write(sheet) : to_pdf(shell, sheet, options, request);
}

// Why the options make no sense together; empty: they do.
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
    const bool is_text = format == SheetFormat::text;
    const auto shown = is_text && terminal.is_ascii() ? to_ascii(bytes) : bytes;
    if (is_text && !options.pages)
      terminal.write_paged(shown);
    else  // a form feed is meant for the printer
      terminal.write(shown);
    return;
  }
  write_file(options.file, bytes, options.force ? Existing::replace : Existing::keep);
  terminal.print(fmt::format("{}: {}, {}", options.file, sheet.subtitle, counted(sheet.items(), "question")));
}

// The night before is nothing without a history, so it fails where that cannot be read.
Study study_for(const Shell& shell, const Bank& bank, bool night) {
  if (!night) return load_study(shell, bank);
  const History history{shell.history_file(), History::Access::read};
  return make_study(shell, bank, history.answers(), history.interview_settings());
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
  const auto today = shell.now().day;
  const auto study = study_for(shell, *bank, night);
  auto filter = options.filter.resolve(night ? Order::weakest : Order::bank);
  if (filter.order == Order::plan) follow_plan(filter, todays_work(shell, *bank, study));
  const auto selection = select(*bank, study.standing.now, filter, today);
  if (shell.explain_nothing(selection, "sheet"))
    return selection.errors.empty() ? ExitCode::failed : ExitCode::usage;
  const auto made =
      make_sheet(*bank, selection.items, filter, request, {study.log, study.standing.now}, today);
  deliver(shell, made, bytes_of(shell, made, *format, options, request), *format, options);
  return ExitCode::done;
}

std::vector<Option> options_of(SheetOptions& options) {
  auto all = filter_options(options.filter);
  const Option show{.names = "--show",
                    .type = "PART",
                    .help = fmt::format("Also this part: {} (repeatable)", either(sheet_part_names))};
  const Option format{.names = "--format",
                      .type = "FORMAT",
                      .help = fmt::format("{} (else by FILE's ending)", either(sheet_format_names))};
  const Option output{
      .names = "-o,--output", .type = "FILE", .help = "Write this file (standard output)", .is_file = true};
  const Option paper{.names = "--paper",
                     .type = "PAPER",
                     .help = fmt::format("Of PDF: {} (as is usual where you are)", either(paper_names))};
  all.insert(all.end(),
             {one_of({.names = "--kind", .type = "KIND"}, sheet_kind_names, options.kind),
              one_of(format, sheet_format_names, options.format), text(output, options.file),
              flag({.names = "--force", .help = "Replace a file that is there"}, options.force),
              text({.names = "--title", .type = "TEXT", .help = "A title of your own"}, options.title),
              one_of(show, sheet_part_names, options.show),
              one_of({.names = "--hide", .type = "PART", .help = "Not this part (repeatable)"},
                     sheet_part_names, options.hide),
              one_of(paper, paper_names, options.paper),
              flag({.names = "--pages", .help = "Text in pages, to print with lp"}, options.pages)});
  return all;
}

}  // namespace

Command describe_sheet() {
  auto options = std::make_shared<SheetOptions>();
  Command command;
  command.options = options_of(*options);
  command.footer =
      "Examples:\n  viva sheet --tier beginner -o sheet.pdf\n  viva sheet --kind cards --weak -o cards.html\n"
      "  viva sheet --kind night-before\n  viva sheet --pages | lp";
  command.run = [options](const Shell& shell) { return sheet(shell, *options); };
  return command;
}

}  // namespace viva
