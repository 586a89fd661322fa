// Part of render/sheet/draft.hpp: the sheet for the night before.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/rich_visit.hpp"
#include "render/rich_page.hpp"
#include "render/sheet/draft.hpp"
#include "viva/base/amount.hpp"
#include "viva/base/text.hpp"
#include "viva/memory/progress.hpp"

namespace viva {
namespace {

// One item as the candidate left it.
struct Record {
  std::size_t item;
  const ItemProgress* progress;
  const RatedAnswer* last;
  double recall, lost;  // share of its points that is expected to be made, and points that are not
  bool weak;
};

// The items that were asked, those with most points to lose first.
std::vector<Record> records_of(const Bank& bank, const std::vector<std::size_t>& items, const SheetPast& past,
                               Day today) {
  std::map<std::pair<std::string_view, std::string_view>, const RatedAnswer*> last;
  for (const auto& answer : past.log.answers)  // of a day the first: later ones ask only for what was missed
    if (auto& known = last[{answer.bank, answer.item}]; !known || known->day < answer.day) known = &answer;
  std::vector<Record> all;
  for (const auto i : items) {
    const auto& progress = past.progress[i];
    if (!progress) continue;
    const double kept = recall(*progress, today);
    all.push_back({i, &*progress, last.at({bank.items[i].bank, bank.items[i].id}), kept,
                   (1 - kept) * static_cast<double>(progress->points.size()), is_weak(*progress, today)});
  }
  std::ranges::stable_sort(all, std::ranges::greater{}, &Record::lost);
  return all;
}

bool was_asked(const PointProgress& point) { return point.times > 0; }

// The texts of the points that were missed last time.
std::vector<std::string> what_was_missed(const ItemProgress& progress, const Item& item) {
  std::vector<std::string> missed;
  for (std::size_t i = 0; i < item.points.size(); ++i)
    if (was_asked(progress.points[i]) && !progress.points[i].made)
      missed.push_back(typeset_lines(item.points[i].text));
  return missed;
}

std::string record_of(const Record& record, const Item& item, Day today) {
  const auto& review = *record.last;
  auto text = fmt::format("{} {} · about {} now", name(record.progress->rating),
                          describe_day(review.day, today), percent(record.recall));
  if (!item.points.empty()) {
    const auto asked = static_cast<std::size_t>(std::ranges::count_if(record.progress->points, was_asked));
    text += fmt::format(" · {} of {}", asked - what_was_missed(*record.progress, item).size(),
                        counted(asked, "point"));
  }
  if (review.seconds > 0)
    text += fmt::format(" · {} of {} min", minutes_and_seconds(review.seconds), item.minutes);
  return text;
}

SheetItem weak_item(const SheetDraft& draft, const Record& record, int number, Day today) {
  const auto& item = draft.bank.items[record.item];
  auto made = make_item(draft, item, number);
  made.record = record_of(record, item, today);
  made.missed = what_was_missed(*record.progress, item);
  return made;
}

// The question is enough for what went well; its number is set later.
SheetItem good_item(const SheetDraft& draft, const Record& record) {
  const auto& item = draft.bank.items[record.item];
  return make_item({draft.bank, draft.kind, {}, 0, 0, true}, item, 0);
}

// What the frames of code blocks take on paper.
int frame_lines(const RichText& text) {
  int lines = 0;
  for (const auto& block : text.blocks)
    std::visit(Overloaded{[&](const CodeBlock&) { lines += 2; },
                          [&](const Quote& quote) { lines += frame_lines(quote.text); },
                          [&](const TextList& list) {
                            for (const auto& item : list.items) lines += frame_lines(item);
                          },
                          [](const auto&) {}},
               block);
  return lines;
}

// Lines of `columns` that texts take.
class Height {
 public:
  explicit Height(int columns) : columns_{columns} {}

  // With the empty line before it.
  int of(const SheetItem& item) const {
    int lines =
        1 + of(item.prompt, 0) + of(item.label, 0) + of(item.record, 0) + of(item.missed) + 2 * item.space;
    for (const auto* text : {&item.hint, &item.answer}) lines += headed(of(*text, 4));
    for (const auto* list : {&item.points, &item.pitfalls, &item.follow_ups}) lines += headed(of(*list));
    return lines + headed(2 * static_cast<int>(item.references.size()));
  }

 private:
  int of(std::string_view text, int indent) const {
    const auto read = read_markdown(text);
    return static_cast<int>(rich_page(read, columns_ - indent).size()) + frame_lines(read);
  }

  int of(const std::vector<std::string>& texts) const {
    int lines = 0;
    for (const auto& text : texts) lines += of(text, 4);
    return lines;
  }

  // Of a part, with its heading and the empty line before it.
  static int headed(int lines) { return lines == 0 ? 0 : lines + 2; }

  int columns_;
};

// How long answers took, against the time they should take.
std::string pace(const Bank& bank, const std::vector<Record>& all) {
  int seconds = 0, minutes = 0, timed = 0;
  for (const auto& one : all)
    if (one.last->seconds > 0) {
      seconds += one.last->seconds;
      minutes += bank.items[one.item].minutes;
      ++timed;
    }
  if (timed == 0) return "";
  return fmt::format(" Your answers took {} on average; {} is planned.", minutes_and_seconds(seconds / timed),
                     minutes_and_seconds(minutes * 60 / timed));
}

std::string summary(const Bank& bank, const std::vector<Record>& all, std::size_t chosen) {
  double lost = 0, points = 0;
  for (const auto& one : all) {
    lost += one.lost;
    points += static_cast<double>(one.progress->points.size());
  }
  return fmt::format("You have answered {} of {} questions, and would make about {} of {} points today.{}",
                     all.size(), chosen, percent(1 - lost / points), all.size() == 1 ? "its" : "their",
                     pace(bank, all));
}

constexpr std::size_t most_good = 5;

// As many of the weak ones as `lines` of text hold, at least one; takes their lines.
SheetSection look_again(const SheetDraft& draft, const std::vector<Record>& all, int& lines, Day today) {
  SheetSection section{"Look at these once more", {}};
  for (const auto& record : all) {
    if (!record.weak) continue;
    auto item = weak_item(draft, record, static_cast<int>(section.items.size()) + 1, today);
    const int height = Height{draft.page_columns}.of(item);
    if (height > lines && !section.items.empty()) break;
    lines -= height;
    section.items.push_back(std::move(item));
  }
  return section;
}

// The best remembered first, as many as the lines that are left hold.
SheetSection went_well(const SheetDraft& draft, const std::vector<Record>& all, int number, int lines) {
  SheetSection section{"What went well", {}};
  constexpr int heading = 4;
  lines -= heading;
  for (auto i = all.rbegin(); i != all.rend() && section.items.size() < most_good; ++i) {
    if (i->weak) continue;
    auto item = good_item(draft, *i);
    lines -= Height{draft.page_columns}.of(item);
    if (lines < 0) break;
    item.number = ++number;
    section.items.push_back(std::move(item));
  }
  return section;
}

}  // namespace

void add_night_before(Sheet& sheet, SheetDraft draft, const std::vector<std::size_t>& items,
                      const SheetPast& past, Day today) {
  draft.by_tier = true;
  const auto all = records_of(draft.bank, items, past, today);
  if (all.empty()) {
    sheet.notes = {
        "There is no history of these questions yet. Answer a few, and this page will show the weakest "
        "first, with the points you missed.",
        "viva drill --count 5"};
    return;
  }
  sheet.notes = {summary(draft.bank, all, items.size())};
  const auto weak = static_cast<std::size_t>(std::ranges::count(all, true, &Record::weak));
  int lines = draft.page_lines;
  auto again = look_again(draft, all, lines, today);
  auto well = went_well(draft, all, static_cast<int>(again.items.size()), lines);
  if (weak == 0) sheet.notes.emplace_back("Nothing is weak. Rest well.");
  if (weak > again.items.size())
    sheet.notes.push_back(
        fmt::format("{} more could do with another look: viva drill --weak", weak - again.items.size()));
  for (auto* section : {&again, &well})
    if (!section->items.empty()) sheet.sections.push_back(std::move(*section));
}

}  // namespace viva
