// The rows that a SELECT finds, one after another, columns by index. A history of years is read at every
// start, and SQLiteCpp's columns, each an object that shares the statement, take twice as long.
// Header only: calls of SQLite, to be inlined.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace viva {

// Throws SQLite::Exception, as SQLiteCpp does.
class Query {
 public:
  Query(SQLite::Database& database, std::string_view sql) : database_{database.getHandle()} {
    sqlite3_stmt* statement = nullptr;
    const auto size = static_cast<int>(sql.size());
    check(::sqlite3_prepare_v2(database_, sql.data(), size, &statement, nullptr));
    statement_.reset(statement);
  }

  // Begins anew with `text` for the one parameter. `text` must outlive the rows.
  void ask(const std::string& text) {
    ::sqlite3_reset(statement_.get());
    check(::sqlite3_bind_text(statement_.get(), 1, text.data(), static_cast<int>(text.size()), nullptr));
  }

  // Goes to the first row, then to the next; false: there is none.
  bool step() {
    const int result = ::sqlite3_step(statement_.get());
    if (result != SQLITE_ROW && result != SQLITE_DONE) check(result);
    return result == SQLITE_ROW;
  }

  // Of the row. Null is an empty text, and 0.
  bool is_null(int column) const { return ::sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
  std::int64_t number(int column) const { return ::sqlite3_column_int64(statement_.get(), column); }
  std::string_view text(int column) const {                          // until the next step
    auto* value = ::sqlite3_column_value(statement_.get(), column);  // of one thread alone
    const auto* bytes = reinterpret_cast<const char*>(::sqlite3_value_text(value));
    return {bytes, static_cast<std::size_t>(::sqlite3_value_bytes(value))};
  }

  const char* name(int column) const { return ::sqlite3_column_name(statement_.get(), column); }
  int columns() const { return ::sqlite3_column_count(statement_.get()); }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { ::sqlite3_finalize(statement); }
  };

  void check(int result) const {
    if (result != SQLITE_OK) throw SQLite::Exception{database_, result};
  }

  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace viva
