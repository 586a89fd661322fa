// A round at a full screen: what a stroke asks of the round, and what the screen shows. A value; it holds
// only what the round does not know: the cursor, whether the ticks are all, a page that is read. Until the
// round is scored nothing here shows a hint, a point or a pitfall.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "tui/answer_editor.hpp"
#include "tui/checklist.hpp"
#include "tui/reading.hpp"
#include "tui/stage.hpp"
#include "viva/session/round.hpp"

namespace viva {

// What a round is shown with: it outlives the screen.
struct RoundSetting {
  const Bank& bank;
  const std::vector<RoundState>& rounds;  // past ones
  const std::vector<Review>& reviews;     // whose typed answers can be read again
  std::string places{};                   // ends each command, as Shell::command() does
};

class RoundScreen {
 public:
  struct Leave {};  // the scorecard was read
  using Request = std::variant<std::monostate, Round::Event, Wish, Leave>;

  explicit RoundScreen(RoundSetting setting) : setting_(std::move(setting)) {}

  // `round`: before the stroke.
  Request take(const Stroke& stroke, const Round& round);

  // To be told until the next stroke.
  void tell(Message message) { message_ = std::move(message); }

  // To be told as long as there is nothing else to tell; an empty one ends it.
  void stand(Message message) { standing_ = std::move(message); }

  // To be told for some seconds, whatever is typed.
  void note(Message message, Instant now);

  // The answer or reply in hand.
  const std::string& text() const { return editor_.text(); }
  void set_text(std::string text) { editor_.replace(std::move(text)); }

  Frame draw(const Round& round, Now now, Look look);

 private:
  const Item* item(const Round::View& view) const;
  void follow(const Round& round, const Round::View& view);
  Scene scene(const Round::View& view) const;
  bool allows(Act act, const Round::View& view) const;
  std::vector<Review> earlier(const Round& round) const;

  Request handle(const Press& press, const Round& round);
  Request handle(const Paste& paste, const Round& round);
  Request handle(const Pick& pick, const Round& round);
  Request handle(const Place& place, const Round& round);
  Request obey(Act act, std::string_view key, const Round& round);
  Request obey_common(Act act, const Round::View& view);
  Request refuse(Act act);
  Request typed() const;
  Request submit(const Round::View& view) const;
  Request accept(const Round::View& view);
  Request undo();
  Request choose(int mark, const Round::View& view) const;
  Request ticked();

  Page page(const Round& round, Day today, int columns) const;
  Line title(const Round::View& view) const;
  Message message(const Round::View& view, Instant now) const;
  void draw_body(Stage& stage, const Round& round, const Round::View& view, Now now);
  void draw_asked(Stage& stage, const Round::View& view);
  void draw_kept(Stage& stage, const Round::View& view);
  void draw_marks(Stage& stage, const Round::View& view) const;
  void draw_scoring(Stage& stage, const Round::View& view);
  Rows said_rows(const Item& item, const Round::View& view, int columns) const;
  std::pair<int, int> add_points(Rows& rows, const Item& item, int columns) const;

  RoundSetting setting_;
  // Where the round was when last looked at: what follows is of that place.
  std::optional<RoundPhase> phase_;
  std::size_t number_ = 0;
  bool writing_ = false;
  bool marking_ = false;   // the ticks are all
  bool times_up_ = false;  // the round ended while it still asked
  AnswerEditor editor_;
  std::string kept_;  // what was in hand when the time was up
  Checklist points_;
  std::optional<int> proposed_, chosen_;  // marks
  Scroll scroll_, said_;
  bool show_hint_ = false, show_cursor_ = false;  // they must be in sight
  bool show_end_ = false;                         // of what is asked
  Reading reading_;
  Size size_{};             // when last drawn
  bool too_small_ = false;  // to be seen: nothing is a command then
  Message message_, note_, standing_;
  Instant note_ends_{};
};

}  // namespace viva
