// History::verify: everything that can be wrong with a history, looked for.
#pragma once

#include <SQLiteCpp/Database.h>

#include "store/history.hpp"

namespace viva {

// Never throws for damage: damage is what it reports.
History::Verdict examine(SQLite::Database& database);

}  // namespace viva
