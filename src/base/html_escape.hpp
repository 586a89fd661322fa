// Text from strangers in HTML.
#pragma once

#include <string>
#include <string_view>

namespace viva {

// Text that is neither tag nor entity, between tags and in quoted attributes alike.
std::string escape_html(std::string_view text);

// May a link lead there? Only the web: http and https.
bool is_web_address(std::string_view url);

}  // namespace viva
