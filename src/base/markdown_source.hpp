// Markdown made ready for its parser. Guards are put where CommonMark would read markup that is plain text
// here, or would nest without bound. They are characters that Unicode has for no text, stand for themselves
// in every context, and are taken out of what the parser gives.
#pragma once

#include <string>
#include <string_view>

namespace viva {

// Of any bytes. The result is valid UTF-8 without NUL, embeddings and overrides, and has only newlines as
// line ends.
std::string guarded_markdown(std::string_view text);

// Appends what the parser gives of a guarded text, without guards and safe as a RichText must be.
void append_unguarded(std::string& out, std::string_view text, bool code);

// Appends one code point as append_unguarded() would, and no guard.
void append_clean(std::string& out, char32_t code_point, bool code);

}  // namespace viva
