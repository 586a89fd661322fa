// The built-in bank keeps its shape: what a candidate can rely on in each of its 50 questions.
#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "viva/bank/bank.hpp"

using namespace viva;

namespace {

// Progress belongs to an id: these never change.
constexpr std::array ids{"on-device-vs-cloud-inference",
                         "what-is-quantization",
                         "cpu-gpu-npu-choice",
                         "mobile-inference-frameworks",
                         "ptq-vs-qat",
                         "pytorch-to-tflite-conversion",
                         "choosing-an-npu-or-soc",
                         "knowledge-distillation-basics",
                         "operator-fusion",
                         "measuring-inference-power",
                         "mixed-precision-quantization",
                         "unsupported-npu-operator",
                         "ptq-calibration-data",
                         "llm-memory-on-mobile",
                         "edge-ml-ci-cd",
                         "phone-llm-deployment",
                         "tvm-compiler-stack",
                         "custom-tflite-delegate",
                         "structured-vs-unstructured-pruning",
                         "npu-vs-gpu-optimization",
                         "private-speech-personalization",
                         "transformer-ptq-outliers",
                         "realtime-detection-edge",
                         "graph-layout-and-memory-planning",
                         "model-delta-updates-ota",
                         "scenario-cloud-model-to-phone",
                         "scenario-quantization-fairness-regression",
                         "scenario-npu-below-vendor-claim",
                         "scenario-one-model-twelve-socs",
                         "scenario-offline-app-fails-offline",
                         "scenario-fast-benchmark-slow-users",
                         "scenario-diffusion-on-smartwatch",
                         "scenario-untested-legacy-tflite",
                         "scenario-private-personalization",
                         "scenario-regulated-medical-inference",
                         "optimum-ort-quantization-workflow",
                         "wandb-edge-experiment-tracking",
                         "tensorrt-jetson-engine-build",
                         "tvm-autotuning-edge-target",
                         "coreml-conversion-and-report",
                         "device-benchmarks-in-github-actions",
                         "mediapipe-custom-gestures",
                         "qualcomm-ai-hub-workbench",
                         "executorch-end-to-end",
                         "smoothquant-with-onnxruntime",
                         "behavioral-pushing-back-on-product",
                         "behavioral-production-model-failure",
                         "behavioral-staying-current",
                         "behavioral-hardware-team-conflict",
                         "behavioral-mentoring-into-edge-ai"};

const Bank& bank() {
  static const Bank parsed = [] {
    std::ifstream file{VIVA_SOURCE_DIR "/data/bank.json"};
    std::stringstream text;
    text << file.rdbuf();
    auto result = parse_bank(text.str(), "data/bank.json");
    INFO(diagnostic_text(result.diagnostics));
    REQUIRE(result.diagnostics.empty());
    return std::move(result.bank);
  }();
  return parsed;
}

std::size_t words(const std::string& text) {
  std::istringstream stream{text};
  std::size_t count = 0;
  for (std::string word; stream >> word;) ++count;
  return count;
}

std::size_t sentences(const std::string& text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool ends = text[i] == '.' || text[i] == '?' || text[i] == '!';
    if (ends && (i + 1 == text.size() || text[i + 1] == ' ')) ++count;
  }
  return count;
}

bool within(std::size_t value, std::size_t least, std::size_t most) {
  return value >= least && value <= most;
}

std::vector<std::string> texts(const Item& item) {
  std::vector<std::string> all{item.prompt, item.hint, item.answer};
  for (const auto& list : {point_texts(item.points), item.follow_ups, item.pitfalls})
    all.insert(all.end(), list.begin(), list.end());
  return all;
}

std::string outside_backticks(const std::string& text) {
  std::string plain;
  bool code = false;
  for (const char c : text) {
    if (c == '`') code = !code;
    if (!code) plain += c;
  }
  REQUIRE_FALSE(code);
  return plain;
}

// The least and the most minutes that `count` items of a tier can take.
std::pair<int, int> minutes_of(std::size_t tier, int count) {
  std::vector<int> minutes;
  for (const auto& item : bank().items)
    if (item.tier == tier) minutes.push_back(item.minutes);
  std::ranges::sort(minutes);
  REQUIRE(static_cast<std::size_t>(count) <= minutes.size());
  int least = 0, most = 0;
  for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
    least += minutes[i];
    most += minutes[minutes.size() - 1 - i];
  }
  return {least, most};
}

}  // namespace

TEST_CASE("the bank holds the 50 questions, in their order") {
  REQUIRE(bank().items.size() == ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) CHECK(bank().items[i].id == ids[i]);
}

TEST_CASE("the bank has the six tiers with their numbers of questions") {
  const std::vector<std::pair<std::string, int>> expected{
      {"Beginner", 5},        {"Intermediate", 10},        {"Advanced", 10},
      {"Scenario-Based", 10}, {"AI Workflow & Tools", 10}, {"Behavioral", 5}};
  REQUIRE(bank().tiers.size() == expected.size());
  for (std::size_t tier = 0; tier < expected.size(); ++tier) {
    CHECK(bank().tiers[tier].name == expected[tier].first);
    CHECK(std::ranges::count(bank().items, tier, &Item::tier) == expected[tier].second);
  }
}

TEST_CASE("every topic is used, and a tier of ten has more than one") {
  CHECK(within(bank().topics.size(), 12, 13));
  std::map<std::size_t, std::set<std::size_t>> topics;
  std::set<std::size_t> used;
  for (const auto& item : bank().items) {
    topics[item.tier].insert(item.topic);
    used.insert(item.topic);
  }
  CHECK(used.size() == bank().topics.size());
  for (const auto& entry : topics)
    if (std::ranges::count(bank().items, entry.first, &Item::tier) == 10) CHECK(entry.second.size() >= 2);
}

TEST_CASE("every question has all its parts, of a length one can use") {
  std::set<std::string> prompts;
  for (const auto& item : bank().items) {
    CAPTURE(item.id);
    CHECK(prompts.insert(item.prompt).second);
    CHECK(within(sentences(item.prompt), 1, 3));
    CHECK(within(sentences(item.hint), 2, 3));
    CHECK(within(item.points.size(), 4, 7));
    for (const auto& point : item.points) {
      CAPTURE(point.id, point.text);
      CHECK_FALSE(point.id.empty());
      CHECK(within(words(point.text), 6, 20));
    }
    CHECK(within(words(item.answer), 150, 260));
    CHECK(within(item.pitfalls.size(), 1, 3));
    CHECK(within(item.follow_ups.size(), 2, 3));
    CHECK(within(item.references.size(), 1, 3));
    for (const auto& reference : item.references) CHECK(reference.url.starts_with("https://"));
  }
}

TEST_CASE("the minutes fit the answer at 130 words a minute, with time to think") {
  for (const auto& item : bank().items) {
    CAPTURE(item.id);
    const double speaking = static_cast<double>(words(item.answer)) / 130;
    CHECK(within(static_cast<std::size_t>(item.minutes), 2, 5));
    CHECK(item.minutes >= speaking);
    CHECK(item.minutes <= speaking + 2.5);
  }
}

TEST_CASE("texts are plain: no markup but backticks, no typographic quotes, no stray space") {
  for (const auto& item : bank().items)
    for (const auto& text : texts(item)) {
      CAPTURE(item.id, text);
      const auto plain = outside_backticks(text);
      for (const auto* markup :
           {"**", "__", "](", "<", "http://", "\t", "  ", "\u2018", "\u2019", "\u201c", "\u201d"})
        CHECK(plain.find(markup) == std::string::npos);
      CHECK(text.front() != ' ');
      CHECK(text.back() != ' ');
    }
}

TEST_CASE("every round can be drawn and fills its time") {
  CHECK(bank().rounds.size() == 5);
  for (const auto& round : bank().rounds) {
    CAPTURE(round.id);
    int least = 0, most = 0;
    for (const auto& [tier, count] : round.draw) {
      const auto minutes = minutes_of(tier, count);
      least += minutes.first;
      most += minutes.second;
    }
    CHECK(least * 100 >= round.minutes * 80);
    CHECK(most <= round.minutes);
  }
}
