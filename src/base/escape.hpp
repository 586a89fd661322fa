// Text from strangers inside other languages. Each function makes any bytes plain text of its language:
// nothing in them is markup, ends the place they stand in, or reaches a terminal as a command.
#pragma once

#include <string>
#include <string_view>

namespace viva {

// `text` on one line of Markdown, also within a cell of a table: never markup, a link, HTML or the start of a
// block, in any dialect.
std::string escape_markdown(std::string_view text);

// `url` between the angle brackets of a Markdown link.
std::string markdown_address(std::string_view url);

// Between tags of HTML and in its quoted attributes alike. What is_invisible() is written as a reference, so
// that a browser honours it and a terminal does not see it, but for embeddings and overrides, which are left
// out. Other unprintable characters stay.
std::string escape_html(std::string_view text);

// May a link lead there? Only to the web: http and https.
bool is_web_address(std::string_view url);

// A quoted string of CSS. Unprintable characters beyond ASCII stay.
std::string css_string(std::string_view text);

// HTML as a field of Anki, which also reads cloze deletions, sounds and formulas: on one line, with <br> for
// newlines.
std::string anki_field(std::string_view html);

// A quoted field of CSV.
std::string csv_field(std::string_view text);

// A line of a man page.
std::string escape_roff(std::string_view text);

// One word for a shell, quoted where it must be.
std::string shell_word(std::string_view text);

// Valid JSON, as it is but for unprintable characters: these become \u escapes, so that it is safe on a
// terminal.
std::string escape_json(std::string_view json);

}  // namespace viva
