// A round in line mode, as run_line_by_line() runs it: prints views, takes lines, and lets the clock speak in
// the middle of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/input.hpp"
#include "cli/saved_round.hpp"
#include "cli/shell.hpp"
#include "line/round_line.hpp"
#include "viva/session/round.hpp"

namespace viva {

class LineRound {
 public:
  // `past`: reviews whose typed answers can be read again; any order.
  LineRound(const Shell& shell, const Bank& bank, const std::vector<Review>& past, Round& round,
            SaveQueue& queue, Input& input);

  void start();
  bool is_over() const { return left_; }  // scored and confirmed, or left
  bool is_typing() const { return !typed_.empty(); }
  Input::Patience patience() const;
  void pass_time();
  void take(const std::string& line);
  void leave();

 private:
  using Notes = SavedRound::Notes;

  int columns() const { return shell_.terminal().prose(); }
  std::string answer() const;
  std::vector<Review> earlier(const Round::View& view) const;

  void step(const Round::Event& event);
  void perform(const Round::Event& event);
  void perform(const TextLine& line);
  void perform(EndOfText);
  void perform(OpenEditor);
  void perform(ShowPage page);
  void perform(const NotUnderstood& line) { shell_.terminal().say(line.message, Style::warn); }

  void say_trouble(const std::optional<std::string>& trouble);
  void print_notes(const Notes& notes) const;
  void present();
  void present_text(const Round::View& view);
  void present_scoring(const Round::View& view);
  void ask_scoring(const Round::View& view);

  const Shell& shell_;
  const Bank& bank_;
  const std::vector<Review>& past_;
  SavedRound round_;
  Input& input_;
  std::string typed_;                  // the lines of the answer or reply so far, each with its newline
  std::optional<std::size_t> scored_;  // the question whose scoring is on the screen
  bool left_ = false;
};

}  // namespace viva
