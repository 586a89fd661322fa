#include "cli/completion.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>

#include "cli/sheet_format.hpp"
#include "render/sheet/sheet.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

struct Candidate {
  std::string word, meaning;
};
using Candidates = std::vector<Candidate>;

const CLI::Option* find_option(const CLI::App* command, const std::string& word) {
  for (; command; command = command->get_parent())
    for (const auto* option : command->get_options())
      if (option->check_name(word)) return option;
  return nullptr;
}

const CLI::App* find_command(const CLI::App& command, const std::string& word) {
  for (const auto* sub : command.get_subcommands({}))
    if (sub->get_name() == word) return sub;
  return nullptr;
}

bool takes_value(const CLI::Option* option) { return option && option->get_expected_max() > 0; }

// Where the line stands: the innermost command, and the option whose value is being typed.
struct Place {
  const CLI::App* command;
  const CLI::Option* option = nullptr;
};

Place find_place(const CLI::App& app, const std::vector<std::string>& words) {
  Place place{&app};
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] == "=") continue;  // bash splits --tier=x into three
    if (takes_value(place.option)) {
      place.option = nullptr;
    } else if (words[i].starts_with("-")) {
      place.option = find_option(place.command, words[i]);
    } else if (const auto* sub = find_command(*place.command, words[i])) {
      place.command = sub;
    }
  }
  if (!takes_value(place.option)) place.option = nullptr;
  return place;
}

template <typename Named>
Candidates named(const std::vector<Named>& all) {
  Candidates candidates;
  for (const auto& one : all) candidates.push_back({one.id, one.name});
  return candidates;
}

Candidates ids(const Bank& bank) {
  Candidates candidates;
  for (const auto& item : bank.items) candidates.push_back({item.id, clip(item.prompt, 60)});
  return candidates;
}

Candidates words(const std::vector<std::string>& all) {
  Candidates candidates;
  for (const auto& word : all) candidates.push_back({word, ""});
  return candidates;
}

Candidates values_of(const CLI::App& command, const CLI::Option& option, const Options& options) {
  const auto name = option.get_name();
  if (name == "--order") return {{"plan", ""}, {"bank", ""}, {"random", ""}, {"weakest", ""}};
  if (name == "--color") return {{"auto", ""}, {"always", ""}, {"never", ""}};
  if (name == "--kind") return words(sheet_kinds());
  if (name == "--format")
    return words(command.get_name() == "sheet" ? sheet_formats()
                                               : std::vector<std::string>{"text", "markdown", "json"});
  if (name == "--show" || name == "--hide") return words(sheet_parts());
  if (name == "--paper") return words({"a4", "letter"});
  if (name == "SHELL") return {{"bash", ""}, {"zsh", ""}, {"fish", ""}};
  if (name != "--tier" && name != "--topic" && name != "--id" && name != "ID" && name != "PRESET") return {};
  const auto bank = Shell{options}.load_bank();
  if (!bank) return {};
  if (name == "--tier") return named(bank->tiers);
  if (name == "--topic") return named(bank->topics);
  if (name == "PRESET") return named(bank->rounds);
  return ids(*bank);
}

Candidates option_names(const CLI::App* command) {
  Candidates candidates;
  for (; command; command = command->get_parent())
    for (const auto* option : command->get_options())
      for (const auto& name : option->get_lnames())
        if (std::ranges::find(candidates, "--" + name, &Candidate::word) == candidates.end())
          candidates.push_back({"--" + name, option->get_description()});
  return candidates;
}

Candidates next_words(const CLI::App& command, const Options& options) {
  Candidates candidates;
  for (const auto* sub : command.get_subcommands({}))
    candidates.push_back({sub->get_name(), sub->get_description()});
  for (const auto* option : command.get_options())
    if (option->get_positional())
      for (auto& value : values_of(command, *option, options)) candidates.push_back(std::move(value));
  return candidates;
}

void use_named_banks(Options& options, const std::vector<std::string>& words) {
  if (const char* file = std::getenv("VIVA_BANK"); file && *file) options.banks = {file};
  for (std::size_t i = 0; i + 2 < words.size(); ++i)
    if (words[i] == "--bank") options.banks = {words[i + (words[i + 1] == "=" ? 2 : 1)]};
}

}  // namespace

std::string complete(const CLI::App& app, const std::vector<std::string>& words, Options options) {
  use_named_banks(options, words);
  const auto place = find_place(app, words);
  const auto typed = words.empty() || words.back() == "=" ? std::string{} : words.back();
  const auto candidates = place.option             ? values_of(*place.command, *place.option, options)
                          : typed.starts_with("-") ? option_names(place.command)
                                                   : next_words(*place.command, options);
  std::string lines;
  for (const auto& [word, meaning] : candidates)
    if (word.starts_with(typed)) lines += printable(word) + '\t' + printable(meaning) + '\n';
  return lines;
}

}  // namespace viva
