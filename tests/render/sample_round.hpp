// A mock round as it may have gone, and a bank for it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bank/sample_bank.hpp"
#include "viva/session/round.hpp"

namespace viva::sample {

inline constexpr Instant ten = monday + 10h;

// ESC, a bidirectional override, HTML, Markdown, a pipe, a newline.
inline const std::string hostile = "\x1b[2J\u202Eevil\u2069 <script>x</script> `c` |p| [a](b)\n# *x*";

inline Bank round_bank() {
  Bank bank;
  bank.id = "sample";
  bank.title = "On-Device AI Engineer";
  bank.tiers = {{"beginner", "Beginner"},
                {"intermediate", "Intermediate"},
                {"workflow", "AI Workflow & Tools"},
                {"behavioral", "Behavioral"}};
  bank.topics = {{"quantization", "Quantization"}, {"hardware", "Hardware"}};
  bank.rounds = {{"screen", "Phone screen", 30, {{0, 4}, {1, 3}, {3, 1}}},
                 {"onsite", "On-site loop", 60, {{0, 2}, {1, 4}, {2, 2}, {3, 2}}}};
  Item item;
  item.bank = "sample";
  item.id = "what-is-quantization";
  item.prompt =
      "What is model quantization, what do you gain on a phone, and how do you keep accuracy from falling?";
  item.hint =
      "Name the precisions involved, what shrinks and what speeds up, then how accuracy is measured and "
      "kept.";
  item.points = {{"precision", "weights stored at lower precision, FP32 to INT8"},
                 {"memory", "memory falls in proportion: 4x for INT8"},
                 {"speed", "integer units are faster and use less energy"},
                 {"calibration", "calibration data sets the ranges of activations"},
                 {"training", "quantization-aware training where that is not enough"}};
  item.follow_ups = {"Which layers would you leave in floating point?"};
  item.pitfalls = {"Promising a fourfold speed-up because the weights are a quarter of the size."};
  item.answer = "Weights and activations at fewer bits, measured on real data.";
  bank.items = {item};
  return bank;
}

inline bool says(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

struct Given {
  const char *item, *tier, *tier_name, *topic, *topic_name;
  int budget, used, predicted, mark;
};

inline RoundQuestion question(const Given& given) {
  RoundQuestion made;
  made.bank = "sample";
  made.item = given.item;
  made.tier = given.tier;
  made.tier_name = given.tier_name;
  made.topic = given.topic;
  made.topic_name = given.topic_name;
  made.prompt = std::string{"What about "} + given.item + "?";
  made.budget = given.budget;
  made.reach = Reach::reached;
  made.used = given.used;
  made.predicted = given.predicted;
  made.mark = given.mark;
  made.points = 5;
  for (int point = 1; point <= given.mark; ++point) made.ticked.push_back(point);
  made.review = std::string(31, '0') + std::to_string(given.mark);
  return made;
}

// Finished: a Lean no, with an Intermediate tier that falls short and one question not reached.
inline RoundState finished_round() {
  RoundState round;
  round.id = "3f2a91bc" + std::string(24, '0');
  round.preset = "screen";
  round.name = "Phone screen";
  round.seed = 20261123;
  round.seconds = 30 * 60;
  round.phase = RoundPhase::finished;
  round.day = monday;
  round.begun = ten;
  round.questions = {
      question(
          {"what-is-quantization", "beginner", "Beginner", "quantization", "Quantization", 196, 171, 3, 4}),
      question({"on-device-vs-cloud-inference", "beginner", "Beginner", "system-design", "System Design", 196,
                188, 4, 3}),
      question({"npu-gpu-cpu", "beginner", "Beginner", "hardware", "Hardware", 196, 223, 3, 3}),
      question({"what-a-runtime-does", "beginner", "Beginner", "runtimes-and-conversion",
                "Runtimes & Conversion", 196, 102, 3, 3}),
      question(
          {"ptq-vs-qat", "intermediate", "Intermediate", "quantization", "Quantization", 262, 341, 4, 2}),
      question({"unsupported-operators", "intermediate", "Intermediate", "runtimes-and-conversion",
                "Runtimes & Conversion", 262, 259, 2, 3}),
      question({"thermal-throttling-under-load", "intermediate", "Intermediate", "profiling-and-power",
                "Profiling & Power", 262, 265, 3, 1}),
      question({"a-disagreement-about-a-deadline", "behavioral", "Behavioral", "collaboration",
                "Collaboration", 230, 0, 0, 1})};
  auto& first = round.questions.front();
  first.prompt = round_bank().items.front().prompt;
  first.follow_up = 0;
  first.answer = "Weights go from 32 to 8 bits.\nA quarter of the memory, and faster on an NPU.";
  first.reply = "The first and the last.";
  auto& last = round.questions.back();
  last.reach = Reach::not_reached;
  last.predicted.reset();
  last.ticked.clear();
  last.review.clear();
  return round;
}

// The same preset three days before.
inline RoundState earlier_round() {
  auto round = finished_round();
  round.id = "a07c44d1" + std::string(24, '0');
  round.day = monday - std::chrono::days{3};
  round.begun = ten - 72h;
  round.questions[1].mark = 2;
  round.questions[3].mark = 1;
  round.questions[4].mark = 3;
  round.questions[6].mark = 2;
  return round;
}

inline Review typed(const std::string& answer, int days_ago, Rating rating) {
  Review review;
  review.id = std::string(32, 'e');
  review.bank = "sample";
  review.item = "what-is-quantization";
  review.at = ten - std::chrono::days{days_ago};
  review.day = monday - std::chrono::days{days_ago};
  review.rating = rating;
  review.mode = Mode::round;
  review.round = std::string(32, 'd');
  review.answer = answer;
  return review;
}

// Newest first.
inline std::vector<Review> earlier_answers() {
  return {typed("Fewer bits a weight.\nI forgot the activations.", 3, Rating::hard),
          typed("Something with integers?", 40, Rating::again)};
}

// Whatever a stranger may choose is hostile.
inline RoundState hostile_round() {
  auto round = finished_round();
  round.name = hostile;
  round.questions.resize(1);
  auto& question = round.questions.front();
  question.item = question.tier_name = question.topic_name = question.prompt = hostile;
  question.answer = hostile + "\n\n---\n```\n</blockquote>\n1. x\n\xff";
  question.reply = hostile;
  question.mark = 1;
  return round;
}

}  // namespace viva::sample
