// The history as JSON Lines: a heading line, then one review, retraction, round or setting of an interview a
// line. Lossless: reading what was written gives the same log. Lines are safe to print on a terminal.
//   {"viva":"history","format":4}
//   {"id":"5f0c...","bank":"on-device-ai","item":"kv-cache","at":"2026-11-22T16:05:09.250Z",
//    "day":"2026-11-22","rating":3,"ticked":[1,3],"points":3,"seconds":93,"mode":"drill",
//    "asked":["grows-with-length","saves-recomputing","what a cache costs"]}
//   {"retracted":"5f0c...","at":"2026-11-22T16:05:31.007Z"}
//   {"round":"91ab...","revision":7,"state":{"id":"91ab...","preset":"screen", ...}}
//   {"id":"c07d...","interview":"2b9e...","at":"2026-11-22T15:58:40.000Z","day":"2026-12-10","minutes":20,
//    "off":"sat,sun","title":"Acme"}
// Each is on one line. "ticked" counts in "asked", which point_keys() of an item gave. A review has
// "predicted", "round" and "answer" where they were given. round_json.hpp describes "state". A setting
// without "day", "minutes", "off" and "title" clears the interview. Format 1 had no rounds, format 2 no
// interviews, format 3 no "asked".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/history.hpp"
#include "viva/base/diagnostic.hpp"

namespace viva {

std::string write_lines(const History::Log& log);

struct ReadLines {
  // The lines without fault. A review that comes twice is here twice, and may differ in "asked"; of a round
  // the latest state is here.
  History::Log log;
  std::vector<Diagnostic> diagnostics;  // every fault, by line

  bool ok() const { return !has_errors(diagnostics); }
};

// Blank lines are skipped, the heading may be missing, and several exports may follow one another. An unknown
// key is an error: skipping it would lose what it holds.
ReadLines read_lines(std::string_view text, std::string_view file);

}  // namespace viva
