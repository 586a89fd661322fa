// Questions that make a screen's life hard: many points, wide and joined characters, a prompt longer than the
// screen, hostile text.
#pragma once

#include <string>

#include "bank/sample_bank.hpp"

namespace viva::sample {

inline const std::string malice =
    "\x1b[2J\x1b]0;owned\x07 \u202Eevil\u2069 \x9b"
    "31m\xff \u0085 <b>x</b>\n\tnext";

inline Item ordinary() {
  auto made = item("what-is-quantization");
  made.prompt =
      "What is model quantization, what do you gain on a phone, and how do you keep accuracy from falling?";
  made.hint =
      "Name the precisions involved, what shrinks and what speeds up, then how accuracy is measured and "
      "kept.";
  made.points = {{"precision", "weights stored at lower precision, FP32 to INT8"},
                 {"memory", "memory falls in proportion: 4x for INT8"},
                 {"speed", "integer units are faster and use less energy"},
                 {"calibration", "calibration data sets the ranges of activations"},
                 {"training", "quantization-aware training where that is not enough"}};
  made.follow_ups = {"Which layers would you leave in floating point?",
                     "How would you find out that accuracy fell only for some users?"};
  made.pitfalls = {"Promising a fourfold speed-up because the weights are a quarter of the size."};
  made.answer = "Weights and activations at fewer bits, measured on real data.";
  made.references = {{"A survey of quantization methods", "https://example.org/a-survey"}};
  return made;
}

// Chinese, joined emoji, a flag, marks that combine, and twelve points.
inline Item worldly() {
  auto made = item("worldly", 12);
  made.tier = advanced;
  made.topic = npu;
  made.minutes = 5;
  made.prompt =
      "手机上的推理为什么会变慢？👩‍💻 Explain it to a nai\u0308ve friend 🇩🇪, "
      "一步一步地说。";
  made.hint = "热量、内存带宽和电池 ❤️ set the limits.";
  made.points[0].text = "温度升高时芯片降低频率，所以持续性能比峰值性能重要得多，这一点常常被忽略";
  made.points[1].text = "caf\u00e9 and cafe\u0301 look the same 👨‍👩‍👧‍👦";
  made.points[11].text =
      "the twelfth point, which is long enough to need a second row on any screen of a usual "
      "width, and a third one on a narrow one";
  made.follow_ups = {"如果用户有旧手机呢？"};
  made.pitfalls = {"只看第一分钟的速度。"};
  return made;
}

// Markdown in each of its texts: code longer than a line, lists in lists, quotes.
inline Item structured() {
  auto made = item("smart-pointers");
  made.prompt =
      "Who owns what here?\n\n```cpp\nstd::unique_ptr<Node> head = "
      "std::make_unique<Node>(std::move(first), std::move(second));\n  head->next = nullptr;  // "
      "indented\n```";
  made.hint =
      "Say in order:\n\n1. what `head` owns,\n2. what a *move* leaves behind:\n   - of a pointer,\n   - of a "
      "string.\n\n> Ownership is a *promise*,\n> not a comment.";
  made.points = {{"one", "`head` owns its node, and nobody else does"},
                 {"two", "a moved-from `unique_ptr` is empty:\n\n```cpp\nassert(first == nullptr);\n```"},
                 {"three", "a string is *valid but unspecified*"},
                 {"four", "two exceptions to name:\n\n- `release()`\n  - leaks if dropped\n- `get()`"},
                 {"five", "the destructor is called when `head` goes out of scope"}};
  made.follow_ups = {"And with `shared_ptr`?\n\n- who counts\n- when"};
  made.pitfalls = {"Saying that `std::move` moves:\n\n> It is a cast."};
  made.answer = "See `std::unique_ptr`:\n\n```cpp\ndelete get();\n```";
  return made;
}

// What somebody typed, with code: of three lines, and of sixty.
inline const std::string short_answer = "It owns the node:\n\n    if (head)\n        use(*head);";

inline std::string long_answer() {
  std::string text = "First the list, then `main`:\n\n```cpp\n";
  for (int line = 1; line <= 55; ++line)
    text +=
        std::string(static_cast<std::size_t>(line % 4) * 2, ' ') + "step_" + std::to_string(line) + "();\n";
  return text + "```\n\nThat is all.";
}

// Nothing but a prompt of three hundred words, and a hint.
inline Item lengthy() {
  auto made = item("lengthy");
  made.tier = scenario;
  made.topic = pruning;
  made.prompt.clear();
  for (int sentence = 1; sentence <= 30; ++sentence)
    made.prompt += "Sentence " + std::to_string(sentence) + " of a scenario that goes on for long. ";
  made.hint = "Take it apart.";
  return made;
}

inline Item hostile_item() {
  auto made = item("hostile");
  made.prompt = made.hint = made.answer = malice;
  made.points = {{{}, malice}, {{}, malice}};
  made.follow_ups = made.pitfalls = {malice, malice};
  made.references = {{malice, malice}};
  return made;
}

}  // namespace viva::sample
