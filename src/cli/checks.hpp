// Checks of option values, with messages a person can act on.
// Header only: each makes a value of CLI11.
#pragma once

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "viva/base/suggest.hpp"
#include "viva/base/text.hpp"
#include "viva/session/draw.hpp"

namespace viva {

// A whole number from `least` to `most`.
inline CLI::Validator whole_number(int least, int most) {
  return {[least, most](std::string& text) {
            int number = 0;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
            const bool fits =
                error == std::errc{} && end == text.data() + text.size() && number >= least && number <= most;
            return fits ? std::string{}
                        : fmt::format("\"{}\" is not a whole number from {} to {}", text, least, most);
          },
          ""};
}

// How long a round is: minutes, also parts of one.
inline CLI::Validator minutes_of_round() {
  return {[](std::string& text) {
            double minutes = 0;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), minutes);
            const bool fits = error == std::errc{} && end == text.data() + text.size() && minutes >= 0.05 &&
                              minutes <= longest_round / 60;
            return fits ? std::string{}
                        : fmt::format("\"{}\" is not a number of minutes from 0.05 to {}", text,
                                      longest_round / 60);
          },
          ""};
}

// One of `words`, in any case; the option's variable becomes the enumerator whose value is its place.
inline CLI::Validator one_of(std::vector<std::string> words) {
  CLI::Validator check{[words = std::move(words)](std::string& text) {
                         for (std::size_t i = 0; i < words.size(); ++i)
                           if (fold_case(text) == words[i]) {
                             text = std::to_string(i);
                             return std::string{};
                           }
                         return fmt::format("there is no \"{}\"{}", text, suggestion(text, words));
                       },
                       ""};
  return check;
}

}  // namespace viva
