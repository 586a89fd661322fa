#include "store/point_lists.hpp"

#include <SQLiteCpp/Statement.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "base/json_record.hpp"
#include "store/rows.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

// Nullopt: viva never wrote it.
std::optional<PointKeys> parse_points(std::string_view text) {
  const auto json = parse_json(text);
  PointKeys keys;
  if (!json.value || json.fault || convert(*json.value, keys)) return std::nullopt;
  return keys;
}

// The same for equal lists.
std::string points_text(const PointKeys& keys) {
  auto list = nlohmann::json::array();
  for (const auto& key : keys) list.push_back(valid_utf8(key));
  return list.dump();
}

bool has_lists(SQLite::Database& database) { return database.tableExists("asked"); }

}  // namespace

std::string_view asked_column(SQLite::Database& database) { return has_lists(database) ? "asked" : "NULL"; }

PointLists::PointLists(SQLite::Database& database) : database_(database) {
  if (!has_lists(database)) return;
  Query row{database, "SELECT number, points FROM asked ORDER BY number"};
  while (row.step())
    if (auto keys = parse_points(row.text(1))) add(row.number(0), std::move(*keys));
}

std::optional<std::size_t> PointLists::find(const Query& row, int column) const {
  if (row.is_null(column)) return std::nullopt;
  const auto found = indexes_.find(row.number(column));
  if (found == indexes_.end()) throw Unreadable{"the list of its points is missing or damaged"};
  return found->second;
}

std::optional<std::int64_t> PointLists::number_of(const PointKeys& keys) {
  if (keys.empty()) return std::nullopt;
  if (numbers_.empty())
    for (const auto& [number, index] : indexes_) numbers_.emplace(lists_[index], number);
  if (const auto known = numbers_.find(keys); known != numbers_.end()) return known->second;
  SQLite::Statement insert{database_, "INSERT INTO asked (points) VALUES (?)"};
  insert.bind(1, points_text(keys));
  insert.exec();
  const auto number = database_.getLastInsertRowid();
  add(number, keys);
  numbers_.emplace(keys, number);
  return number;
}

void PointLists::add(std::int64_t number, PointKeys keys) {
  indexes_.emplace(number, lists_.size());
  lists_.push_back(std::move(keys));
}

}  // namespace viva
