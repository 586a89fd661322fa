// A drill at a full screen: what a stroke asks of the drill, and what the screen shows. A value; it holds
// only what the drill does not know: the cursor, ticks before they are given, the answer being typed, a page
// that is read.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "tui/answer_editor.hpp"
#include "tui/checklist.hpp"
#include "tui/reading.hpp"
#include "tui/stage.hpp"
#include "viva/session/drill.hpp"

namespace viva {

class DrillScreen {
 public:
  using Request = std::variant<std::monostate, Drill::Event, Wish>;

  explicit DrillScreen(const Bank& bank) : bank_(&bank) {}

  // `view`: the drill's, before the stroke.
  Request take(const Stroke& stroke, const Drill::View& view);

  // To be told until the next stroke.
  void tell(Message message) { message_ = std::move(message); }

  const std::string& answer() const { return editor_.text(); }
  Request set_answer(std::string text);

  // `seconds`: how long the question has taken. The drill is not finished.
  Frame draw(const Drill::View& view, int seconds, Day today, Look look);

 private:
  const Item& item(const Drill::View& view) const { return bank_->items[view.item]; }
  void follow(const Drill::View& view);
  Scene scene(const Drill::View& view) const;
  bool allows(Act act, const Drill::View& view) const;
  Request handle(const Press& press, const Drill::View& view);
  Request handle(const Paste& paste, const Drill::View& view);
  Request handle(const Pick& pick, const Drill::View& view);
  Request handle(const Place& place, const Drill::View& view);
  Request obey(Act act, std::string_view key, const Drill::View& view);
  Request obey_common(Act act, const Drill::View& view);
  Request refuse(Act act, const Drill::View& view);
  Request typed() const;
  Request undo(const Drill::View& view);
  Request accept(const Drill::View& view);
  Request ticked(const Drill::View& view);

  Page page(const Drill::View& view, int columns) const;
  void draw_question(Stage& stage, const Drill::View& view);
  void draw_points(Stage& stage, const Drill::View& view, Day today);
  void draw_rating(Stage& stage, const Drill::View& view, Day today) const;
  Message message(const Drill::View& view) const;

  const Bank* bank_;
  // Where the drill was when last looked at: what follows is of that place.
  std::optional<std::pair<std::size_t, bool>> turn_;
  std::size_t number_ = 0;
  Drill::Phase phase_ = Drill::Phase::finished;
  bool writing_ = false;
  AnswerEditor editor_;
  // Of questions left, by item and whether it is asked once more.
  std::map<std::pair<std::size_t, bool>, std::vector<int>> ticks_;
  Checklist points_;
  std::optional<Rating> proposed_;
  std::optional<int> chosen_;  // rating, 1 to 4
  Scroll scroll_;
  bool show_hint_ = false, show_cursor_ = false;  // they must be in sight
  Reading reading_;
  Size size_{};             // when last drawn
  bool too_small_ = false;  // to be seen: nothing is a command then
  Message message_;
};

}  // namespace viva
