// A drill: answer, reveal, tick, rate; one item after another. A value: it takes events and gives views, and
// knows nothing of files, clocks and terminals. A rated answer leaves as an effect before the next question
// is in view. What was missed comes back once more before the drill ends: the points that were missed, or the
// whole of an item rated Again without any. An event that is not allowed now changes nothing.
#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/base/random.hpp"
#include "viva/memory/progress.hpp"
#include "viva/memory/review.hpp"
#include "viva/session/filter.hpp"

namespace viva {

// What a drill asks. With an order other than Order::plan it is the selection. With Order::plan:
// - Without filters and count it is what is left of today's work, and no more.
// - Else today's work comes first, then what is due, then what is new. The rest is asked only to fill a
//   count, where nothing is due or new, or where ids or weak ones are wanted.
struct DrillPlan {
  struct Counts {
    std::size_t due = 0, fresh = 0, ahead = 0;  // ahead: before their time
    std::size_t ready() const { return due + fresh; }
  };
  Selection selection;
  Counts counts;                // of the selected items
  std::optional<Day> next_due;  // with Order::plan, where nothing selected is due or new: when the first is
};

inline constexpr std::size_t usual_practice = 10;  // where today's work is done, and nothing is due or new

DrillPlan plan_drill(const Bank& bank, const Progress& progress, const Filter& filter, Day today);

class Drill {
 public:
  enum class Phase { question, points, rating, finished };

  // reveal .. type are events. answer (with pitfalls and references) and follow_ups only say what there is
  // to show now.
  enum class Action { reveal, tick, rate, skip, undo, quit, type, answer, follow_ups };

  // Each event is allowed when its action is; ticks must also be points that are asked.
  struct Reveal {
    static constexpr auto action = Action::reveal;
    std::string answer;  // as typed, or empty; spaces and empty lines at its end are dropped
  };
  struct Tick {
    static constexpr auto action = Action::tick;
    std::vector<int> points;  // places in View::asked, from 1; replaces earlier ticks
  };
  struct Rate {
    static constexpr auto action = Action::rate;
    Rating rating;
  };
  struct Skip {
    static constexpr auto action = Action::skip;
  };
  struct Undo {  // of ticks while rating, otherwise of the last rating or skip, whichever was later
    static constexpr auto action = Action::undo;
  };
  struct Quit {
    static constexpr auto action = Action::quit;
  };
  struct Type {
    static constexpr auto action = Action::type;
    std::string text;  // the answer so far; kept while another question is in view
  };
  using Event = std::variant<Reveal, Tick, Rate, Skip, Undo, Quit, Type>;

  struct Append {
    Review review;
  };
  struct Retract {
    std::string review;  // its id
    Instant at;
  };
  using Effect = std::variant<Append, Retract>;

  // The last rating given.
  struct Rated {
    std::string review;  // its id
    std::size_t item;
    Rating rating;
    std::optional<Day> returns;  // none: not again before the interview
    std::size_t once_more;       // how many points come back before this drill ends; 1 of an item without any

    friend bool operator==(const Rated&, const Rated&) = default;
  };

  struct Summary {
    std::size_t items = 0;                    // rated, each counted once
    std::map<Rating, std::size_t> ratings;    // the first one of each
    std::size_t skipped = 0, left = 0;        // left: neither rated nor skipped
    int seconds = 0;                          // spent on answers that were rated
    std::size_t points_made = 0, points = 0;  // in the first answer to each item
    struct Missed {
      std::size_t item, point;  // indexes into Bank::items and Item::points
      bool twice;               // also when it was asked once more

      friend bool operator==(const Missed&, const Missed&) = default;
    };
    std::vector<Missed> missed;  // in the first answer to each item; what was missed twice first
    std::map<std::optional<Day>, std::size_t> returns;  // how many come back when; see Rated::returns
    std::vector<std::string> unrated;                   // typed to questions that were not rated after all

    friend bool operator==(const Summary&, const Summary&) = default;
  };

  struct View {
    Phase phase = Phase::finished;
    std::size_t number = 0, total = 0;  // "2/3"; when finished: how many were rated or skipped
    std::size_t item = 0;               // index into Bank::items; not when finished
    bool repeated = false;              // it was asked before in this drill, and something was missed
    std::vector<std::size_t> asked{};   // the points to make, indexes into Item::points
    Mode mode = Mode::drill;
    std::string answer{};                         // as typed so far
    std::vector<int> ticked;                      // while rating
    std::optional<Rating> proposed;               // while rating an item with points
    std::array<std::optional<Day>, 4> returns{};  // while rating: when it comes back for each rating
    std::optional<Rated> rated;                   // until the next event that changes something
    std::optional<std::size_t> undone{};  // the item whose rating or skip was taken back; also until then
    std::vector<Action> allowed;
    std::optional<Summary> summary;  // when finished

    bool allows(Action action) const;

    friend bool operator==(const View&, const View&) = default;
  };

  // When an item comes back, with the progress after an answer to it; by default when it is due. None: not
  // again before the interview.
  using Returns = std::function<std::optional<Day>(const Progress& progress, std::size_t item)>;
  static std::optional<Day> when_due(const Progress& progress, std::size_t item) {
    return due(*progress[item]);
  }

  // Asks `items` in this order. `ids` makes the reviews' ids; for a real history it is seeded from true
  // entropy. `bank` and `model` outlive the drill.
  Drill(const Bank& bank, Progress progress, const std::vector<std::size_t>& items, Random ids, Now now,
        const MemoryModel& model = default_model(), Returns returns = when_due);

  std::vector<Effect> step(const Event& event, Now now);
  View view() const;
  Instant asked() const { return asked_; }  // when the item in view came into view
  // What the answer to the item in view has taken, each time that it was in view without its hint; ticking
  // and rating do not count. 0 when finished.
  int seconds(Instant now) const;
  const Progress& progress() const { return progress_; }

 private:
  // An item to be asked. What was typed and how long it took stay with it while another is in view.
  struct Entry {
    std::size_t item;
    std::vector<std::size_t> asked;  // indexes into Item::points
    bool repeated = false;
    Mode mode = Mode::drill;
    bool revealed = false;
    std::string answer{};
    std::string answer_once_more{};  // typed when it was asked once more, before that was taken back
    int seconds = 0;                 // in view without its hint, up to the last time it left it
  };
  struct Outcome {
    Entry entry;
    Review review;
    std::optional<ItemProgress> before;
    bool requeued;
  };
  struct Skipped {
    Entry entry;
    std::size_t after;  // how many ratings stood then
  };

  bool allowed(Action action) const;
  bool allowed(const Event& event) const;
  bool skipped_last() const;
  const Item& current() const { return bank_->items[upcoming_.front().item]; }
  const std::vector<std::size_t>& asked_points() const { return upcoming_.front().asked; }
  std::vector<std::size_t> missed_now() const;
  bool comes_again(Rating rating) const;
  void ask(Now now);
  void leave(Now now);
  void show_hint();
  Review review(Rating rating, Now now);
  void add(ItemProgress& progress, Rating rating) const;
  std::vector<Summary::Missed> missed() const;
  ItemProgress progress_of(std::size_t item) const;
  std::array<std::optional<Day>, 4> foresee() const;
  void await_rating();
  Summary summary() const;

  std::vector<Effect> reveal(const Reveal& event, Now now);
  std::vector<Effect> tick(const Tick& event);
  std::vector<Effect> rate(Rating rating, Now now);
  std::vector<Effect> skip(Now now);
  std::vector<Effect> type(const Type& event);
  std::vector<Effect> undo(Now now);
  std::vector<Effect> undo_skip(Now now);
  std::vector<Effect> undo_rating(Now now);
  std::vector<Effect> quit(Now now);

  const Bank* bank_;
  const MemoryModel* model_;
  Returns when_;
  Progress progress_;
  Random ids_;
  Phase phase_ = Phase::finished;
  std::deque<Entry> upcoming_;     // the first is in view
  std::vector<Outcome> outcomes_;  // one a rating that stands, in order
  std::vector<Skipped> skipped_;
  Instant asked_{};  // when the item in view was shown
  Day today_{};
  std::vector<int> ticked_;
  std::array<std::optional<Day>, 4> returns_{};  // while rating
  std::optional<Rated> rated_;
  std::optional<std::size_t> undone_;
};

}  // namespace viva
