// Looks for everything that can be wrong with a history; this is History::verify.
#pragma once

#include <SQLiteCpp/Database.h>

#include "store/history.hpp"

namespace viva {

// Reports damage, and never throws for it.
History::Verdict examine(SQLite::Database& database);

}  // namespace viva
