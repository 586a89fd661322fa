#include "store/history.hpp"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <functional>
#include <tuple>
#include <utility>

#include "store/database.hpp"
#include "store/examination.hpp"
#include "store/failure.hpp"
#include "store/interview_rows.hpp"
#include "store/point_lists.hpp"
#include "store/query.hpp"
#include "store/round_rows.hpp"
#include "store/rows.hpp"
#include "store/rules.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

using SQLite::Statement;
using SQLite::Transaction;

// Does `work`. What fails becomes an Error: a failure of `doing` something with `file`.
template <typename Work>
auto explained(std::string_view doing, const std::filesystem::path& file, const Work& work) {
  errno = 0;
  try {
    return work();
  } catch (const SQLite::Exception& failure) {
    fail(doing, file, explain_sqlite(failure.getExtendedErrorCode(), failure.what(), errno));
  } catch (const std::filesystem::filesystem_error& failure) {
    fail_with_errno(doing, file, failure.code().value());
  } catch (const Unreadable& problem) {
    fail(doing, file,
         fmt::format("{} in it is damaged: {}. See `viva history verify`.", problem.row(), problem.what()));
  } catch (const Refused& refusal) {
    fail(doing, file, refusal.what());
  }
}

// By time; equal times stay in order of arrival. The log is nearly always in order already, and to look is
// far cheaper than to have SQLite sort.
template <typename Rows>
void sort_by_time(Rows& rows) {
  const auto at = [](const auto& row) { return row.at; };
  if (!std::ranges::is_sorted(rows, {}, at)) std::ranges::stable_sort(rows, {}, at);
}

// Of a review: how many there are, since none is ever deleted. A file that viva did not write may have any.
std::size_t greatest_number(SQLite::Database& database) {
  constexpr std::int64_t most = 1'000'000;
  const std::int64_t greatest = database.execAndGet("SELECT max(number) FROM review");
  return static_cast<std::size_t>(std::clamp<std::int64_t>(greatest, 0, most));
}

// Numbers of the reviews that no longer count, ascending.
std::vector<std::int64_t> select_retracted(SQLite::Database& database) {
  Query row{database,
            "SELECT number FROM review WHERE id IN (SELECT review FROM retraction) ORDER BY number"};
  std::vector<std::int64_t> numbers;
  while (row.step()) numbers.push_back(row.number(0));
  return numbers;
}

// The reviews in order of time, each as `read` makes it of `columns` and its list of points. Leaves out the
// numbers in `without`, which ascend; SQLite would take twice as long for that.
template <typename Row>
std::vector<Row> select(SQLite::Database& database, std::string_view columns,
                        Row (*read)(const Query&, const PointLists&), const PointLists& lists,
                        const std::vector<std::int64_t>& without) {
  const auto number = without.empty() ? "" : ", number";
  Query row{database, fmt::format("SELECT {}, {}{} FROM review ORDER BY number", columns,
                                  asked_column(database), number)};
  const int last = row.columns() - 1;
  std::vector<Row> rows;
  rows.reserve(greatest_number(database));
  auto left_out = without.begin();
  while (row.step()) {
    if (left_out == without.end() || *left_out != row.number(last))
      rows.push_back(read(row, lists));
    else
      ++left_out;
  }
  sort_by_time(rows);
  return rows;
}

std::vector<Retraction> select_retractions(SQLite::Database& database) {
  Query row{database, "SELECT review, at FROM retraction ORDER BY at, review"};
  std::vector<Retraction> retractions;
  while (row.step()) retractions.push_back({std::string{row.text(0)}, read_instant(row, 1)});
  return retractions;
}

void require_sound(const Review& review) {
  const auto faults = find_faults(review);
  if (!faults.empty())
    throw Refused{
        fmt::format("review {}: {}. Nothing was written.", printable(review.id), faults[0].message)};
}

// Adds reviews, each once.
class Insertion {
 public:
  explicit Insertion(SQLite::Database& database)
      : lists_{database},
        insert_{
            database,
            fmt::format("INSERT INTO review ({}, asked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                        "ON CONFLICT (id) DO NOTHING",
                        review_columns)},
        find_{database, fmt::format("SELECT {}, asked FROM review WHERE id = ?", review_columns)},
        name_{database, "UPDATE review SET asked = ?2 WHERE id = ?1"} {}

  // Was it new? Throws Refused where it breaks a rule, or is there already with other content.
  bool add(const Review& review) {
    if (is_valid(review)) return add_valid(review);
    auto kept = review;
    kept.answer = valid_utf8(review.answer);
    for (auto& key : kept.asked) key = valid_utf8(key);
    return add_valid(kept);
  }

 private:
  static bool is_valid(const Review& review) {
    return find_invalid_utf8(review.answer) == std::string_view::npos &&
           std::ranges::all_of(review.asked, [](const auto& key) {
             return find_invalid_utf8(key) == std::string_view::npos;
           });
  }

  bool add_valid(const Review& review) {
    require_sound(review);
    const auto list = lists_.number_of(review.asked);
    insert_.reset();
    bind_review(insert_, review, list);
    if (insert_.exec() == 1) return true;
    find_.ask(review.id);
    find_.step();
    unite(read_review(find_, lists_), review, list);
    return false;
  }

  // Two copies of a review may differ only in which points they are believed to be about.
  void unite(Review known, const Review& review, std::optional<std::int64_t> list) {
    const auto believed = std::exchange(known.asked, review.asked);
    if (known != review)
      throw Refused{
          fmt::format("review {} is there already, with other content. Nothing was written.", review.id)};
    if (!list || (!believed.empty() && believed <= review.asked)) return;
    name_.reset();
    name_.bindNoCopy(1, review.id);
    name_.bind(2, *list);
    name_.exec();
  }

  PointLists lists_;
  Statement insert_;
  Query find_;
  Statement name_;
};

// Takes reviews back, each once. Of two times the earlier stays.
class Withdrawal {
 public:
  explicit Withdrawal(SQLite::Database& database)
      : find_{database, "SELECT 1 FROM review WHERE id = ?"},
        insert_{database,
                "INSERT INTO retraction (review, at) VALUES (?, ?) ON CONFLICT (review) DO NOTHING"},
        hasten_{database, "UPDATE retraction SET at = min(at, ?2) WHERE review = ?1"} {}

  // Was it new? Throws Refused where there is no such review.
  bool add(const Retraction& retraction) {
    require_sound(retraction);
    if (run(insert_, retraction) == 1) return true;
    run(hasten_, retraction);
    return false;
  }

 private:
  void require_sound(const Retraction& retraction) {
    find_.ask(retraction.review);
    const auto id = printable(retraction.review);
    if (!find_.step())
      throw Refused{fmt::format("there is no review {} to retract. Nothing was written.", id)};
    if (!is_in_calendar(retraction.at))
      throw Refused{
          fmt::format("review {} is retracted outside the years 0 to 9999. Nothing was written.", id)};
  }

  static int run(Statement& statement, const Retraction& retraction) {
    statement.reset();
    statement.bindNoCopy(1, retraction.review);
    statement.bind(2, to_number(retraction.at));
    return statement.exec();
  }

  Query find_;
  Statement insert_, hasten_;
};

// Adds each of `changes`; returns how many were new. Makes no statement where there is nothing to add.
template <typename Addition, typename Change>
std::size_t add_all(SQLite::Database& database, const std::vector<Change>& changes) {
  if (changes.empty()) return 0;
  Addition addition{database};
  std::size_t added = 0;
  for (const auto& change : changes)
    if (addition.add(change)) ++added;
  return added;
}

// The items with answers that say how many points they were about, and not which, where the item has as many.
std::vector<const Item*> find_nameable(SQLite::Database& database, const Bank& bank) {
  Query row{database, "SELECT DISTINCT bank, item, points FROM review WHERE asked IS NULL AND points > 0"};
  std::vector<const Item*> found;
  while (row.step())
    for (const auto& item : bank.items)
      if (item.id == row.text(1) && item.bank == row.text(0) &&
          std::cmp_equal(item.points.size(), row.number(2)))
        found.push_back(&item);
  return found;
}

void name_answers(SQLite::Database& database, const Bank& bank) {
  PointLists lists{database};
  Statement name{database,
                 "UPDATE review SET asked = ? WHERE asked IS NULL AND bank = ? AND item = ? AND points = ?"};
  for (const auto* item : find_nameable(database, bank)) {
    name.reset();
    name.bind(1, lists.number_of(point_keys(item->points)).value());
    name.bindNoCopy(2, item->bank);
    name.bindNoCopy(3, item->id);
    name.bind(4, static_cast<std::int64_t>(item->points.size()));
    name.exec();
  }
}

}  // namespace

std::vector<InterviewSetting> standing_interviews(std::vector<InterviewSetting> log) {
  std::ranges::sort(log, std::ranges::greater{}, [](const InterviewSetting& setting) {
    return std::tie(setting.interview, setting.at, setting.id);
  });
  const auto same = [](const auto& one, const auto& next) { return one.interview == next.interview; };
  log.erase(std::unique(log.begin(), log.end(), same), log.end());
  std::erase_if(log, [](const InterviewSetting& setting) { return !setting.set; });
  std::ranges::sort(log, {}, [](const InterviewSetting& setting) {
    return std::tie(setting.set->day, setting.set->title, setting.interview);
  });
  return log;
}

struct History::Database {
  std::filesystem::path file;
  SQLite::Database sqlite;

  // `work` sees the file as of one moment, whatever other processes write.
  template <typename Work>
  auto read(std::string_view doing, const Work& work) {
    return explained(doing, file, [&] {
      const Transaction moment{sqlite};
      return work(sqlite);
    });
  }

  // In one transaction: on disk when this returns. Where this throws, nothing was changed.
  template <typename Work>
  void write(std::string_view doing, const Work& work) {
    explained(doing, file, [&] {
      Transaction transaction{sqlite, SQLite::TransactionBehavior::IMMEDIATE};
      work(sqlite);
      transaction.commit();
    });
  }
};

History::History(const std::filesystem::path& file, Access access)
    : database_{explained("open", file, [&] {
        return std::unique_ptr<Database>{new Database{file, open_database(file, access)}};
      })} {}

History::~History() = default;
History::History(History&&) noexcept = default;
History& History::operator=(History&&) noexcept = default;

std::vector<Review> History::reviews() const {
  return database_->read("read", [](SQLite::Database& database) {
    return select(database, review_columns, read_review, PointLists{database}, select_retracted(database));
  });
}

AnswerLog History::answers() const {
  return database_->read("read", [](SQLite::Database& database) {
    const PointLists lists{database};
    return AnswerLog{select(database, answer_columns, read_answer, lists, select_retracted(database)),
                     lists.all()};
  });
}

std::optional<Review> History::latest() const {
  return database_->read("read", [](SQLite::Database& database) -> std::optional<Review> {
    Query row{database, fmt::format("SELECT {}, {} FROM review WHERE id NOT IN (SELECT review FROM "
                                    "retraction) ORDER BY at DESC, number DESC LIMIT 1",
                                    review_columns, asked_column(database))};
    if (!row.step()) return std::nullopt;
    return read_review(row, PointLists{database});
  });
}

std::vector<RoundState> History::rounds() const {
  return database_->read("read", [](SQLite::Database& database) { return select_rounds(database); });
}

std::vector<RoundState> History::last_rounds(std::size_t most) const {
  return database_->read("read",
                         [=](SQLite::Database& database) { return select_last_rounds(database, most); });
}

std::optional<RoundState> History::open_round() const {
  return database_->read("read", [](SQLite::Database& database) { return select_open_round(database); });
}

std::vector<Interview> History::interviews() const {
  std::vector<Interview> interviews;
  for (auto& setting : interview_settings()) interviews.push_back(std::move(*setting.set));
  return interviews;
}

std::vector<InterviewSetting> History::interview_settings() const {
  return standing_interviews(
      database_->read("read", [](SQLite::Database& database) { return select_interviews(database); }));
}

History::Log History::log() const {
  return database_->read("read", [](SQLite::Database& database) {
    return Log{select(database, review_columns, read_review, PointLists{database}, {}),
               select_retractions(database), select_rounds(database), select_interviews(database)};
  });
}

History::Imported History::merge(const Log& log) {
  Imported imported;
  database_->write("save to", [&](SQLite::Database& database) {
    imported.reviews = add_all<Insertion>(database, log.reviews);
    imported.retractions = add_all<Withdrawal>(database, log.retractions);
    imported.rounds = add_all<RoundInsertion>(database, log.rounds);
    imported.interviews = add_all<InterviewInsertion>(database, log.interviews);
  });
  imported.known = log.reviews.size() + log.retractions.size() + log.rounds.size() + log.interviews.size() -
                   imported.reviews - imported.retractions - imported.rounds - imported.interviews;
  return imported;
}

void History::name_points(const Bank& bank) {
  const auto is_named = database_->read(
      "read", [&](SQLite::Database& database) { return find_nameable(database, bank).empty(); });
  if (!is_named)
    database_->write("save to", [&](SQLite::Database& database) { name_answers(database, bank); });
}

History::Verdict History::verify() const {
  return database_->read("verify", [](SQLite::Database& database) { return examine(database); });
}

}  // namespace viva
