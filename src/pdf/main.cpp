// viva-pdf: reads a study sheet's JSON on standard input and writes it as a PDF to standard output.
// viva sheet runs it; it can be run by hand as well:
//   viva sheet --format json | viva-pdf --paper a4 > sheet.pdf
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <optional>
#include <string>
#include <string_view>

#include "pdf/sheet_pdf.hpp"
#include "pdf/sheet_reader.hpp"
#include "viva/base/error.hpp"
#include "viva/base/text.hpp"

namespace {

using namespace viva;

enum class End { done = 0, failed = 1, usage = 2 };

constexpr std::string_view help =
    "Usage: viva-pdf [--paper a4|letter] < SHEET.json > SHEET.pdf\n"
    "Makes a PDF of a study sheet, as viva sheet --format json writes it. The paper is a4 unless named.\n";

End complain(std::string_view what, End end = End::failed) {
  fmt::print(stderr, "viva-pdf: {}\n", what);
  return end;
}

// Nothing where the arguments are not understood.
std::optional<pdf::PaperSize> paper_of(int argc, char** argv) {
  if (argc == 1) return pdf::a4;
  std::string_view name = argv[1];
  if (argc == 2 && name.starts_with("--paper="))
    name.remove_prefix(8);
  else if (argc == 3 && name == "--paper")
    name = argv[2];
  else
    return std::nullopt;
  if (name == "a4") return pdf::a4;
  if (name == "letter") return pdf::letter;
  return std::nullopt;
}

std::string read_input() {
  std::string text, part(1 << 16, '\0');
  while (const auto size = std::fread(part.data(), 1, part.size(), stdin)) text.append(part, 0, size);
  if (std::ferror(stdin)) throw Error{"standard input could not be read"};
  return text;
}

void write_output(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size() || std::fflush(stdout) != 0)
    throw Error{"the PDF could not be written to standard output"};
}

End make(const pdf::PaperSize& paper) {
  const auto [sheet, faults] = pdf::read_sheet(read_input());
  for (const auto& fault : faults) complain("standard input: " + fault);
  if (!faults.empty()) return End::failed;
  const auto made = pdf::sheet_pdf(sheet, paper);
  for (const auto& complaint : made.complaints) complain(complaint);
  write_output(made.bytes);
  return End::done;
}

End run(int argc, char** argv) {
  if (argc == 2 && std::string_view{argv[1]} == "--help") {
    fmt::print("{}", help);
    return End::done;
  }
  const auto paper = paper_of(argc, argv);
  if (!paper) return complain(fmt::format("these arguments are not understood\n{}", help), End::usage);
  if (isatty(STDIN_FILENO) || isatty(STDOUT_FILENO))
    return complain(fmt::format("it reads a file and writes one, not the terminal\n{}", help), End::usage);
  return make(*paper);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return static_cast<int>(run(argc, argv));
  } catch (const std::exception& error) {
    return static_cast<int>(complain(printable(error.what())));
  }
}
