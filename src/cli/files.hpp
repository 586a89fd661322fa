// Files, read and written whole.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <variant>

#include "viva/base/diagnostic.hpp"

namespace viva {

// The file's bytes, or why it cannot be read.
std::variant<std::string, Diagnostic> read_file(const std::string& path);

enum class Existing { keep, replace };

// Writes the file whole or not at all: to a temporary file beside it, which is synced and put in its place.
// Throws Error, also where the file exists and is to be kept.
void write_file(const std::filesystem::path& path, std::string_view bytes, Existing existing);

// A folder for temporary files: TMPDIR, where that is a folder, else /tmp.
std::filesystem::path temporary_folder();

}  // namespace viva
