// Folders on the disk.
#pragma once

#include <filesystem>

namespace viva {

// Makes what was just made or renamed in the folder outlive a power cut. An empty path is the working folder.
// Some file systems cannot do it, which is no reason to stop.
void sync_folder(const std::filesystem::path& folder);

}  // namespace viva
