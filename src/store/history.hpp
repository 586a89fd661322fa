// The history: the review log, the mock rounds and the interviews, in one SQLite file. The log is the single
// source of truth; nothing derived is stored. Every write is a durable transaction of its own: when the call
// returns, it is on disk. Failures throw viva::Error, with the file, the reason and what to do; they never
// damage the file.
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

// An interview as it was set, changed or cleared at a moment. Settings are never changed. Of the settings of
// one interview the latest counts; of two at the same time the one with the higher id.
struct InterviewSetting {
  std::string id;         // 32 lower-case hexadecimal digits, random
  std::string interview;  // id of the interview, in the same form; all of its settings have it
  Instant at{};
  std::optional<Interview> set;  // none: cleared

  friend bool operator==(const InterviewSetting&, const InterviewSetting&) = default;
};

inline constexpr std::size_t longest_title = 200;  // bytes, of an interview's

// The settings of `log` that count, without cleared interviews; by day, then title, then id. The log may be
// in any order.
std::vector<InterviewSetting> standing_interviews(std::vector<InterviewSetting> log);

class History {
 public:
  // read: a file that is missing or empty is an empty history, and is not made. What a killed process left
  // half written is undone. write: the file is made where it is missing, with its folders, for the user
  // alone. A file that cannot be written to is refused at once. ":memory:" is a history that no file keeps.
  enum class Access { read, write };

  History(const std::filesystem::path& file, Access access);
  ~History();
  History(History&&) noexcept;
  History& operator=(History&&) noexcept;

  // Reviews that count (not retracted), in order of time.
  std::vector<Review> reviews() const;
  // The same, but only what memory and pace are derived from; fast.
  AnswerLog answers() const;
  std::optional<Review> latest() const;

  // All rounds, also unfinished ones, in order of when they were begun. They are sound: a Round can go on
  // with any of them.
  std::vector<RoundState> rounds() const;
  // The last `most` of them; fast.
  std::vector<RoundState> last_rounds(std::size_t most) const;
  // The newest that is begun and not finished; fast.
  std::optional<RoundState> open_round() const;

  // The interviews that are set, also past ones, by day; and their settings, which are needed to change them.
  std::vector<Interview> interviews() const;
  std::vector<InterviewSetting> interview_settings() const;

  // Everything: all reviews, also retracted ones, in order of time; rounds(); and all settings of interviews,
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
    std::size_t known = 0;                     // all others: here already, perhaps in a newer state
  };
  // Adds what is new, by id, in one transaction: all of it or nothing. Merging again changes nothing, so it
  // can be tried again after any failure; logs merged in any order agree. Of two retractions of one review
  // the earlier time stays, of two states of one round the later state. Which points a review was about may
  // be known on one side alone, and is then known; of two beliefs the one that sorts first stays. Typed bytes
  // that are not UTF-8 are kept as U+FFFD. Throws where a review or setting is there already with other
  // content, where a review, round or setting breaks a rule, and where a retraction is of a review that is
  // neither here nor in `log`.
  Imported merge(const Log& log);

  // Reviews of versions 1 to 3 say how many points they were about, not which. Where the bank's item has as
  // many, they are those from now on, in their order. Writes only where there is something to name.
  void name_points(const Bank& bank);

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
