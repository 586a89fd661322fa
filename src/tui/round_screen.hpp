// A round at a full screen: what an input event asks of the round, and what the screen shows. A value. It
// holds only what the round does not know: the cursor, whether all ticks are given, a page that is read.
// Until the round is scored nothing here shows a hint, a point or a pitfall.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "tui/checklist.hpp"
#include "tui/scoring_pane.hpp"
#include "tui/screen_state.hpp"
#include "viva/session/round.hpp"

namespace viva {

// What a round is shown with. All of it outlives the screen.
struct RoundSetting {
  const Bank& bank;
  const std::vector<RoundState>& rounds;  // past ones
  const std::vector<Review>& reviews;     // whose typed answers can be read again
  std::string places{};                   // ends each command that is shown, as Shell::command() does
};

class RoundScreen {
 public:
  struct Leave {};  // the scorecard was read
  using Request = std::variant<std::monostate, Round::Event, TerminalRequest, Leave>;

  explicit RoundScreen(RoundSetting setting) : setting_(std::move(setting)) {}

  // `round`: before the event.
  Request take(const InputEvent& event, const Round& round);

  // Shows the message until the next event.
  void show_message(Message message) { state_.message = std::move(message); }

  // Shows the message for some seconds, whatever is typed.
  void show_notice(Message message, Instant now);

  // Shows the message whenever there is no other; an empty one ends it.
  void set_status(Message message) { status_ = std::move(message); }

  // The answer or reply being typed.
  const std::string& text() const { return state_.editor.text(); }
  void set_text(std::string text) { state_.editor.replace(std::move(text)); }

  Frame draw(const Round& round, Now now, ScreenFormat format);

 private:
  const Item* item(const Round::View& view) const;
  void follow(const Round& round, const Round::View& view);
  InputMode input_mode(const Round::View& view) const;
  bool allows(KeyAction action, const Round::View& view) const;

  Request perform(std::monostate, const Round::View&) { return {}; }
  Request perform(TerminalRequest request, const Round::View&) { return request; }
  Request perform(TextChanged, const Round::View&) { return Round::Event{Round::Type{text()}}; }
  Request perform(RowClick click, const Round::View& view);
  Request perform(KeyCommand command, const Round::View& view);
  Request refuse(KeyAction action);
  Request submit(const Round::View& view) const;
  Request accept(const Round::View& view);
  Request undo();
  Request give_mark(int mark, const Round::View& view) const;
  Request ticked() const;
  Request quit(const Round::View& view) const;
  void scroll(KeyAction action);

  Page overlay_page(const Round& round, Day today, int columns) const;
  Line title(const Round::View& view) const;
  Message message(const Round::View& view, Instant now) const;
  Message advice(const Round::View& view) const;
  void draw_body(ScreenLayout& layout, const Round& round, const Round::View& view, Now now);
  void draw_asked(ScreenLayout& layout, const Round::View& view);
  void draw_times_up(ScreenLayout& layout, const Round::View& view);
  void draw_marks(ScreenLayout& layout, const Round::View& view) const;
  void draw_scoring(ScreenLayout& layout, const Round::View& view);

  RoundSetting setting_;
  ScreenState state_;
  // Where the round was when last looked at. What follows belongs to that question.
  std::optional<RoundPhase> phase_;
  std::size_t number_ = 0;
  bool marking_ = false;       // all ticks are given
  bool times_up_ = false;      // the round ended while it still asked
  std::string unsent_answer_;  // what was being typed then
  Checklist points_;
  std::optional<int> proposed_, chosen_;  // marks
  Scroll scroll_;
  ScoringPane scoring_;
  bool show_end_ = false;  // scroll to the end with the next frame
  Message notice_, status_;
  Instant notice_ends_{};
};

}  // namespace viva
