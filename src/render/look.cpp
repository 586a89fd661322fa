#include "render/look.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "viva/base/text.hpp"

namespace viva {
namespace {

bool is_mark_cluster(std::string_view cluster) {
  constexpr std::string_view ascii = " -_=~|/\\.,:;*#^";
  if (cluster.size() == 1) return ascii.find(cluster.front()) != std::string_view::npos;
  // UTF-8 sorts as code points do.
  const auto within = [&](std::string_view first, std::string_view last) {
    return cluster >= first && cluster <= last;
  };
  return cluster == "·" || within("\u2010", "\u2027") || within("\u2190", "\u21FF") ||
         within("\u2500", "\u25FF");
}

}  // namespace

Look look_of(Style style) {
  switch (style) {
    case Style::plain: return {};
    case Style::strong:
    case Style::code:
    case Style::accent: return {.bold = true};
    case Style::dim: return {.dim = true};
    case Style::emphasis: return {.italic = true};
    case Style::good: return {.colour = Colour::green};
    case Style::warn: return {.colour = Colour::magenta};
    case Style::bad: return {.colour = Colour::red};
  }
  return {};
}

bool is_mark(std::string_view text) {
  if (std::ranges::any_of(text, is_alphanumeric)) return false;
  const auto clusters = graphemes(text);
  return std::ranges::all_of(clusters, is_mark_cluster);
}

Style shown_style(const Span& span) {
  switch (span.style) {
    case Style::dim:
    case Style::good: return is_mark(span.text) ? span.style : Style::plain;
    case Style::warn:
    case Style::bad: return is_mark(span.text) ? span.style : Style::strong;
    default: return span.style;
  }
}

std::string escape_code(Look look) {
  std::string codes;
  const auto add = [&](int code) { codes += fmt::format("{}{}", codes.empty() ? "" : ";", code); };
  if (look.bold) add(1);
  if (look.dim) add(2);
  if (look.italic) add(3);
  constexpr int foreground = 30;
  if (look.colour != Colour::own) add(foreground + static_cast<int>(look.colour));
  return codes.empty() ? codes : "\x1b[" + codes + "m";
}

}  // namespace viva
