// What is typed to a question stays with it, whatever comes between, and is rated or told in the end.
#include "session/drill_session.hpp"

using namespace viva;
using namespace viva::sample;

namespace {

using Texts = std::vector<std::string>;

void type(Session& session, const char* text) { session.step(Drill::Type{text}); }

Texts unrated(Session& session) {
  session.play("q");
  return session.view().summary->unrated;
}

}  // namespace

TEST_CASE("an answer that was begun comes back with its question", "[drill]") {
  Session session{{item("a"), item("b")}};
  type(session, "half an ans");
  CHECK(session.view().answer == "half an ans");
  session.play("s");
  CHECK(session.view().answer.empty());
  type(session, "other");
  session.play("u");
  CHECK(session.view().answer == "half an ans");
  session.play("s");
  CHECK(session.view().answer == "other");
}

TEST_CASE("what is revealed is what counts, without spaces and empty lines at its end", "[drill]") {
  Session session{{item("a")}};
  type(session, "one");
  session.step(Drill::Reveal{"one\n  two \t\n\n"});
  CHECK(session.view().answer == "one\n  two");
  session.play("3");
  CHECK(session.log.reviews.front().answer == "one\n  two");
  CHECK(session.view().summary->unrated.empty());
}

TEST_CASE("what was typed and not rated is in the summary", "[drill]") {
  for (const auto* script : {"", "s", "ss", "r", "rs", "ru"}) {
    CAPTURE(script);
    Session session{{item("a"), item("b")}};
    type(session, "kept");
    if (*script == 'r') session.step(Drill::Reveal{"kept"});
    session.play(std::string_view{script}.substr(*script == 'r' ? 1 : 0));
    if (session.view().phase == Drill::Phase::finished)
      CHECK(session.view().summary->unrated == Texts{"kept"});
    else
      CHECK(unrated(session) == Texts{"kept"});
  }
}

TEST_CASE("what is typed when a question is asked once more is kept apart", "[drill]") {
  Session session{{item("only")}, ""};
  session.step(Drill::Reveal{"first"});
  session.play("1");
  REQUIRE(session.place() == "only? 2/2");
  CHECK(session.view().answer.empty());
  type(session, "again");
  session.play("u");
  CHECK(session.view().answer == "first");
  session.play("1");
  CHECK(session.view().answer == "again");
  CHECK(unrated(session) == Texts{"again"});
}
