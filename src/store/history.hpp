// History: the review log, the mock rounds and the interviews, one SQLite file. The log is the single source
// of truth; nothing derived is stored. Every write is its own durable transaction: when the call returns, it
// is on disk. Failures are viva::Error, with the file, the reason and what to do; the file is never damaged
// by them.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "viva/memory/review.hpp"
#include "viva/plan/plan.hpp"
#include "viva/session/round.hpp"

namespace viva {

// A review taken back. It stays in the log; it no longer counts.
struct Retraction {
  std::string review;  // its id
  Instant at{};

  friend bool operator==(const Retraction&, const Retraction&) = default;
};

// An interview as it was set, changed or cleared at a moment. Settings are never changed: of those of one
// interview the latest counts, of equal times the one with the higher id.
struct InterviewSetting {
  std::string id;         // 32 lower-case hexadecimal digits, random
  std::string interview;  // the same, of the interview; all of its settings have it
  Instant at{};
  std::optional<Interview> set;  // none: cleared

  friend bool operator==(const InterviewSetting&, const InterviewSetting&) = default;
};

inline constexpr std::size_t longest_title = 200;  // bytes, of an interview's

// Those that count, without cleared interviews; by day, then title, then id. `log`: in any order.
std::vector<InterviewSetting> standing_interviews(std::vector<InterviewSetting> log);

class History {
 public:
  // read: a file that is not there, or empty, is an empty history and is not made; only what a killed process
  // left half written is undone. write: it is made, with its folders, for the user alone; one that cannot be
  // written to is refused at once. ":memory:" is a history that no file keeps.
  enum class Access { read, write };

  History(const std::filesystem::path& file, Access access);
  ~History();
  History(History&&) noexcept;
  History& operator=(History&&) noexcept;

  // Reviews that count (not retracted), in order of time.
  std::vector<Review> reviews() const;
  std::vector<Answer> answers() const;  // the same, only what memory and pace are derived from; fast
  // The same with points, for statistics: no ids, modes, rounds, predictions and typed answers; fast.
  std::vector<Review> outcomes() const;
  std::optional<Review> latest() const;

  // Rounds, the unfinished too, in order of when they were begun. What they hold is sound: a Round can go on
  // with any of them.
  std::vector<RoundState> rounds() const;
  // The last `most` of them; fast.
  std::vector<RoundState> last_rounds(std::size_t most) const;
  // Of those begun and not finished the newest; fast.
  std::optional<RoundState> open_round() const;

  // The interviews that are set, also past ones, by day; and the same with what is needed to change them.
  std::vector<Interview> interviews() const;
  std::vector<InterviewSetting> interview_settings() const;

  // The whole log: retracted reviews too, in order of time, rounds() with it, and every interview's settings,
  // in order of time.
  struct Log {
    std::vector<Review> reviews{};
    std::vector<Retraction> retractions{};
    std::vector<RoundState> rounds{};
    std::vector<InterviewSetting> interviews{};

    friend bool operator==(const Log&, const Log&) = default;
  };
  Log log() const;

  struct Imported {
    std::size_t reviews = 0, retractions = 0;  // new here
    std::size_t rounds = 0;                    // new or newer here
    std::size_t interviews = 0;                // settings new here
    std::size_t known = 0;                     // were here already, rounds perhaps newer
  };
  // Union by id, in one transaction: all of it or nothing. To merge again changes nothing, so that it can be
  // tried again after any failure; logs merged in any order agree. Of two retractions of one review the
  // earlier time stays, of two states of one round the later. An Error: a review or setting whose id is there
  // with other content, one that breaks a rule or a round that does, a retraction of a review that is in
  // neither. Bytes of what was typed that are not UTF-8 are kept as U+FFFD.
  Imported merge(const Log& log);

  struct Verdict {
    std::vector<std::string> problems;                  // each a line, safe to print; empty: sound
    std::size_t reviews = 0, retracted = 0, items = 0;  // of the whole log, retracted reviews too
    std::optional<Day> first, last;                     // study days
    std::size_t rounds = 0, interviews = 0;             // interviews: cleared ones too
  };
  Verdict verify() const;

 private:
  struct Database;
  std::unique_ptr<Database> database_;
};

}  // namespace viva
