// The lists of points that reviews are about, as rows of the database. There is one for each version of an
// item that was asked, so that all of them fit into memory. A history of version 1 to 3 that is only read has
// none.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/query.hpp"
#include "viva/memory/point_lineage.hpp"

namespace viva {

// The column of a review's list, or a null where the history has none.
std::string_view asked_column(SQLite::Database& database);

class PointLists {
 public:
  // Reads all that can be read.
  explicit PointLists(SQLite::Database& database);

  // Of a review's column: where its list is in all(); nullopt: it has none. Throws Unreadable where it is
  // not among them.
  std::optional<std::size_t> find(const Query& row, int column) const;
  const std::vector<PointKeys>& all() const { return lists_; }

  // The number of a list, which is added where it is new; nullopt of an empty list.
  std::optional<std::int64_t> number_of(const PointKeys& keys);

 private:
  void add(std::int64_t number, PointKeys keys);

  SQLite::Database& database_;
  std::vector<PointKeys> lists_;
  std::unordered_map<std::int64_t, std::size_t> indexes_;  // by number
  std::map<PointKeys, std::int64_t> numbers_;              // made once one is asked for: reading needs none
};

}  // namespace viva
