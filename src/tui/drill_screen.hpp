// A drill at a full screen: what an input event asks of the drill, and what the screen shows. A value. It
// holds only what the drill does not know: the cursor, ticks that are not given yet, the answer being typed,
// a page that is read.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "tui/checklist.hpp"
#include "tui/scoring_pane.hpp"
#include "tui/screen_state.hpp"
#include "viva/session/drill.hpp"

namespace viva {

class DrillScreen {
 public:
  using Request = std::variant<std::monostate, Drill::Event, TerminalRequest>;

  // `bank` outlives the screen.
  explicit DrillScreen(const Bank& bank) : bank_(&bank) {}

  // `view`: the drill's, before the event.
  Request take(const InputEvent& event, const Drill::View& view);

  // Shows the message until the next event.
  void show_message(Message message) { state_.message = std::move(message); }

  const std::string& answer() const { return state_.editor.text(); }
  Request set_answer(std::string text);

  // `seconds`: what the answer has taken, as Drill::seconds() has it. The drill is not finished.
  Frame draw(const Drill::View& view, int seconds, Day today, ScreenFormat format);

 private:
  const Item& item(const Drill::View& view) const { return bank_->items[view.item]; }
  void follow(const Drill::View& view);
  InputMode input_mode(const Drill::View& view) const;
  bool allows(KeyAction action, const Drill::View& view) const;

  Request perform(std::monostate, const Drill::View&) { return {}; }
  Request perform(TerminalRequest request, const Drill::View&) { return request; }
  Request perform(TextChanged, const Drill::View&) { return typed(); }
  Request perform(RowClick click, const Drill::View& view);
  Request perform(KeyCommand command, const Drill::View& view);
  Request refuse(KeyAction action, const Drill::View& view);
  Request typed() const;
  Request undo(const Drill::View& view);
  Request accept(const Drill::View& view) const;
  Request ticked(const Drill::View& view) const;
  void scroll(KeyAction action, const Drill::View& view);

  Page overlay_page(const Drill::View& view, int columns) const;
  Line title(const Drill::View& view) const;
  Message message(const Drill::View& view) const;
  void draw_question(ScreenLayout& layout, const Drill::View& view);
  void draw_points(ScreenLayout& layout, const Drill::View& view, Day today);
  void draw_rating(ScreenLayout& layout, const Drill::View& view, Day today) const;

  using Turn = std::pair<std::size_t, bool>;  // the item, and whether it is asked once more

  const Bank* bank_;
  ScreenState state_;
  // Where the drill was when last looked at. What follows belongs to that question.
  std::optional<Turn> turn_;
  std::size_t number_ = 0;
  Drill::Phase phase_ = Drill::Phase::finished;
  std::map<Turn, std::vector<int>> ticks_;  // of the other questions
  Checklist points_;
  std::optional<Rating> proposed_;
  std::optional<int> chosen_;  // rating, 1 to 4
  Scroll scroll_;              // of the question
  ScoringPane scoring_;
};

}  // namespace viva
