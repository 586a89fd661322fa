// One visitor of several functions, for the blocks of a RichText. Header only: a template.
#pragma once

namespace viva {

template <typename... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace viva
