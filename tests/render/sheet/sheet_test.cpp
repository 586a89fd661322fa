// What a sheet holds: kinds, parts, sections, words, and the page from one's own history.
#include "render/sheet/sheet.hpp"

#include "bank/sample_bank.hpp"
#include "catch.hpp"
#include "render/sheet/writers.hpp"

using namespace viva;
using namespace viva::sample;

namespace {

Item rich(std::string id, std::size_t tier) {
  auto made = item(std::move(id), 3);
  made.tier = tier;
  made.pitfalls = {"Guessing."};
  made.follow_ups = {"And then?"};
  made.answer = "First.\n\nSecond.";
  made.references = {{"A paper", "https://example.org"}};
  return made;
}

Bank two_tiers() { return bank({rich("one", beginner), rich("two", beginner), rich("three", advanced)}); }

Sheet sheet_of(const Bank& bank, SheetRequest request, std::vector<std::size_t> items = {0, 1, 2},
               const Filter& filter = {}) {
  const AnswerLog log;
  const Progress progress(bank.items.size());
  return make_sheet(bank, items, filter, request, {log, progress}, tuesday);
}

const SheetItem& first(const Sheet& sheet) { return sheet.sections.at(0).items.at(0); }

Review review(const std::string& item, Day day, Rating rating, std::vector<int> ticked, int points = 3,
              int seconds = 0) {
  Review made;
  made.bank = "sample";
  made.item = item;
  made.at = Instant{day};
  made.day = day;
  made.rating = rating;
  made.ticked = std::move(ticked);
  made.points = points;
  made.seconds = seconds;
  return made;
}

bool says(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

Sheet night(const Bank& bank, const std::vector<Review>& reviews, SheetRequest request = {}) {
  request.kind = SheetKind::night_before;
  std::vector<std::size_t> all(bank.items.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  const auto log = log_of(reviews);
  const auto progress = replay(bank, log);
  return make_sheet(bank, all, {}, request, {log, progress}, tuesday);
}

}  // namespace

TEST_CASE("a study sheet has hints, points and pitfalls, by tier") {
  const auto sheet = sheet_of(two_tiers(), {});
  CHECK(sheet.title == "Sample");
  CHECK(sheet.subtitle == "Study sheet");
  CHECK(sheet.date == "24 November 2026");
  CHECK(sheet.selection == "3 questions, about 9 min");
  REQUIRE(sheet.sections.size() == 2);
  CHECK(sheet.sections[0].name == "Beginner");
  CHECK(sheet.sections[1].items[0].number == 3);
  CHECK(first(sheet).label == "Quantization · about 3 min");
  CHECK(first(sheet).hint == "Name it.");
  CHECK(first(sheet).points.size() == 3);
  CHECK(first(sheet).pitfalls.size() == 1);
  CHECK(first(sheet).follow_ups.empty());
  CHECK(first(sheet).answer.empty());
  CHECK(first(sheet).references.empty());
  CHECK(first(sheet).space == 0);
  CHECK(sheet.marks.empty());
  CHECK_FALSE(sheet.ticks);
}

TEST_CASE("each kind has its parts") {
  const auto bank = two_tiers();
  const auto questions = sheet_of(bank, {.kind = SheetKind::questions});
  CHECK(first(questions).hint.empty());
  CHECK(first(questions).points.empty());
  CHECK(first(questions).space == 8);
  const auto answers = sheet_of(bank, {.kind = SheetKind::answers});
  CHECK(first(answers).answer == "First.\n\nSecond.");
  CHECK(first(answers).follow_ups.size() == 1);
  CHECK(first(answers).references.size() == 1);
  const auto interviewer = sheet_of(bank, {.kind = SheetKind::interviewer});
  CHECK(interviewer.ticks);
  CHECK(interviewer.marks == std::vector<std::string>{"1 No", "2 Lean no", "3 Hire", "4 Strong hire"});
  CHECK(first(interviewer).hint.empty());
  CHECK(first(interviewer).space == 3);
  const auto cards = sheet_of(bank, {.kind = SheetKind::cards});
  CHECK(first(cards).label == "Quantization");
  CHECK(first(cards).pitfalls.empty());
}

TEST_CASE("parts are shown and hidden; hiding wins") {
  const auto sheet = sheet_of(two_tiers(), {.title = "My own",
                                            .show = {SheetPart::answer, SheetPart::space, SheetPart::ticks},
                                            .hide = {SheetPart::hint, SheetPart::topic, SheetPart::answer}});
  CHECK(sheet.title == "My own");
  CHECK(sheet.ticks);
  CHECK(first(sheet).hint.empty());
  CHECK(first(sheet).answer.empty());
  CHECK(first(sheet).label == "about 3 min");
  CHECK(first(sheet).space == 3);
}

TEST_CASE("out of the order of tiers there is one section, and items say their tier") {
  Filter filter;
  filter.order = Order::random;
  filter.seed = 7;
  const auto sheet = sheet_of(two_tiers(), {}, {2, 0}, filter);
  REQUIRE(sheet.sections.size() == 1);
  CHECK(sheet.sections[0].name.empty());
  CHECK(first(sheet).label == "Advanced · Quantization · about 3 min");
  CHECK(sheet.selection == "2 questions, about 6 min · shuffled (seed 7)");
}

TEST_CASE("the selection is put in words") {
  Filter filter;
  filter.tiers = {"begin"};
  filter.topics = {"quant"};
  filter.search = "about\nit";
  filter.fresh = true;
  CHECK(sheet_of(two_tiers(), {}, {0}, filter).selection ==
        "1 question, about 3 min · Beginner · Quantization · “about it” · new");
}

TEST_CASE("so are questions chosen by id, and what is due or weak") {
  Filter filter;
  filter.ids = {"one"};
  filter.due = filter.weak = true;
  CHECK(sheet_of(two_tiers(), {}, {0}, filter).selection ==
        "1 question, about 3 min · chosen one by one · due · weak");
  filter.order = Order::weakest;
  CHECK(sheet_of(two_tiers(), {.kind = SheetKind::night_before}, {0}, filter).selection ==
        "from 1 question · chosen one by one · due · weak");
}

TEST_CASE("the order is put in words, where it is not the bank's") {
  const auto in_order = [](const Filter& filter) {
    return sheet_of(two_tiers(), {}, {0, 1}, filter).selection;
  };
  Filter filter;
  CHECK(in_order(filter) == "2 questions, about 6 min");
  filter.order = Order::weakest;
  CHECK(in_order(filter) == "2 questions, about 6 min · weakest first");
  filter.order = Order::random;
  filter.seed = 7;
  CHECK(in_order(filter) == "2 questions, about 6 min · shuffled (seed 7)");
  filter.order = Order::plan;
  CHECK(in_order(filter) == "2 questions, about 6 min · new ones, in the bank's order");
  filter.planned = {2};  // which the sheet has not
  CHECK(in_order(filter) == "2 questions, about 6 min · new ones, in the bank's order");
  filter.planned = {1, 2};
  CHECK(in_order(filter) == "2 questions, about 6 min · in the plan's order");
}

TEST_CASE("without a plan, the order names what the sheet has") {
  const auto bank = two_tiers();
  const auto log = log_of({review("one", monday - std::chrono::days{40}, Rating::again, {}),
                           review("two", monday, Rating::easy, {1, 2, 3})});
  const auto progress = replay(bank, log);
  Filter filter;
  filter.order = Order::plan;
  const auto order = [&](const std::vector<std::size_t>& items) {
    const auto words = make_sheet(bank, items, filter, {}, {log, progress}, tuesday).selection;
    return words.substr(words.rfind(" · ") + 4);
  };
  constexpr std::size_t due = 0, rest = 1, fresh = 2;
  CHECK(order({due, fresh, rest}) == "due first, then new, then the rest");
  CHECK(order({due, fresh}) == "due first, then new");
  CHECK(order({due, rest}) == "due first, then the rest");
  CHECK(order({fresh, rest}) == "new first, then the rest");
  CHECK(order({due}) == "due, most forgotten first");
  CHECK(order({rest}) == "most forgotten first");
  CHECK(order({fresh}) == "new ones, in the bank's order");
}

TEST_CASE("a sheet says when the bank was reviewed, and the night before does not") {
  auto bank = two_tiers();
  CHECK(sheet_of(bank, {}).notes.empty());
  bank.reviewed = "2026-11-22";
  CHECK(sheet_of(bank, {}).notes ==
        std::vector<std::string>{"The questions were last reviewed on 22 November 2026."});
  CHECK(sheet_of(bank, {.kind = SheetKind::interviewer}).notes.back() ==
        "The questions were last reviewed on 22 November 2026.");
  for (const auto& note : night(bank, {review("one", monday, Rating::hard, {2})}).notes)
    CHECK(note.find("reviewed") == std::string::npos);
}

TEST_CASE("what is nearly certain is not called certain on the night before") {
  const auto bank = two_tiers();
  const auto sheet = night(bank, {review("one", monday - std::chrono::days{30}, Rating::easy, {1, 2, 3}),
                                  review("one", monday, Rating::easy, {1, 2, 3})});
  CHECK(sheet.notes.at(0).find("would make about 99 % of its points") != std::string::npos);
}

TEST_CASE("a sheet's texts hold no controls, and are Markdown as in the bank") {
  auto bad = item("bad", 1);
  bad.prompt = "a\x1b[31mbc\r\nd\xff";
  bad.points = {{{}, "```\n\tx\n```"}};
  const auto sheet = sheet_of(bank({bad}), {.title = "t\x07"}, {0});
  CHECK(first(sheet).prompt == "a␛[31mbc\nd\uFFFD");
  CHECK(first(sheet).points[0] == "```\n\tx\n```");
  CHECK(sheet.title == "t␇");
}

TEST_CASE("no format lets a control through") {
  auto bad = item("bad", 1);
  bad.prompt = "a\x1b[31mb\r\n\u009b c\x07\xff";
  bad.answer = "```\n\x1b[2J\n```";
  const auto sheet = sheet_of(bank({bad}), {.kind = SheetKind::answers}, {0});
  for (const auto& out :
       {sheet_text(sheet), sheet_markdown(sheet), sheet_html(sheet), sheet_anki(sheet), sheet_json(sheet)})
    for (const auto* control : {"\x1b", "\r", "\x07", "\u009b", "\xff"}) CHECK_FALSE(says(out, control));
}

TEST_CASE("a sheet's texts keep what tells which way they run") {
  auto mixed = item("mixed", 1);
  mixed.prompt = "\u200Fמה זה \u2067C++\u2069?";
  CHECK(first(sheet_of(bank({mixed}), {}, {0})).prompt == mixed.prompt);
}

TEST_CASE("without a history the night before says so") {
  const auto sheet = night(two_tiers(), {});
  CHECK(sheet.items() == 0);
  REQUIRE(sheet.notes.size() == 2);
  CHECK(sheet.notes[0].starts_with("There is no history of these questions yet."));
  CHECK(sheet.notes[1] == "viva drill --count 5");
}

TEST_CASE("the night before: the weakest first, what was missed, and what went well") {
  const auto sheet =
      night(two_tiers(), {review("two", monday - std::chrono::days{9}, Rating::again, {}, 3, 250),
                          review("one", monday, Rating::hard, {2}, 3, 200),
                          review("three", monday, Rating::easy, {1, 2, 3}, 3, 150)});
  REQUIRE(sheet.sections.size() == 2);
  CHECK(sheet.sections[0].name == "Look at these once more");
  const auto& weak = sheet.sections[0].items;
  REQUIRE(weak.size() == 2);
  CHECK(weak[0].id == "two");
  CHECK(weak[0].record == "Again 10 days ago · about 28 % now · 0 of 3 points · 4:10 of 3 min");
  CHECK(weak[0].missed == std::vector<std::string>{"Point 1", "Point 2", "Point 3"});
  CHECK(weak[1].missed == std::vector<std::string>{"Point 1", "Point 3"});
  CHECK(sheet.sections[1].name == "What went well");
  CHECK(sheet.sections[1].items.at(0).id == "three");
  CHECK(sheet.sections[1].items.at(0).number == 3);
  CHECK(sheet.notes.at(0) ==
        "You have answered 3 of 3 questions, and would make about 61 % of their points today. Your answers "
        "took 3:20 on average; 3:00 is planned.");
}

TEST_CASE("points that are gone, or were added since, are not called missed") {
  auto changed = review("one", monday, Rating::again, {1}, 4);
  changed.asked = {"Gone", "Point 2", "Gone, too", "Point 3"};
  const auto sheet = night(two_tiers(), {changed});
  CHECK(first(sheet).missed == std::vector<std::string>{"Point 2", "Point 3"});
  CHECK(says(first(sheet).record, " · 0 of 2 points"));
}

TEST_CASE("the night before goes by points missed, not by age") {
  const auto sheet = night(two_tiers(), {review("one", monday - std::chrono::days{30}, Rating::hard, {1, 2}),
                                         review("two", monday, Rating::again, {})});
  CHECK(first(sheet).id == "two");
}

TEST_CASE("the night before tells of the first answer of a day, not of what was asked once more") {
  auto more = review("one", monday, Rating::good, {1, 2}, 2, 20);
  more.at += 1h;
  more.asked = {"Point 1", "Point 3"};
  const auto sheet = night(two_tiers(), {review("one", monday, Rating::again, {2}, 3, 200), more});
  CHECK(says(first(sheet).record, "Again yesterday · "));
  CHECK(says(first(sheet).record, " · 1 of 3 points · 3:20 of 3 min"));
  CHECK(first(sheet).missed == std::vector<std::string>{"Point 1", "Point 3"});
}

TEST_CASE("no question of the night before is cut short, and the page still holds them") {
  std::vector<Item> items;
  std::vector<Review> reviews;
  for (int i = 0; i < 30; ++i) {
    items.push_back(item("item-" + std::to_string(i), 3));
    items.back().prompt = "Question " + std::to_string(i) + ", which has " +
                          std::string(180, 'w').replace(60, 1, " ").replace(120, 1, " ") + "?";
    const bool good = i % 10 != 0;
    reviews.push_back(review("item-" + std::to_string(i), monday, good ? Rating::easy : Rating::again,
                             good ? std::vector{1, 2, 3} : std::vector{1}));
  }
  const auto sheet = night(bank(items), reviews, {.page_lines = 46, .page_columns = 66});
  REQUIRE(sheet.sections.size() == 2);
  CHECK(sheet.sections[0].items.size() == 3);
  CHECK(sheet.sections[1].items[0].number == static_cast<int>(sheet.sections[0].items.size()) + 1);
  for (const auto& section : sheet.sections)
    for (const auto& item : section.items) CHECK(item.prompt.ends_with("w?"));
  CHECK(says(sheet_text(sheet, true), "1 of 1"));
}

TEST_CASE("the night before holds as much as a page does, and says what it leaves out") {
  std::vector<Item> items;
  std::vector<Review> reviews;
  for (int i = 0; i < 40; ++i) {
    items.push_back(item("item-" + std::to_string(i), 3));
    reviews.push_back(review("item-" + std::to_string(i), monday, Rating::again, {1}));
  }
  const auto sheet = night(bank(items), reviews, {.page_lines = 46, .page_columns = 66});
  REQUIRE(sheet.sections.size() == 1);
  CHECK(sheet.items() == 9);
  CHECK(sheet.notes.at(1) == "31 more could do with another look: viva drill --weak");
  CHECK(sheet_text(sheet, true).find("1 of 1") != std::string::npos);
}

TEST_CASE("only what went well") {
  const auto sheet = night(two_tiers(), {review("one", monday, Rating::easy, {1, 2, 3})});
  CHECK(sheet.notes.at(1) == "Nothing is weak. Rest well.");
  CHECK(sheet.sections.size() == 1);
}
