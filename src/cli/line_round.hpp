// A round in line mode: prints views, reads lines, lets the clock speak in the middle of them, and hands
// every effect to the keeper before it goes on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/input.hpp"
#include "cli/kept_round.hpp"
#include "cli/shell.hpp"
#include "line/round_line.hpp"
#include "viva/session/round.hpp"

namespace viva {

class LineRound {
 public:
  // `past`: reviews whose typed answers can be read again; any order.
  LineRound(const Shell& shell, const Bank& bank, const std::vector<Review>& past, Round& round,
            Keeper& keeper, Input& input);

  // Until the round is scored or left. line: by choice.
  Input::Event run();

 private:
  using Notes = KeptRound::Notes;

  int columns() const { return shell_.terminal().prose(); }
  Input::Patience patience(const Round::View& view) const;
  std::string answer() const;
  std::vector<Review> earlier(const Round::View& view) const;

  void tell(const std::optional<std::string>& trouble);
  void pass_time();
  void leave();
  bool read(const std::string& line);
  void act(const Round::Event& event);
  void obey(const Round::Event& event);
  void obey(const SpokenLine& line);
  void obey(const Spoken&);
  void obey(const Aside& aside);
  void obey(const Unclear& unclear);
  void edit();

  void say(std::string_view text, Style style = Style::plain) const;
  void show(const Notes& notes) const;
  void present();
  void present_spoken(const Round::View& view);
  void present_scoring(const Round::View& view);
  void ask_scoring(const Round::View& view);

  const Shell& shell_;
  const Bank& bank_;
  const std::vector<Review>& past_;
  KeptRound round_;
  Input& input_;
  std::string typed_;                  // lines of the answer or reply in hand, each with its newline
  std::optional<std::size_t> scored_;  // the question whose scoring is on screen
  bool confirmed_ = false;             // that it is finished
};

}  // namespace viva
