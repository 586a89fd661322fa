// How viva ends.
#pragma once

namespace viva {

enum class ExitCode { done = 0, failed = 1, usage = 2, interrupted = 130 };

}  // namespace viva
