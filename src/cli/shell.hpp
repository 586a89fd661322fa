// The shell around the pure core: where banks, the history and the time come from.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "store/history.hpp"
#include "viva/bank/bank.hpp"
#include "viva/base/random.hpp"

namespace viva {

class Shell {
 public:
  explicit Shell(Options options);

  const Options& options() const { return options_; }
  const Terminal& terminal() const { return terminal_; }

  // The time, from VIVA_NOW where it is set, and the study day it belongs to here.
  Now now() const;

  // The study day of a moment here.
  Day day_of(Instant at) const;

  // The bank in use; nullopt where it has errors, which are printed.
  std::optional<Bank> load_bank() const;

  std::string history_file() const;

  // `words` as a command on the same questions and answers, to be typed as it stands.
  std::string command(std::string_view words) const;

  // Prints why a selection is empty or wrong; true where it is. `command`: the command that says so.
  bool explain_nothing(const Selection& selection, std::string_view command) const;

 private:
  Options options_;
  Terminal terminal_;
};

// Seeded by the system, for ids that no other machine makes.
Random true_random();

// The text of a bank, and the name to call it by.
struct BankText {
  std::string name, text;
};

// The banks in use, in order; nullopt where one cannot be read, which is printed.
std::optional<std::vector<BankText>> read_banks(const Shell& shell);

}  // namespace viva
