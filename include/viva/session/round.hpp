// A round: a timed mock interview. First every question against the clock, without hints, each with a
// follow-up and a prediction; then scoring, point by point; then the scorecard. A value like the drill: it
// takes events and gives views, and knows no file, clock or terminal. Its state is plain data
// (viva/session/round_state.hpp). The shell saves it at every Save effect, so that a round goes on where it
// stood after anything that can happen to a terminal.
//
// Deadlines are absolute, so a missed tick of the clock is harmless. An event that is not allowed changes
// nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "viva/session/round_state.hpp"

namespace viva {

class Round {
 public:
  enum class Action { begin, type, submit, next, predict, pause, resume, tick, mark, undo, leave, abandon };

  // Each event is allowed when its action is.
  struct Begin {
    static constexpr auto action = Action::begin;
  };
  struct Type {
    static constexpr auto action = Action::type;
    std::string text;  // the answer, or the reply to the follow-up; all of it so far
  };
  struct Submit {
    static constexpr auto action = Action::submit;
    std::string answer;
  };
  struct Next {
    static constexpr auto action = Action::next;
    std::string reply;  // to the follow-up, or empty
  };
  struct Predict {
    static constexpr auto action = Action::predict;
    int mark;
  };
  struct Pause {
    static constexpr auto action = Action::pause;
  };
  struct Resume {
    static constexpr auto action = Action::resume;
  };
  struct Tick {
    static constexpr auto action = Action::tick;
    std::vector<int> points;  // from 1; replaces earlier ticks
  };
  struct Mark {
    static constexpr auto action = Action::mark;
    int mark;
  };
  struct Undo {  // of ticks, else of the last mark
    static constexpr auto action = Action::undo;
  };
  struct Leave {  // to be resumed later; one that has not begun is forgotten
    static constexpr auto action = Action::leave;
  };
  struct Abandon {  // for good; what was scored counts
    static constexpr auto action = Action::abandon;
  };
  struct Clock {};  // time has passed; always allowed
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
  // Only budgets of 20 seconds or more have a half, only those of 3 minutes or more a last minute; a round
  // has one where its clock is above 2 minutes.
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
  // Questions that the bank no longer has are skipped, and those to be scored have the points it has now; the
  // first step saves such changes.
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

}  // namespace viva
