#include "store/scratch.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "viva/base/error.hpp"

namespace viva::test {
namespace {

namespace fs = std::filesystem;

void say_all(int pipe, std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(pipe, text.data(), text.size());
    if (written <= 0) ::_exit(1);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void become_plain_user() {
  constexpr unsigned nobody = 65534;
  if (::getuid() != 0) return;
  if (::setgid(nobody) != 0 || ::setuid(nobody) != 0) throw std::runtime_error{"cannot drop privileges"};
}

}  // namespace

Scratch::Scratch() {
  auto name = (fs::temp_directory_path() / "viva-test-XXXXXX").native();
  if (!::mkdtemp(name.data())) throw std::runtime_error{"cannot make " + name};
  path_ = fs::canonical(name);
}

Scratch::~Scratch() {
  std::error_code ignored;
  fs::permissions(path_, fs::perms::owner_all, ignored);
  fs::remove_all(path_, ignored);
}

Child::Child(const std::function<std::string(const Say&)>& work) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) throw std::runtime_error{"cannot make a pipe"};
  process_ = ::fork();
  if (process_ < 0) throw std::runtime_error{"cannot fork"};
  if (process_ == 0) {
    ::close(ends[0]);
    try {
      say_all(ends[1], work([&](std::string_view text) { say_all(ends[1], text); }));
    } catch (const std::exception& failure) {
      say_all(ends[1], failure.what());
    }
    ::_exit(0);
  }
  ::close(ends[1]);
  pipe_ = ends[0];
}

Child::~Child() {
  ::close(pipe_);
  if (process_ < 0) return;
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
}

std::string Child::hear(std::size_t bytes) {
  std::string heard;
  std::array<char, 4096> buffer{};
  while (heard.size() < bytes) {
    const auto size = ::read(pipe_, buffer.data(), std::min(buffer.size(), bytes - heard.size()));
    if (size <= 0) break;
    heard.append(buffer.data(), static_cast<std::size_t>(size));
  }
  return heard;
}

std::string Child::finish() {
  auto heard = hear(std::string::npos);
  ::waitpid(process_, nullptr, 0);
  process_ = -1;
  return heard;
}

std::string Child::kill() {
  ::kill(process_, SIGKILL);
  return finish();
}

std::string in_child(const std::function<std::string()>& work) {
  return Child{[&](const Child::Say&) { return work(); }}.finish();
}

std::string as_plain_user(const std::function<std::string()>& work) {
  return in_child([&] {
    become_plain_user();
    return work();
  });
}

std::string error_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

void write_text(const fs::path& file, std::string_view text) {
  std::ofstream stream{file, std::ios::binary};
  stream << text;
  if (!stream.flush()) throw std::runtime_error{"cannot write " + file.native()};
}

std::string read_text(const fs::path& file) {
  std::ifstream stream{file, std::ios::binary};
  if (!stream) throw std::runtime_error{"cannot read " + file.native()};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

void run_sql(const fs::path& file, const std::string& sql) {
  SQLite::Database{file.native(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}.exec(sql);
}

std::string id(int number) { return fmt::format("{:032x}", number); }

Review review(int number) {
  Review review;
  review.id = id(number);
  review.bank = "on-device-ai";
  review.item = fmt::format("question-{}", number % 50);
  review.at = parse_instant("2026-11-22T16:05:09.250Z").value() + std::chrono::minutes{number};
  review.day = study_day(review.at, std::chrono::seconds{0});
  review.rating = static_cast<Rating>(1 + number % 4);
  review.ticked = {1, 2, 4};
  review.points = 5;
  review.seconds = 93;
  return review;
}

void append(History& history, const Review& review) { history.merge({.reviews = {review}}); }

InterviewSetting setting(int number) {
  Interview acme;
  acme.title = "Acme";
  acme.day = parse_day("2026-12-10").value();
  acme.off = parse_days_off("sat,sun").days;
  return {id(number), id(7), review(number).at, acme};
}

RoundState round_state(int number) {
  RoundState state;
  state.id = id(number);
  state.preset = "screen";
  state.name = "Phone screen";
  state.seed = 7;
  state.seconds = 1800;
  state.phase = RoundPhase::answering;
  state.begun = state.shown =
      parse_instant("2026-11-22T16:05:09.250Z").value() + std::chrono::minutes{number};
  state.seen = state.saved = state.begun + std::chrono::seconds{5};
  state.deadline = state.begun + std::chrono::minutes{30};
  state.day = study_day(state.begun, std::chrono::seconds{0});
  state.revision = 1;
  RoundQuestion question;
  question.bank = "on-device-ai";
  question.item = "question-1";
  question.tier = "beginner";
  question.topic = "quantization";
  question.tier_name = "Beginner";
  question.topic_name = "Quantization";
  question.prompt = "What is it?";
  question.budget = 900;
  question.points = 5;
  question.reach = Reach::reached;
  state.questions.push_back(question);
  question.item = "question-2";
  question.reach = Reach::waiting;
  state.questions.push_back(question);
  return state;
}

}  // namespace viva::test
