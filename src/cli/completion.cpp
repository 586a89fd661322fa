#include "cli/completion.hpp"

#include <algorithm>
#include <utility>

#include "cli/commands.hpp"
#include "cli/shell.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

struct Candidate {
  std::string word, meaning;
};
using Candidates = std::vector<Candidate>;

// Where the line stands: the commands named so far, from viva itself, and the option whose value is being
// typed.
struct Place {
  std::vector<const Command*> commands;
  const Option* option = nullptr;
};

const Option* find_option(const Place& place, const std::string& word) {
  for (auto command = place.commands.rbegin(); command != place.commands.rend(); ++command)
    for (const auto& option : (*command)->options)
      if (std::ranges::count(option.spellings(), word) > 0) return &option;
  return nullptr;
}

Place find_place(const Command& viva, const std::vector<std::string>& words) {
  Place place{{&viva}};
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] == "=") continue;  // bash splits --tier=x into three
    const auto& subcommands = place.commands.back()->subcommands;
    const auto sub = std::ranges::find(subcommands, words[i], &Command::name);
    if (place.option)
      place.option = nullptr;
    else if (words[i].starts_with("-"))
      place.option = find_option(place, words[i]);
    else if (sub != subcommands.end())
      place.commands.push_back(&*sub);
    if (place.option && !place.option->takes_value()) place.option = nullptr;
  }
  return place;
}

Candidates values_of(const Option& option, const Options& options) {
  Candidates candidates;
  for (const auto& word : option.words) candidates.push_back({word, ""});
  if (!option.entries) return candidates;
  if (const auto bank = Shell{options}.load_bank())
    for (auto& [id, name] : option.entries(*bank)) candidates.push_back({std::move(id), std::move(name)});
  return candidates;
}

void add_options(Candidates& candidates, const std::vector<Option>& options) {
  for (const auto& option : options)
    for (const auto& name : option.spellings())
      if (name.starts_with("--") && std::ranges::count(candidates, name, &Candidate::word) == 0)
        candidates.push_back({name, option.help});
}

Candidates option_names(const Place& place) {
  Candidates candidates;
  const bool is_viva = place.commands.size() == 1;
  if (!is_viva) candidates.push_back({"--help", "This help"});
  for (auto command = place.commands.rbegin(); command != place.commands.rend(); ++command)
    add_options(candidates, (*command)->options);
  return candidates;
}

Candidates next_words(const Command& command, const Options& options) {
  Candidates candidates;
  for (const auto& sub : command.subcommands) candidates.push_back({sub.name, sub.help});
  for (const auto& option : command.options)
    if (option.is_positional())
      for (auto& value : values_of(option, options)) candidates.push_back(std::move(value));
  return candidates;
}

void use_named_banks(Options& options, const std::vector<std::string>& words) {
  if (auto file = environment("VIVA_BANK"); !file.empty()) options.banks = {std::move(file)};
  for (std::size_t i = 0; i + 2 < words.size(); ++i)
    if (words[i] == "--bank") options.banks = {words[i + (words[i + 1] == "=" ? 2 : 1)]};
}

}  // namespace

std::string complete(const std::vector<std::string>& words) {
  Options options;
  const auto viva = describe_all(options);
  use_named_banks(options, words);
  const auto place = find_place(viva, words);
  const auto typed = words.empty() || words.back() == "=" ? std::string{} : words.back();
  const auto candidates = place.option             ? values_of(*place.option, options)
                          : typed.starts_with("-") ? option_names(place)
                                                   : next_words(*place.commands.back(), options);
  std::string lines;
  for (const auto& [word, meaning] : candidates)
    if (word.starts_with(typed)) lines += printable(word) + '\t' + printable(meaning) + '\n';
  return lines;
}

}  // namespace viva
