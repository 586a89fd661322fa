// The browser of a bank's questions: what is typed filters the list, the question under the cursor is shown
// beside or below it, and what is chosen can be drilled. A value.
#pragma once

#include <cstddef>
#include <set>
#include <variant>
#include <vector>

#include "tui/answer_editor.hpp"
#include "tui/reading.hpp"
#include "tui/stage.hpp"
#include "viva/session/filter.hpp"

namespace viva {

class BrowseScreen {
 public:
  struct Leave {};
  struct DrillThese {
    std::vector<std::size_t> items;  // in the order of the list
  };
  using Request = std::variant<std::monostate, Wish, Leave, DrillThese>;

  // `filter` holds for the whole list; what is typed narrows it further. `bank` and `progress` outlive the
  // screen.
  BrowseScreen(const Bank& bank, const Progress& progress, Filter filter, Day today);

  Request take(const Stroke& stroke);
  Frame draw(Look look);

 private:
  Scene scene() const;
  bool allows(Act act) const;
  Request handle(const Press& press);
  Request handle(const Paste& paste);
  Request handle(const Pick& pick);
  Request handle(const Place& place);
  Request obey(Act act);
  Request drill() const;
  void choose();
  void move_to(std::ptrdiff_t index);
  void typed();

  Line title() const;
  void draw_filter(Stage& stage);
  void draw_list(Frame& frame, const Area& area);
  void draw_nothing(Frame& frame, const Area& area) const;
  void draw_row(Frame& frame, const Area& place, std::size_t index, int id_columns) const;
  void draw_preview(Frame& frame, const Area& area);

  const Bank* bank_;
  const Progress* progress_;
  Filter filter_;
  Day today_;
  bool filtering_ = true;
  AnswerEditor words_;
  Selection listed_;
  std::vector<std::size_t> all_;  // that the filter of the beginning lists
  std::set<std::size_t> chosen_;  // indices into Bank::items
  std::size_t cursor_ = 0;        // within the list
  std::size_t top_ = 0;
  int height_ = 1;
  Reading reading_;
  Message message_;
  bool too_small_ = false;  // to be seen: nothing is a command then
};

}  // namespace viva
