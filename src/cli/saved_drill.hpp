// A drill whose every change is in the history before it goes on, whether it runs at a full screen or line by
// line.
#pragma once

#include <optional>
#include <string>

#include "cli/save_queue.hpp"
#include "cli/shell.hpp"
#include "render/page.hpp"
#include "viva/session/drill.hpp"

namespace viva {

class SavedDrill {
 public:
  SavedDrill(const Shell& shell, const Bank& bank, Drill& drill, SaveQueue& queue)
      : shell_(shell), bank_(bank), drill_(drill), queue_(queue) {}

  const Drill& drill() const { return drill_; }
  Drill::View view() const { return drill_.view(); }

  struct Outcome {
    Span said;                           // what was rated or taken back; empty: neither
    std::optional<std::string> trouble;  // why it could not be saved
  };
  Outcome step(const Drill::Event& event);

 private:
  const Shell& shell_;
  const Bank& bank_;
  Drill& drill_;
  SaveQueue& queue_;
};

}  // namespace viva
