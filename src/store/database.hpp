// Opens the history's file. Reading makes nothing, and a file that is not a history of this version or an
// older one is left exactly as it was.
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>

#include "store/history.hpp"

namespace viva {

// Part of History's constructor: see there. Throws viva::Error where the file is unfit, SQLite::Exception
// where SQLite fails.
SQLite::Database open_database(const std::filesystem::path& file, History::Access access);

}  // namespace viva
