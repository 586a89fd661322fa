// The state of a mock round as JSON: what the database keeps of it, and what an export carries.
//   {"id":"5f0c...","preset":"screen","name":"Phone screen","seed":7,"seconds":30,"relaxed":false,
//    "phase":"scoring","current":2, ... "questions":[{"bank":"on-device-ai","item":"kv-cache", ...}]}
// Keys are named as the fields of RoundState and RoundQuestion. Of a question, what is empty or not given is
// left out.
#pragma once

#include <string>
#include <string_view>

#include "base/json_value.hpp"
#include "store/rows.hpp"
#include "viva/session/round.hpp"

namespace viva {

// Compact, and the same for equal states. Bytes of texts that are not UTF-8 become U+FFFD.
std::string to_json_text(const RoundState& state);

// Lossless. Both throw Unreadable, with a message that is safe to print, for what is missing, unknown, there
// twice or of the wrong type; not for what breaks a rule (round_rules.hpp).
RoundState read_round_json(std::string_view text);
RoundState read_round(const JsonValue& value);

}  // namespace viva
