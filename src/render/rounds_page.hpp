// Past rounds as pages, from their saved states alone: the list of them, and what was answered.
#pragma once

#include <string_view>
#include <vector>

#include "render/page.hpp"
#include "viva/session/round_state.hpp"

namespace viva {

// A table, newest first, whatever the order of `rounds`; where there are none, how to begin one. `places`
// ends each command, as Shell::command() does.
Page rounds_page(const std::vector<RoundState>& rounds, Day today, int columns, std::string_view places = {});

// "3f2a91bc": enough of a round's id to type.
std::string short_id(const RoundState& round);

// Each question with the answer and reply typed, then what was typed to the same item in rounds before, as
// `reviews` tell.
Page answers_page(const RoundState& round, const std::vector<Review>& reviews, Day today, int columns);

}  // namespace viva
