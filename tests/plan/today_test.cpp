// What there is to do today, with an interview ahead and without one, and what comes next.
#include "viva/plan/today.hpp"

#include "catch.hpp"
#include "plan/plan_scene.hpp"

using namespace viva;
using namespace viva::sample;
using std::chrono::days;

namespace {

struct Scene {
  Bank bank;
  std::optional<PlanRequest> asked{};
  Diary diary{bank};

  explicit Scene(std::size_t items) : bank(questions(items)) {}
  // So many items were failed yesterday, and so many known well.
  Scene(std::size_t items, std::size_t failed, std::size_t known) : Scene(items) {
    for (std::size_t i = 0; i < failed + known; ++i) diary.answer(i, i < failed ? 1 : 5, monday - days{1});
  }
  Today today(Day day = monday) const { return find_today(bank, diary.on(day), asked, {}, day); }
  NextStep next() const { return next_step(bank, today()); }
  void do_all() {
    for (const auto& entry : today().work.left()) diary.answer(entry.item, 5, monday);
  }
};

}  // namespace

TEST_CASE("without an interview a day is ten questions, three of them new", "[plan]") {
  const auto reasons = [](const Scene& scene) {
    const auto& entries = scene.today().work.entries;
    return std::pair{entries.size(), fresh_of(scene.today().work)};
  };
  using Sizes = std::pair<std::size_t, std::size_t>;
  CHECK(reasons(Scene{50}) == Sizes{10, 10});
  CHECK(reasons(Scene{50, 4, 0}) == Sizes{10, 6});
  CHECK(reasons(Scene{50, 20, 0}) == Sizes{10, 3});
  CHECK(reasons(Scene{21, 20, 0}) == Sizes{10, 1});
  CHECK(reasons(Scene{20, 20, 0}) == Sizes{10, 0});
  CHECK(reasons(Scene{4}) == Sizes{4, 4});
  CHECK(reasons(Scene{4, 0, 4}) == Sizes{0, 0});
  CHECK(reasons(Scene{0}) == Sizes{0, 0});
}

TEST_CASE("a backlog is counted, not dumped", "[plan]") {
  const auto today = Scene{50, 20, 0}.today();
  CHECK(today.due == 20);
  CHECK(today.due_beyond == 13);
  CHECK(today.fresh == 30);
  CHECK(today.weak == 20);
  CHECK_FALSE(today.next_due);
}

TEST_CASE("where nothing is due it is told when something is", "[plan]") {
  const Scene scene{4, 0, 4};
  CHECK(scene.today().due == 0);
  REQUIRE(scene.today().next_due);
  CHECK(*scene.today().next_due > monday);
}

TEST_CASE("a usual day does not move while one works either", "[plan]") {
  Random random{8};
  for (int round = 0; round < 20; ++round) {
    CAPTURE(round);
    Scene scene{50, 3 + below(random, 12), 5};
    const auto morning = scene.today().work;
    auto order = morning.left();
    seeded_shuffle(order, random);
    for (std::size_t done = 0; done < order.size(); ++done) {
      CHECK(scene.today().work.left().size() == order.size() - done);
      scene.diary.answer_at_random(order[done].item, random, monday);
    }
    CHECK(scene.today().work.left().empty());
    CHECK(items_of(scene.today().work) == items_of(morning));
  }
}

TEST_CASE("what comes back does so when it is due, or when the plan asks it", "[plan]") {
  Scene scene{12};
  scene.diary.answer(0, 1, monday);
  CHECK(returns(scene.bank, scene.diary.on(monday), std::nullopt, 0) == tuesday);
  const auto asked = request(scene.bank, 20, 20);
  CHECK(returns(scene.bank, scene.diary.on(monday), asked, 0) ==
        planned_return(scene.bank, scene.diary.on(monday), asked, 0));
}

TEST_CASE("the next step, in every state", "[plan]") {
  const auto check = [](const Scene& scene, const std::string& command, const std::string& reason) {
    CHECK(scene.next().command == command);
    CHECK(scene.next().reason == reason);
  };
  check(Scene{0}, "viva bank init my-bank.json", "the bank has no questions; begin one");
  check(Scene{50}, "viva drill", "10 new");
  check(Scene{50, 4, 0}, "viva drill", "4 due, 6 new");
  check(Scene{12, 12, 0}, "viva drill", "10 due");

  Scene done{50, 9, 0};
  done.do_all();
  check(done, "viva drill --due", "today's questions are done; 2 more are due");
  Scene one_more{50, 8, 0};
  one_more.do_all();
  check(one_more, "viva drill --due", "today's questions are done; 1 more is due");
  Scene weak{4, 0, 4};
  weak.diary.answer(0, 1, monday);
  check(weak, "viva drill --weak", "nothing is due until Tue 24 Nov; 1 went badly");
  Scene known{4, 0, 4};
  CHECK(known.next().command == "viva drill --order weakest --count 5");
}

TEST_CASE("the next step toward an interview, in every state", "[plan]") {
  const auto check = [](const Scene& scene, const std::string& command, const std::string& reason) {
    CHECK(scene.next().command == command);
    CHECK(scene.next().reason == reason);
  };
  Scene scene{50};
  scene.asked = request(scene.bank, 3, 60);  // a round is planned for today
  const auto count = scene.today().work.entries.size();
  REQUIRE(count > 1);
  check(scene, "viva drill", std::to_string(count) + " in today's plan");
  scene.diary.answer(scene.today().work.entries[0].item, 5, monday);
  check(scene, "viva drill", std::to_string(count - 1) + " more in today's plan");
  scene.do_all();
  check(scene, "viva mock screen", "today's questions are done; the planned round is left");
  scene.asked->rounds = {monday};
  check(scene, "viva drill --order weakest --count 5", "today's plan is done");
  scene.diary.answer(49, 0, monday);
  check(scene, "viva drill --weak", "today's plan is done; 1 went badly");
  Scene off{50};
  off.asked = request(off.bank, 9, 60);
  off.asked->interview.off = parse_days_off("mon").days;
  check(off, "viva drill --count 5", "today is a day off");
}

TEST_CASE("a round of the plan has a command", "[plan]") {
  const auto bank = questions(1);
  CHECK(mock_command(bank, {0, 30, 2250}) == "viva mock screen");
  CHECK(mock_command(bank, {std::nullopt, 8, 600}) == "viva mock --minutes 8");
}
