#include "line/line_editor.hpp"

#include <algorithm>

#include "viva/base/text.hpp"

namespace viva {
namespace {

constexpr char escape_byte = '\x1b';

constexpr char ctrl(char letter) { return static_cast<char>(letter & 0x1f); }

// Is `text` cut off in the middle of a character?
bool is_cut(std::string_view text) {
  std::size_t tail = 0;
  while (tail < 4 && tail < text.size() &&
         (static_cast<unsigned char>(text[text.size() - 1 - tail]) & 0xC0) == 0x80)
    ++tail;
  if (tail == text.size()) return false;
  const auto lead = static_cast<unsigned char>(text[text.size() - 1 - tail]);
  const std::size_t needed = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
  return tail < needed;
}

// Where the last cluster of `text` begins.
std::size_t last_cluster(const std::string& text) {
  std::size_t lead = text.size() - 1;
  if (find_invalid_utf8(text) != std::string_view::npos) return lead;
  std::size_t begin = 0;
  for (const auto cluster : graphemes(text)) {
    lead = begin;
    begin += cluster.size();
  }
  return lead;
}

std::size_t last_word(const std::string& text) {
  const auto end = text.find_last_not_of(' ');
  if (end == std::string::npos) return 0;
  const auto space = text.find_last_of(' ', end);
  return space == std::string::npos ? 0 : space + 1;
}

}  // namespace

std::string LineEditor::begin(std::string_view prompt, int columns) {
  columns_ = std::max(columns, 8);
  state_ = State::open;
  prompt_ = prompt;
  text_.clear();
  shown_ = 0;
  used_ = width(prompt);
  return prompt_;
}

std::string LineEditor::again() {
  used_ = width(prompt_);
  shown_ = text_.size();
  return prompt_ + show(text_);
}

std::string LineEditor::take(char byte) {
  if (!sequence_.empty()) return escape(byte);
  const bool second_half = byte == '\n' && after_return_;
  after_return_ = byte == '\r';
  if (second_half) return {};
  if (byte == '\r' || byte == '\n') return enter();
  if (byte == escape_byte) {
    sequence_ = byte;
    return {};
  }
  if (byte == '\t') return add(' ');
  return static_cast<unsigned char>(byte) < 0x20 || byte == '\x7f' ? control(byte) : add(byte);
}

std::string LineEditor::enter() {
  state_ = State::entered;
  return "\n";
}

std::string LineEditor::add(char byte) {
  text_ += byte;
  if (is_cut(text_)) return {};
  const auto fresh = std::string_view{text_}.substr(shown_);
  shown_ = text_.size();
  return show(fresh);
}

// Where a row is full, the text goes on in the next one, indented.
std::string LineEditor::show(std::string_view text) {
  std::string out;
  const auto safe = printable(text);
  for (const auto cluster : graphemes(safe)) {
    const auto shown = ascii_ ? to_ascii(cluster) : std::string{cluster};
    const int needed = width(shown);
    if (used_ + needed >= columns_) {
      out += "\n  ";
      used_ = 2;
    }
    out += shown;
    used_ += needed;
  }
  return out;
}

// Erases the text from there on. It is erased in place only where the columns it takes are certain; else the
// line is written again.
std::string LineEditor::erase(std::size_t from) {
  const auto gone = text_.substr(from);
  text_.erase(from);
  shown_ = from;
  const auto columns = static_cast<int>(gone.size());
  const bool plain = printable(gone) == gone && to_ascii(gone) == gone;
  if (!plain || used_ - columns < width(prompt_)) return "\n" + again();
  used_ -= columns;
  return std::string(gone.size(), '\b') + std::string(gone.size(), ' ') + std::string(gone.size(), '\b');
}

std::string LineEditor::control(char byte) {
  if (byte == ctrl('D') && text_.empty()) state_ = State::ended;
  if (byte == ctrl('R') || byte == ctrl('L')) return "\n" + again();
  if (text_.empty()) return {};
  if (byte == '\x7f' || byte == ctrl('H')) return erase(last_cluster(text_));
  if (byte == ctrl('W')) return erase(last_word(text_));
  if (byte == ctrl('U')) return erase(0);
  return {};
}

// Arrow and other keys do nothing in a line. Only the marks around a paste count.
std::string LineEditor::escape(char byte) {
  constexpr std::size_t longest = 16;
  sequence_ += byte;
  const bool introduced = sequence_.size() > 1 && (sequence_[1] == '[' || sequence_[1] == 'O');
  const bool complete =
      !introduced || (sequence_.size() > 2 && byte >= '@' && byte <= '~') || sequence_.size() > longest;
  if (!complete) return {};
  if (sequence_ == "\x1b[200~") pasting_ = true;
  if (sequence_ == "\x1b[201~") pasting_ = false;
  sequence_.clear();
  return {};
}

}  // namespace viva
