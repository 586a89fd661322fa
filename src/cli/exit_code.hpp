// How viva ends. Header only: an enum.
#pragma once

namespace viva {

enum class ExitCode { done = 0, failed = 1, usage = 2, interrupted = 130 };

}  // namespace viva
