#include "base/markdown_flanking.hpp"

#include <utf8proc.h>

#include <cctype>

namespace viva {
namespace {

enum class Kind { space, punctuation, other };

bool is_left_flanking(Kind left, Kind right) {
  return right != Kind::space && (right != Kind::punctuation || left != Kind::other);
}

bool is_right_flanking(Kind left, Kind right) { return is_left_flanking(right, left); }

bool opens(char mark, Kind left, Kind right) {
  if (!is_left_flanking(left, right)) return false;
  return mark == '*' || !is_right_flanking(left, right) || left == Kind::punctuation;
}

bool may_be(const Neighbour& neighbour, Kind kind) {
  if (kind == Kind::space) return neighbour.space;
  return kind == Kind::punctuation ? neighbour.punctuation : neighbour.other;
}

constexpr Kind kinds[]{Kind::space, Kind::punctuation, Kind::other};

}  // namespace

Neighbour neighbour(char32_t c) {
  if (c < 0x80) {
    const auto ascii = static_cast<unsigned char>(c);
    const bool space = c == U' ' || c == U'\t' || c == U'\n';
    const bool punctuation = std::ispunct(ascii) != 0;
    return {space, punctuation, !space && !punctuation, std::isalnum(ascii) != 0};
  }
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  // Letters, marks and numbers.
  if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO) return {.other = true};
  return {true, true, true};
}

bool surely_opens(char mark, const Neighbour& left, const Neighbour& right) {
  if (left.alphanumeric && right.alphanumeric) return false;  // here it is text
  for (const auto l : kinds)
    for (const auto r : kinds)
      if (may_be(left, l) && may_be(right, r) && !opens(mark, l, r)) return false;
  return true;
}

// The same seen from the other side.
bool surely_closes(char mark, const Neighbour& left, const Neighbour& right) {
  for (const auto l : kinds)
    for (const auto r : kinds)
      if (may_be(left, l) && may_be(right, r) && !opens(mark, r, l)) return false;
  return true;
}

}  // namespace viva
