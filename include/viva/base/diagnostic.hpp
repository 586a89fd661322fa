// A diagnostic: one fault in a text that a user wrote. It says where, what is wrong and what to do, as a
// compiler does.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace viva {

enum class Severity { error, warning };

struct Diagnostic {
  Severity severity = Severity::error;
  std::string file;
  std::size_t line = 0;           // from 1; 0: the whole file
  std::size_t column = 0;         // from 1, in code points; 0: the whole line or file
  std::size_t length = 1;         // code points to underline
  std::string message;            // what is wrong; what to do
  std::string source;             // the line's text, or empty
  std::size_t source_column = 1;  // the column `source` begins at: of a very long line only a part is kept
};

bool has_errors(const std::vector<Diagnostic>& diagnostics);

// As a compiler prints it, safe for a terminal:
//   my.json:12:15: error: item 'kv-cache': unknown tier "begginer"; did you mean "beginner"?
//      12 |       "tier": "begginer",
//         |               ^~~~~~~~~~
// Ends with a newline. A long source line is cut to a window round the caret, so that neither it nor the line
// of the caret is wider than `width` columns (at least 28).
std::string diagnostic_text(const Diagnostic& diagnostic, int width = 100);
std::string diagnostic_text(const std::vector<Diagnostic>& diagnostics, int width = 100);

}  // namespace viva
