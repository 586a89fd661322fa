// pack_bank BANK OUT: reads a bank as viva does and writes it packed, to be built into viva. Fails where the
// bank has any fault, which it prints as `viva bank check` would.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "bank/packed.hpp"
#include "viva/bank/bank.hpp"

int main(int, char** arguments) {
  std::ifstream in{arguments[1], std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{in}, {}};
  auto parsed = viva::parse_bank(text, arguments[1]);
  if (!parsed.diagnostics.empty()) {
    std::cerr << viva::diagnostic_text(parsed.diagnostics);
    return 1;
  }
  std::ofstream out{arguments[2], std::ios::binary};
  out << viva::pack(std::move(parsed.bank));
  return out.flush() ? 0 : 1;
}
