// The browser of a bank's questions. Typing filters the list, the question under the cursor is shown beside
// or below it, and chosen questions can be drilled. A value.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "tui/screen_state.hpp"
#include "viva/session/filter.hpp"
#include "viva/session/search.hpp"

namespace viva {

class BrowseScreen {
 public:
  struct Leave {};
  struct DrillThese {
    std::vector<std::size_t> items;  // in the order of the list
  };
  using Request = std::variant<std::monostate, TerminalRequest, Leave, DrillThese>;

  // `filter` holds for the whole list; typing narrows it further. `bank` and `progress` outlive the screen.
  BrowseScreen(const Bank& bank, const Progress& progress, const Filter& filter, Day today);

  Request take(const InputEvent& event);
  Frame draw(ScreenFormat format);

  // Makes a part of what searching needs, so that no key waits for all of it. Is there more to make?
  bool prepare();

 private:
  struct Narrowed {
    std::string typed;
    std::vector<std::size_t> items;  // indices into Bank::items
  };

  InputMode input_mode() const;
  bool allows(KeyAction action) const;
  Request perform(std::monostate) { return {}; }
  Request perform(TerminalRequest request) { return request; }
  Request perform(TextChanged);
  Request perform(RowClick click);
  Request perform(KeyCommand command);
  Request drill() const;
  void choose();
  void move_to(std::ptrdiff_t index);
  void narrow();
  const SearchedText& text_of(std::size_t item);
  const std::vector<std::size_t>& listed() const { return narrowed_.back().items; }

  Page question_page(int columns) const;
  Line title() const;
  Line chosen_words() const;
  void draw_body(ScreenLayout& layout);
  void draw_filter(ScreenLayout& layout);
  void draw_list(Frame& frame, const Area& area);
  void draw_nothing(Frame& frame, const Area& area) const;
  void draw_row(Frame& frame, const Area& area, std::size_t index, int id_columns) const;
  void draw_preview(Frame& frame, const Area& area) const;

  const Bank* bank_;
  const Progress* progress_;
  Day today_;
  Selection whole_;                 // before anything is typed
  ScreenState state_;               // its editor holds the words to filter by
  std::vector<Narrowed> narrowed_;  // by what was typed; each begins with what the one before it has
  std::vector<std::optional<SearchedText>> texts_;  // of each item; none: not made yet
  std::size_t prepared_ = 0;                        // so many of whole_ have their text
  std::set<std::size_t> chosen_;                    // indices into Bank::items
  std::size_t cursor_ = 0;                          // within the list
  std::size_t top_ = 0;                             // the first row in sight
  int height_ = 1;                                  // rows in sight
};

}  // namespace viva
