#include "render/plan_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/chart.hpp"
#include "render/keys.hpp"
#include "render/today_words.hpp"
#include "viva/base/amount.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

// Below so many columns a day, or a question, takes two lines.
constexpr int narrow_plan = 64;

// Rounded up: a day's minutes are never exceeded.
std::string minutes(int seconds) { return fmt::format("{} min", (seconds + 59) / 60); }

std::string title_of(const Interview& interview, const Bank& bank) {
  return interview.title.empty() ? bank.title : interview.title;
}

void add_head(Page& page, const Bank& bank, const Interview& interview, Day today, int columns) {
  add_wrapped(page, {}, title_of(interview, bank), columns, Style::strong);
  add_wrapped(page, {},
              fmt::format("Interview {}, {} · {}", name_day(interview.day, today),
                          describe_day(interview.day, today), describe_habits(interview)),
              columns, Style::dim);
  page.push_back({});
}

void add_expected(Page& page, const Plan& plan, int columns) {
  const auto& all = plan.readiness.all;
  add_wrapped(page, {},
              fmt::format("Expected on the day: {} with this plan, {} if nothing more is done",
                          percent(all.planned), percent(all.left_alone)),
              columns, Style::strong);
  add_wrapped(page, {},
              fmt::format("An estimate: the share of the {} of {} that you would make. {} seen so far.",
                          counted(all.points, "point"), counted(all.items, "question"),
                          all.seen == 0 ? "None" : std::to_string(all.seen)),
              columns, Style::dim);
}

void add_left_out(Page& page, const Bank& bank, const Plan& plan, int columns) {
  if (plan.left_out.empty()) return;
  constexpr std::size_t worth_listing = 20;
  page.push_back({});
  add_wrapped(page, {}, fmt::format("Not all can be met: {}.", describe_left_out(plan)), columns,
              Style::warn);
  std::string ids;
  for (std::size_t i = 0; i < std::min(plan.left_out.size(), worth_listing); ++i)
    ids += fmt::format("{}{}", i > 0 ? ", " : "", bank.items[plan.left_out[i]].id);
  if (plan.left_out.size() > worth_listing)
    ids += fmt::format(" and {} more", plan.left_out.size() - worth_listing);
  add_wrapped(page, {{"Left out: ", Style::dim}}, ids, columns, Style::dim);
}

void add_chart(Page& page, const Plan& plan, int columns) {
  if (plan.days.size() < 2) return;
  ColumnChart chart;
  chart.scale = ColumnChart::Scale::share;
  for (const auto& day : plan.days) {
    chart.values.push_back(day.readiness);
    const auto name = name_day(day.day, plan.today);
    chart.labels.push_back(name.substr(name.find(' ') + 1));
  }
  page.push_back({});
  add_wrapped(page, {}, "Expected on the day, as the plan is followed", columns, Style::dim);
  for (auto& line : column_chart(chart, columns)) page.push_back(std::move(line));
}

// "5 Beginner, 2 Intermediate (7 new)"
std::string count_entries(const Bank& bank, const std::vector<PlanEntry>& entries) {
  std::vector<std::size_t> tiers(bank.tiers.size());
  for (const auto& entry : entries) ++tiers[bank.items[entry.item].tier];
  std::string text;
  for (std::size_t i = 0; i < tiers.size(); ++i)
    if (tiers[i] > 0) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", tiers[i], bank.tiers[i].name);
  const auto fresh = count_new(entries);
  if (fresh == 0) return text;
  return fmt::format("{} ({} new)", text, fresh == entries.size() ? "all" : std::to_string(fresh));
}

std::string round_name(const Bank& bank, const PlannedRound& round) {
  return round.preset ? bank.rounds[*round.preset].name : "of your own";
}

std::string describe_contents(const Bank& bank, const PlanDay& day) {
  if (day.off) return "day off";
  auto text = count_entries(bank, day.entries);
  if (day.round)
    text = fmt::format("mock round, {} ({} min){}{}", round_name(bank, *day.round), day.round->minutes,
                       text.empty() ? "" : "; ", text);
  if (text.empty()) return "nothing that would gain a point";
  if (!day.last_look) return text;
  return fmt::format("last look: {}{}", text,
                     count_new(day.entries) > 0 ? ", since nothing else is left" : "");
}

void add_row(Page& page, std::string_view date, std::string_view time, double expected,
             std::string_view contents, int date_width, int columns, Style style) {
  const auto share = percent(expected);
  if (columns < narrow_plan) {
    page.push_back({{fmt::format("{}{}{} · {}", date, time.empty() ? "" : " · ", time, share), style}});
    add_wrapped(page, {{"  "}}, contents, columns, style == Style::dim ? Style::dim : Style::plain);
    return;
  }
  add_wrapped(page, {{fmt::format("{}  {:>7}  {:>8}  ", fit(date, date_width), time, share), style}},
              contents, columns, style == Style::dim ? Style::dim : Style::plain);
}

void add_days(Page& page, const Bank& bank, const Plan& plan, int columns) {
  const auto name = [&](Day day) { return name_day(day, plan.today); };
  const auto& interview = plan.interview;
  int date_width = width(name(interview.day));
  for (const auto& day : plan.days) date_width = std::max(date_width, width(name(day.day)));
  page.push_back({});
  if (columns >= narrow_plan)
    page.push_back({{fmt::format("{}  {:>7}  {:>8}  {}", fit("Day", date_width), "Time", "Expected", "What"),
                     Style::dim}});
  for (const auto& day : plan.days) {
    const auto style = day.seconds == 0 ? Style::dim : day.day == plan.today ? Style::strong : Style::plain;
    add_row(page, name(day.day), day.seconds == 0 ? "" : minutes(day.seconds), day.readiness,
            describe_contents(bank, day), date_width, columns, style);
  }
  if (interview.day > plan.today)
    add_row(page, name(interview.day), "", plan.readiness.all.planned, "the interview", date_width, columns,
            Style::accent);
}

void add_next(Page& page, const std::vector<std::string>& commands, std::string_view places, int columns) {
  add_heading(page, "Next");
  for (const auto& command : commands) add_command(page, fmt::format("{}{}", command, places), columns);
}

// What there is to do today, the next step first.
std::vector<std::string> commands_of(const Bank& bank, const Today& today) {
  std::vector<std::string> commands{next_step(bank, today).command};
  if (!today.work.left().empty() && today.work.round_left())
    commands.push_back(mock_command(bank, *today.work.round));
  return commands;
}

struct EntryColumns {
  int id, tier;  // 0: left out
};

EntryColumns lay_out(const Bank& bank, const std::vector<PlanEntry>& entries, int columns) {
  constexpr int rest = 45;  // number, minutes, reason and the gaps
  EntryColumns layout{0, 0};
  for (const auto& entry : entries) {
    const auto& item = bank.items[entry.item];
    layout.tier = std::max(layout.tier, width(printable(bank.tiers[item.tier].name)));
    layout.id = std::max(layout.id, width(item.id));
  }
  // An id can be typed, so it is shown in full before the tier is.
  layout.id = std::min(layout.id, columns - rest);
  layout.tier = std::min(layout.tier, columns - rest - layout.id);
  if (layout.tier < 8) layout.tier = 0;
  return layout;
}

void add_entry(Page& page, const Bank& bank, const PlanEntry& entry, std::size_t number, std::string_view why,
               const EntryColumns& layout, int columns) {
  const auto& item = bank.items[entry.item];
  const auto& tier = bank.tiers[item.tier].name;
  if (columns < narrow_plan) {
    add_wrapped(page, {{fmt::format("{:>3}  ", number)}}, item.id, columns, Style::accent);
    add_wrapped(page, {{"     "}}, fmt::format("{} · {}", tier, minutes(entry.seconds)), columns, Style::dim);
    add_wrapped(page, {{"     "}}, why, columns);
    return;
  }
  const auto tier_column = layout.tier > 0 ? "  " + fit(tier, layout.tier) : "";
  page.push_back({{fmt::format("{:>3}  ", number)},
                  {fit(item.id, layout.id), Style::accent},
                  {fmt::format("{}  {:>6}  ", tier_column, minutes(entry.seconds)), Style::dim},
                  {std::string{why}, entry.done ? Style::good : Style::plain}});
}

void add_entries(Page& page, const Bank& bank, const Today& today, const Progress& morning, int columns) {
  const auto& entries = today.work.entries;
  const auto layout = lay_out(bank, entries, columns);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto item = entries[i].item;
    const auto why = entries[i].done ? std::string{"done"}
                                     : reason(entries[i], bank.items[item], morning[item], today.day);
    add_entry(page, bank, entries[i], i + 1, why, layout, columns);
  }
}

std::string why_done(const Today& today, const DayDone& done) {
  if (today.work.off) return "Today is a day off.";
  if (today.work.entries.empty() && done.answered == 0)
    return "No question would gain a point by studying it today.";
  return fmt::format("Today is done: {} in {}. Well done.", counted(done.answered, "question"),
                     duration_words(done.seconds));
}

}  // namespace

std::string describe_interview(const Interview& interview, Day today) {
  return fmt::format("{} on {}", interview.title.empty() ? "the interview" : interview.title,
                     name_day(interview.day, today));
}

std::string describe_habits(const Interview& interview) {
  auto text = fmt::format("{} min a day", interview.minutes);
  if (interview.off.any()) text += fmt::format(", off {}", format_days_off(interview.off));
  return text;
}

std::string reason(const PlanEntry& entry, const Item& item, const std::optional<ItemProgress>& morning,
                   Day today) {
  const auto gain = fmt::format("{:+.1f} points on the day", entry.gain);
  switch (entry.reason) {
    case PlanReason::fresh: return fmt::format("new: {}", counted(remembered_points(item), "point"));
    case PlanReason::last_look: return gain;
    case PlanReason::fading: return entry.gain > 0 ? gain : "due";
    case PlanReason::missed: break;
  }
  if (!morning) return "went badly";
  const auto last = describe_day(morning->last, today);
  const auto missed = std::ranges::count_if(
      morning->points, [](const PointProgress& point) { return point.times > 0 && !point.made; });
  if (missed == 0 || item.points.empty()) return fmt::format("rated {} {}", name(morning->rating), last);
  return fmt::format("missed {} of {}, {}", missed, item.points.size(), last);
}

std::string describe_left_out(const Plan& plan) {
  if (plan.left_out.empty()) return {};
  const auto all = plan.readiness.all.items, out = plan.left_out.size();
  const auto met = all - out;
  const auto enough = plan.enough_minutes ? fmt::format("{} min would cover all", *plan.enough_minutes)
                                          : std::string{"no daily time would cover all"};
  return fmt::format("at {} min a day {} of {} can be met; {} {} left out; {}", plan.interview.minutes,
                     met == 0 ? "none" : std::to_string(met), all, out, out == 1 ? "is" : "are", enough);
}

Page plan_page(const Bank& bank, const Plan& plan, const Today& today, int columns, std::string_view places) {
  Page page;
  add_head(page, bank, plan.interview, plan.today, columns);
  if (plan.interview.day == plan.today) {
    add_wrapped(page, {}, "It is today: a last look, then trust what you know. All the best.", columns,
                Style::good);
    page.push_back({});
  }
  add_expected(page, plan, columns);
  add_left_out(page, bank, plan, columns);
  add_chart(page, plan, columns);
  add_days(page, bank, plan, columns);
  auto commands = commands_of(bank, today);
  if (!today.work.entries.empty()) commands.push_back("viva plan --day");
  add_next(page, commands, places, columns);
  return page;
}

Page plan_day_page(const Bank& bank, const Today& today, const Progress& morning, int columns,
                   std::string_view places) {
  Page page;
  add_head(page, bank, today.request.value().interview, today.day, columns);
  add_wrapped(page, {}, fmt::format("Today: {}", today_words(today)), columns, Style::strong);
  if (!today.work.entries.empty()) {
    page.push_back({});
    add_entries(page, bank, today, morning, columns);
  }
  if (today.work.round) {
    const auto& round = *today.work.round;
    page.push_back({});
    add_wrapped(page, {},
                fmt::format("A mock round {}: {}, {} min and the scoring.",
                            round.done ? "is done" : "is planned", round_name(bank, round), round.minutes),
                columns, round.done ? Style::good : Style::plain);
  }
  add_next(page, commands_of(bank, today), places, columns);
  return page;
}

Page no_plan_page(const std::vector<Interview>& interviews, Day today, int columns, std::string_view places) {
  Page page;
  if (interviews.empty()) {
    add_wrapped(page, {}, "No interview is set. To plan toward one:", columns);
  } else {
    const auto& last = interviews.back();
    add_wrapped(
        page, {},
        fmt::format("{} was {}. How did it go? Until the next is set, viva asks each question when you "
                    "are about to forget it. To plan toward the next:",
                    last.title.empty() ? "The interview" : last.title, describe_day(last.day, today)),
        columns);
  }
  page.push_back({});
  add_command(page, fmt::format("viva plan --interview '10 Dec' --minutes 20 --off sun{}", places), columns);
  add_command(page, fmt::format("viva plan --interview 'in 3 weeks' --title Acme{}", places), columns);
  page.push_back({});
  add_wrapped(page, {}, "With --what-if it shows the plan and saves nothing.", columns, Style::dim);
  return page;
}

Page day_done_page(const Bank& bank, const Today& today, const DayDone& done, int columns,
                   std::string_view places) {
  Page page;
  const bool round = today.work.round_left();
  if (round)
    add_wrapped(page, {},
                fmt::format("What is left of today is a mock round: {}, {} min and the scoring.",
                            round_name(bank, *today.work.round), today.work.round->minutes),
                columns);
  else
    add_wrapped(page, {}, why_done(today, done), columns, Style::good);
  if (!today.request && today.due_beyond > 0)
    add_wrapped(page, {}, fmt::format("{} more due; they can wait.", today.due_beyond), columns, Style::dim);
  page.push_back({});
  add_wrapped(page, {}, round ? "To begin it, or to practise all the same:" : "If you want more:", columns,
              Style::dim);
  std::vector<std::string> commands{next_step(bank, today).command};
  for (const auto* more : {"viva drill --count 5", "viva mock"})
    if (!round || std::string_view{more} != "viva mock") commands.emplace_back(more);
  for (const auto& command : commands) add_command(page, fmt::format("{}{}", command, places), columns);
  return page;
}

}  // namespace viva
