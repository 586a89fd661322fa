// A round: a timed mock interview. First every question against the clock, without hints, each with a
// follow-up and a prediction; then scoring, point by point; then the scorecard. A value like the drill: it
// takes events and gives views, and knows no file, clock or terminal. Its state is plain data, saved at every
// Save effect, so that a round goes on where it stood after anything that can happen to a terminal.
//
// Deadlines are absolute, so a missed tick of the clock is harmless. An event that is not allowed changes
// nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/base/random.hpp"
#include "viva/memory/review.hpp"
#include "viva/session/draw.hpp"

namespace viva {

enum class RoundPhase { ready, answering, follow_up, predicting, scoring, finished };

// not_reached: the clock ran out before it was shown. gone: it is no longer in the bank.
enum class Reach { waiting, reached, not_reached, gone };

// One question of a round, with what is needed to read its scorecard without the bank.
struct RoundQuestion {
  std::string bank, item;   // ids
  std::string tier, topic;  // ids
  std::string tier_name, topic_name, prompt;
  int budget = 0;      // seconds: the item's minutes, scaled to the round
  int follow_up = -1;  // which of the item's follow-ups is asked; -1: none
  Reach reach = Reach::waiting;
  int used = 0;                        // seconds, of the answer alone
  std::string answer;                  // as typed so far
  std::string reply;                   // to the follow-up, as typed so far
  std::optional<int> predicted, mark;  // 1 to 4
  std::vector<int> ticked;             // points made, from 1, ascending
  int points = 0;                      // how many the item has
  std::string review;                  // id of the review, once scored

  friend bool operator==(const RoundQuestion&, const RoundQuestion&) = default;
};

struct RoundState {
  std::string id, preset, name;
  std::uint64_t seed = 0;
  int seconds = 0;       // the clock
  bool relaxed = false;  // may be paused
  RoundPhase phase = RoundPhase::ready;
  std::size_t current = 0;   // the question asked or scored; within `questions`, unless there are none
  bool ticks_given = false;  // of the question scored; none ticked is given too
  bool paused = false, abandoned = false;
  Day day{};  // study day it was begun
  Instant begun{}, deadline{};
  Instant shown{};     // when the question in view was
  Instant seen{};      // time of the last event
  Instant saved{};     // time of the last Save
  int revision = 0;    // how often it was saved: of two copies the later has more
  unsigned noted = 0;  // bits of the notes given: of the clock of the question in view and of the round
  std::vector<RoundQuestion> questions;

  friend bool operator==(const RoundState&, const RoundState&) = default;
};

bool is_asking(RoundPhase phase);  // answering, follow_up or predicting

// On the clock when it was last saved; of a round that asks.
std::chrono::seconds time_left(const RoundState& round);

// Seconds spent on the question in view up to the last event or the round's end; of a round that is
// answering.
int time_used(const RoundState& round);

// How often each item of the bank was asked in `rounds`, in its order.
std::vector<int> times_asked(const Bank& bank, const std::vector<RoundState>& rounds);

// The last round before `round` that has the same preset and was scored to the end; null where there is none.
const RoundState* round_before(const std::vector<RoundState>& rounds, const RoundState& round);

// Ends a round for good, as of its last event; needs no bank. What was answered is kept.
void close_round(RoundState& round);

// A new round, not begun. `ids` makes its id and chooses the follow-ups.
RoundState new_round(const Bank& bank, const Draw& draw, std::uint64_t seed, bool relaxed, bool follow_ups,
                     Random& ids, Now now);

class Round {
 public:
  enum class Action { begin, type, submit, next, predict, pause, resume, tick, mark, undo, leave, abandon };

  struct Begin {};
  struct Type {
    std::string text;  // the answer, or the reply to the follow-up; all of it so far
  };
  struct Submit {
    std::string answer;
  };
  struct Next {
    std::string reply;  // to the follow-up, or empty
  };
  struct Predict {
    int mark;
  };
  struct Pause {};
  struct Resume {};
  struct Tick {
    std::vector<int> points;  // from 1; replaces earlier ticks
  };
  struct Mark {
    int mark;
  };
  struct Undo {};     // of ticks, else of the last mark
  struct Leave {};    // to be resumed later; one that has not begun is just forgotten
  struct Abandon {};  // for good; what was scored counts
  struct Clock {};    // time has passed
  using Event = std::variant<Begin, Type, Submit, Next, Predict, Pause, Resume, Tick, Mark, Undo, Leave,
                             Abandon, Clock>;

  struct Append {
    Review review;
  };
  struct Retract {
    std::string review;
    Instant at;
  };
  struct Save {};  // the state must be on disk before the next event
  // half, minute_left, over: of the question's budget. round_minute_left, round_over: of the round's clock.
  // Half time is told of 20 seconds and more, a minute left of 3 minutes and more, and of a round above 2.
  enum class Note { half, minute_left, over, round_minute_left, round_over };
  using Effect = std::variant<Append, Retract, Save, Note>;

  struct View {
    RoundPhase phase = RoundPhase::ready;
    std::size_t number = 0, total = 0;  // "3/8"; while scoring, among those reached
    std::optional<std::size_t> item;    // index into Bank::items
    RoundQuestion question;             // the one asked or scored
    bool paused = false;
    std::string follow_up;            // what the interviewer probes with
    std::optional<int> proposed;      // mark, once ticks are given
    std::optional<Instant> deadline;  // of the round; while the clock runs
    std::optional<Instant> question_deadline;
    std::optional<Instant> wake;  // when the clock next has something to say or save
    std::vector<Action> allowed;

    bool allows(Action action) const;
  };

  // Goes on with `state` as of now: the time since its last event does not count. `bank` outlives the round.
  // Questions that the bank no longer has are passed over, and those to be scored have the points it has now;
  // the first step saves such changes.
  Round(const Bank& bank, RoundState state, Random ids, Now now);

  std::vector<Effect> step(const Event& event, Now now);
  View view() const;
  const RoundState& state() const { return state_; }

 private:
  using Effects = std::vector<Effect>;

  bool allowed(Action action) const;
  bool allowed(const Event& event) const;
  bool asks(std::size_t index) const { return index < state_.questions.size(); }
  RoundQuestion& question() { return state_.questions[state_.current]; }
  const RoundQuestion& question() const { return state_.questions[state_.current]; }
  std::optional<std::size_t> last_marked() const;
  std::string follow_up() const;

  bool clock_runs() const;
  void catch_up(Instant now);
  void shift_clock(Instant now);
  Effects pass_time(Now now);
  std::optional<Note> note_question(Instant now);
  Instant next_wake() const;

  void keep_input(const Event& event);
  void ask_from(std::size_t next, Now now);
  void start_scoring();
  void score_from(std::size_t next);
  void take_points();
  Review review(Now now) const;
  bool same_but_for_time(const RoundState& other) const;
  void save(const Event& event, const RoundState& before, Now now, Effects& effects);

  void handle(const Begin& event, Now now, Effects& effects);
  void handle(const Type& event, Now now, Effects& effects);
  void handle(const Submit& event, Now now, Effects& effects);
  void handle(const Next& event, Now now, Effects& effects);
  void handle(const Predict& event, Now now, Effects& effects);
  void handle(const Pause& event, Now now, Effects& effects);
  void handle(const Resume& event, Now now, Effects& effects);
  void handle(const Tick& event, Now now, Effects& effects);
  void handle(const Mark& event, Now now, Effects& effects);
  void handle(const Undo& event, Now now, Effects& effects);
  void handle(const Leave& event, Now now, Effects& effects);
  void handle(const Abandon& event, Now now, Effects& effects);
  void handle(const Clock& event, Now now, Effects& effects);

  const Bank* bank_;
  RoundState state_;
  Random ids_;
  std::vector<std::optional<std::size_t>> items_;  // of each question, in the bank
  bool unsaved_ = false;                           // is anything but time not on disk yet?
};

// 4 Strong hire from 90 % of the points, 3 Hire from 70 %, 2 Lean no from 40 %, else 1 No.
int propose_mark(int ticked, int points);

std::string_view mark_name(int mark);

// How a mark counts as a rating: Again, Hard, Good, Good.
Rating rating_of_mark(int mark);

}  // namespace viva
