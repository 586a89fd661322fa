// History: the review log, one SQLite file. The log is the single source of truth; nothing derived is
// stored. Every append and retraction is its own durable transaction: when the call returns, it is on disk.
// Failures are viva::Error, with the file, the reason and what to do; the file is never damaged by them.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "viva/review.hpp"

namespace viva {

// A review taken back. It stays in the log; it no longer counts.
struct Retraction {
  std::string review;  // its id
  Instant at{};

  friend bool operator==(const Retraction&, const Retraction&) = default;
};

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

  // Again with the same content: changes nothing, so it can be tried again after any failure. An id that is
  // there with other content is an Error, and so is a review that breaks a rule of viva/review.hpp. Bytes of
  // the typed answer that are not UTF-8 are kept as U+FFFD.
  void append(const Review& review);
  void retract(const Retraction& retraction);  // of a review that is there; again: the earliest time stays

  // Reviews that count (not retracted), in order of time.
  std::vector<Review> reviews() const;
  std::vector<Answer> answers() const;  // the same, only what memory is derived from; fast
  std::optional<Review> latest() const;

  // The whole log, retracted reviews too, in order of time.
  struct Log {
    std::vector<Review> reviews;
    std::vector<Retraction> retractions;

    friend bool operator==(const Log&, const Log&) = default;
  };
  Log log() const;

  struct Imported {
    std::size_t reviews = 0, retractions = 0;  // new here
    std::size_t known = 0;                     // were here already
  };
  // Union by id, in one transaction: all of it or nothing. A review with a known id and other content is
  // an Error, and so is a retraction of a review that is in neither. Of two retractions of one review the
  // earlier time stays, so that logs merged in any order agree.
  Imported merge(const Log& log);

  struct Verdict {
    std::vector<std::string> problems;                  // each a line, safe to print; empty: sound
    std::size_t reviews = 0, retracted = 0, items = 0;  // of the whole log, retracted reviews too
    std::optional<Day> first, last;                     // study days
  };
  Verdict verify() const;

 private:
  struct Database;
  std::unique_ptr<Database> database_;
};

}  // namespace viva
