#include "viva/memory/memory_model.hpp"

namespace viva {

const MemoryModel& default_model() {
  static const MemoryModel model;
  return model;
}

}  // namespace viva
