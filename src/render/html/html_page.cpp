#include "render/html/html_page.hpp"

#include <fmt/format.h>

#include "base/escape.hpp"

namespace viva {
namespace embedded {
extern const std::string_view page_css;
}

std::string html_head(std::string_view title, std::string_view kind, std::string_view style) {
  constexpr std::string_view policy =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\" class=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<title>{}</title>\n"
      "<style>\n{}{}</style>\n</head>\n",
      kind, policy, escape_html(title), embedded::page_css, style);
}

}  // namespace viva
