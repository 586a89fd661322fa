// What is known for choosing what to study: the answers so far, the interviews and the progress.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "cli/shell.hpp"
#include "store/history.hpp"
#include "viva/bank/bank.hpp"
#include "viva/memory/fit.hpp"
#include "viva/memory/progress.hpp"
#include "viva/plan/today.hpp"
#include "viva/session/filter.hpp"

namespace viva {

struct Study {
  AnswerLog log;
  std::vector<InterviewSetting> interviews;  // by day, past ones too
  Evidence evidence;                         // of the log
  std::optional<Fit> fit;                    // none: the parameters are one's own
  std::shared_ptr<const MemoryModel> model;
  Standing standing;  // today's, with that model
};

// Reads the history by load_past.
Study load_study(const Shell& shell, const Bank& bank);

Study make_study(const Shell& shell, const Bank& bank, AnswerLog log,
                 std::vector<InterviewSetting> interviews);

// The next interview; nullopt: none is set, or all have passed.
std::optional<InterviewSetting> interview_ahead(const Study& study, Day today);

// The request for the plan toward it.
std::optional<PlanRequest> request_ahead(const Shell& shell, const Bank& bank, const Study& study);

Today todays_work(const Shell& shell, const Bank& bank, const Study& study);

// Puts what is left of today's work at the head of a filter in the plan's order. Does nothing to a filter in
// another order.
void follow_plan(Filter& filter, const Today& today);

}  // namespace viva
