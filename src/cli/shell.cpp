#include "cli/shell.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <ctime>
#include <random>
#include <utility>

#include "bank/packed.hpp"
#include "cli/embedded.hpp"
#include "cli/files.hpp"
#include "viva/base/error.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

std::chrono::seconds local_offset(Instant at) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(at);
  std::tm local{};
  ::localtime_r(&seconds, &local);
  return std::chrono::seconds{local.tm_gmtoff};
}

Instant read_clock() {
  const char* pretended = std::getenv("VIVA_NOW");
  if (!pretended) return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  if (const auto at = parse_instant(pretended)) return *at;
  throw Error{fmt::format("VIVA_NOW is \"{}\"; it must look like 2026-11-22T18:30:00Z", pretended)};
}

}  // namespace

Random true_random() {
  std::random_device device;
  std::seed_seq seed{device(), device(), device(), device(), device(), device(), device(), device()};
  return Random{seed};
}

Shell::Shell(Options options) : options_(std::move(options)), terminal_(options_) {}

Now Shell::now() const {
  const auto at = read_clock();
  return {at, day_of(at)};
}

Day Shell::day_of(Instant at) const {
  return study_day(at, local_offset(at), std::chrono::hours{options_.day_begins});
}

std::optional<std::vector<BankText>> read_banks(const Shell& shell) {
  const auto& files = shell.options().banks;
  if (files.empty()) return std::vector<BankText>{{"the built-in bank", std::string{embedded::bank_json}}};
  std::vector<BankText> texts;
  for (const auto& file : files) {
    auto text = read_file(file);
    if (const auto* fault = std::get_if<Diagnostic>(&text)) {
      shell.terminal().complain(diagnostic_text(*fault, shell.terminal().width()));
      return std::nullopt;
    }
    texts.push_back({file, std::get<std::string>(std::move(text))});
  }
  return texts;
}

std::optional<Bank> Shell::load_bank() const {
  if (options_.banks.empty()) return unpack(embedded::packed_bank);
  const auto texts = read_banks(*this);
  if (!texts) return std::nullopt;
  std::vector<Bank> banks;
  bool sound = true;
  for (const auto& [name, text] : *texts) {
    auto parsed = parse_bank(text, name);
    if (!parsed.ok()) {
      terminal_.complain(diagnostic_text(parsed.diagnostics, terminal_.width()));
      sound = false;
    } else if (!parsed.diagnostics.empty()) {
      terminal_.complain(fmt::format("{}: {} to look at; `viva bank check` shows them", name,
                                     parsed.diagnostics.size() == 1 ? "one warning" : "some warnings"));
    }
    banks.push_back(std::move(parsed.bank));
  }
  if (!sound) return std::nullopt;
  if (banks.size() == 1) return std::move(banks.front());
  auto merged = merge_banks(std::move(banks));
  if (merged.ok()) return std::move(merged.bank);
  terminal_.complain(diagnostic_text(merged.diagnostics, terminal_.width()));
  return std::nullopt;
}

std::string Shell::history_file() const {
  return options_.history.empty() ? default_history_file() : options_.history;
}

std::string Shell::command(std::string_view words) const {
  return fmt::format("{}{}", words, options_.places);
}

bool Shell::explain_nothing(const Selection& selection, std::string_view command) const {
  const auto say = [&](const std::string& text) {
    for (const auto& line : wrap(text, terminal_.prose())) terminal_.complain(line);
  };
  for (const auto& error : selection.errors) say(fmt::format("viva {}: {}", command, error));
  if (!selection.why_empty.empty())
    say(fmt::format("viva {}: no question is left: {}", command, selection.why_empty));
  return !selection.errors.empty() || !selection.why_empty.empty();
}

}  // namespace viva
