// The state of a round, as plain data: what is saved, and all that its scorecard takes. Round
// (viva/session/round.hpp) is the machine that changes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
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
  PointKeys asked;                     // which they are; empty: not known
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
  bool ticks_given = false;  // of the question scored; "none of them" is given too
  bool paused = false, abandoned = false;
  Day day{};  // study day it was begun
  Instant begun{}, deadline{};
  Instant shown{};     // when the question in view came into view
  Instant seen{};      // time of the last event
  Instant saved{};     // time of the last save
  int revision = 0;    // how often it was saved: of two copies the later has more
  unsigned noted = 0;  // bits of the Round::Notes given, of the question in view and of the round
  std::vector<RoundQuestion> questions;

  friend bool operator==(const RoundState&, const RoundState&) = default;
};

// A new round, not begun. `ids` makes its id; `seed` chooses the follow-ups.
RoundState new_round(const Bank& bank, const Draw& draw, std::uint64_t seed, bool relaxed, bool follow_ups,
                     Random& ids, Now now);

bool is_asking(RoundPhase phase);  // answering, follow_up or predicting

// Begun and not finished, so that it can be gone on with. One that never began is forgotten, not open.
bool is_open(const RoundState& round);

// The latest open one; null where there is none. `rounds` in order of time.
const RoundState* find_open_round(const std::vector<RoundState>& rounds);

// On the clock when it was last saved; of a round that asks.
std::chrono::seconds time_left(const RoundState& round);

// Seconds spent on the question in view up to the last event or the round's end; of a round that is
// answering.
int time_used(const RoundState& round);

// Ends a round for good, as of its last event; needs no bank. What was answered is kept.
void close_round(RoundState& round);

// How often each item of the bank was asked in `rounds`, in its order.
std::vector<int> times_asked(const Bank& bank, const std::vector<RoundState>& rounds);

// The last round before `round` that has the same preset and was scored to the end; null where there is none.
const RoundState* round_before(const std::vector<RoundState>& rounds, const RoundState& round);

// Those of `reviews` in which something was typed to the same item in a round before this one, newest first.
std::vector<Review> earlier_answers(const std::vector<Review>& reviews, const RoundState& round,
                                    const RoundQuestion& question);

}  // namespace viva
