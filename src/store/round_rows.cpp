#include "store/round_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>

#include "store/failure.hpp"
#include "store/query.hpp"
#include "store/round_json.hpp"
#include "store/round_rules.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

auto order(const RoundState& state) { return std::tie(state.begun, state.id); }

bool is_before(const RoundState& a, const RoundState& b) { return order(a) < order(b); }

RoundState read_sound(std::string_view text) {
  auto state = read_round_json(text);
  if (const auto faults = find_faults(state); !faults.empty()) throw Unreadable{faults[0].message, "a round"};
  return state;
}

std::vector<RoundState> read_rounds(Query row) {
  std::vector<RoundState> rounds;
  while (row.step()) rounds.push_back(read_sound(row.text(0)));
  std::ranges::sort(rounds, is_before);
  return rounds;
}

}  // namespace

bool has_rounds(SQLite::Database& database) { return database.tableExists("round"); }

std::vector<RoundState> select_rounds(SQLite::Database& database) {
  if (!has_rounds(database)) return {};
  return read_rounds({database, "SELECT state FROM round"});
}

// Instants are text of one length, so that they sort by time. What is not JSON comes first, and reading it
// throws.
std::vector<RoundState> select_last_rounds(SQLite::Database& database, std::size_t most) {
  if (!has_rounds(database)) return {};
  constexpr auto begun = "iif(json_valid(state), json_extract(state, '$.begun'), 'Z')";
  return read_rounds(
      {database, fmt::format("SELECT state FROM round ORDER BY {} DESC, id DESC LIMIT {}", begun, most)});
}

std::optional<RoundState> select_open_round(SQLite::Database& database) {
  if (!has_rounds(database)) return std::nullopt;
  auto rounds = read_rounds({database, "SELECT state FROM round WHERE open = 1"});
  if (rounds.empty()) return std::nullopt;
  return std::move(rounds.back());
}

bool supersedes(const RoundState& state, const RoundState& other) {
  if (state.revision != other.revision) return state.revision > other.revision;
  return to_json_text(state) > to_json_text(other);
}

RoundInsertion::RoundInsertion(SQLite::Database& database)
    : insert_{database,
              "INSERT INTO round (id, revision, open, state) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
              "SET revision = excluded.revision, open = excluded.open, state = excluded.state "
              "WHERE (excluded.revision, excluded.state) > (revision, state)"} {}

bool RoundInsertion::add(const RoundState& state) {
  if (const auto faults = find_faults(state); !faults.empty())
    throw Refused{fmt::format("round {}: {}. Nothing was written.", printable(state.id), faults[0].message)};
  const auto text = to_json_text(state);
  insert_.reset();
  insert_.bindNoCopy(1, state.id);
  insert_.bind(2, state.revision);
  insert_.bind(3, is_open(state) ? 1 : 0);
  insert_.bindNoCopy(4, text);
  return insert_.exec() == 1;
}

}  // namespace viva
