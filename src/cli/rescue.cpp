#include "cli/rescue.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "cli/files.hpp"
#include "viva/base/error.hpp"

namespace viva {
namespace {

std::string what_is_missing(const SaveQueue& queue) {
  return queue.answers() == 0 ? "The round is not in the history."
                              : fmt::format("Answers that are not in the history: {}.", queue.answers());
}

}  // namespace

void rescue(const Shell& shell, const SaveQueue& queue) {
  const auto& terminal = shell.terminal();
  const auto at = std::chrono::floor<std::chrono::seconds>(shell.now().at);
  const auto name = fmt::format("viva-unsaved-{}.jsonl", at.time_since_epoch().count());
  for (const auto& folder : {std::filesystem::path{"."}, temporary_folder()}) try {
      const auto file = folder == "." ? std::filesystem::path{name} : folder / name;
      write_file(file, queue.lines(), Existing::keep);
      terminal.complain(fmt::format("{} All is in {}.\nOnce the history can be written again: {}",
                                    what_is_missing(queue), file.string(),
                                    shell.command("viva history import " + file.string())));
      return;
    } catch (const Error&) {
    }
  terminal.complain(
      fmt::format("{} No file could be written either.\n"
                  "Keep these lines in a file, and import it later with viva history import:\n{}",
                  what_is_missing(queue), queue.lines()));
}

}  // namespace viva
