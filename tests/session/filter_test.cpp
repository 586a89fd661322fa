#include "viva/session/filter.hpp"

#include "bank/sample_bank.hpp"
#include "catch.hpp"

using namespace viva;
using namespace viva::sample;
using std::chrono::days;

namespace {

Bank six() {
  return bank({item("quant-basics", beginner, quantization), item("quant-aware", advanced, quantization),
               item("pruning-basics", beginner, pruning), item("npu-choice", scenario, npu),
               item("npu-delegate", advanced, npu), item("kv-cache", advanced, quantization)});
}

// On Wednesday: one due, one weak (and due tomorrow; it was never made, so that it is half known at most),
// one ahead, the rest new.
Progress some() {
  Progress progress(6);
  progress[1] = rated(Rating::good, monday);
  progress[2] = rated(Rating::again, wednesday);
  progress[4] = rated(Rating::easy, tuesday);
  return progress;
}

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string all;
  for (const auto& text : texts) all.append(all.empty() ? "" : between).append(text);
  return all;
}

// The ids selected, or why there are none.
std::string shown(const Bank& from, const Selection& selection) {
  if (!selection.errors.empty()) {
    CHECK(selection.items.empty());
    CHECK(selection.why_empty.empty());
    return joined(selection.errors, "\n--\n");
  }
  CHECK(selection.items.empty() == !selection.why_empty.empty());
  std::vector<std::string> ids;
  for (const auto i : selection.items) ids.push_back(from.items[i].id);
  return joined(ids, " ") + selection.why_empty;
}

std::string selected(const Filter& filter, const Bank& from, const Progress& progress) {
  return shown(from, select(from, progress, filter, wednesday));
}

std::string selected(const Filter& filter) { return selected(filter, six(), some()); }

Filter tiers(std::vector<std::string> values) {
  Filter filter;
  filter.tiers = std::move(values);
  return filter;
}

Filter topics(std::vector<std::string> values) {
  Filter filter;
  filter.topics = std::move(values);
  return filter;
}

Filter ids(std::vector<std::string> values) {
  Filter filter;
  filter.ids = std::move(values);
  return filter;
}

Filter searching(std::string text) {
  Filter filter;
  filter.search = std::move(text);
  return filter;
}

Filter in_order(Order order, std::uint64_t seed = 0) {
  Filter filter;
  filter.order = order;
  filter.seed = seed;
  return filter;
}

}  // namespace

TEST_CASE("without a filter everything is selected, in the bank's order") {
  CHECK(selected({}) == "quant-basics quant-aware pruning-basics npu-choice npu-delegate kv-cache");
  CHECK_FALSE(Filter{}.narrows());
}

TEST_CASE("values of one option are alternatives, options narrow") {
  CHECK(selected(tiers({"beginner"})) == "quant-basics pruning-basics");
  CHECK(selected(tiers({"scenario", "beginner"})) == "quant-basics pruning-basics npu-choice");
  CHECK(selected(topics({"npu"})) == "npu-choice npu-delegate");
  CHECK(selected(ids({"kv-cache", "quant-basics"})) == "quant-basics kv-cache");
  auto filter = tiers({"advanced", "scenario"});
  filter.topics = {"npu", "pruning"};
  CHECK(selected(filter) == "npu-choice npu-delegate");
  filter.ids = {"npu-choice", "kv-cache"};
  CHECK(selected(filter) == "npu-choice");
}

TEST_CASE("due, new and weak go by what is remembered today") {
  Filter due, fresh, weak;
  due.due = true;
  fresh.fresh = true;
  weak.weak = true;
  CHECK(selected(due) == "quant-aware");
  CHECK(selected(fresh) == "quant-basics npu-choice kv-cache");
  CHECK(selected(weak) == "pruning-basics");
  CHECK(shown(six(), select(six(), some(), due, wednesday + days{30})) ==
        "quant-aware pruning-basics npu-delegate");
  CHECK(shown(six(), select(six(), some(), due, tuesday)) == "none of the 6 questions matches --due");
}

TEST_CASE("each narrowing filter says that it narrows; count and order do not") {
  Filter due, fresh, weak, count;
  due.due = true;
  fresh.fresh = true;
  weak.weak = true;
  count.count = 1;
  count.order = Order::random;
  for (const auto& filter : {tiers({"x"}), topics({"x"}), ids({"x"}), searching("x"), due, fresh, weak})
    CHECK(filter.narrows());
  CHECK_FALSE(count.narrows());
}

TEST_CASE("a value is an id or a name, in any case, or the beginning of one alone") {
  for (const auto* value : {"scenario", "SCENARIO", "Scenario-Based", "scenario-BASED", "s", "Scen"})
    CHECK(selected(tiers({value})) == "npu-choice");
  for (const auto* value : {"pruning", "pruning & sparsity", "Pruning &", "p"})
    CHECK(selected(topics({value})) == "pruning-basics");
  CHECK(selected(ids({"KV"})) == "kv-cache");
  CHECK(selected(tiers({"beginner", "Beginner", "beg"})) == "quant-basics pruning-basics");
}

TEST_CASE("what is spelled out wins over what it begins") {
  auto from = bank({item("quant", beginner, npu), item("quant-aware", advanced, npu)});
  CHECK(selected(ids({"quant"}), from, Progress(2)) == "quant");
  from.tiers[beginner].name = "First";
  from.tiers[advanced].name = "First and last";
  CHECK(selected(tiers({"first"}), from, Progress(2)) == "quant");
}

TEST_CASE("an empty value means nothing, though everything begins so") {
  CHECK(selected(ids({""}), bank({item("only")}), Progress(1)) ==
        "there is no question \"\"\nThe questions are: only");
}

TEST_CASE("names in other scripts match in any case and any composition") {
  auto from = bank({item("a", beginner, npu)});
  from.topics[npu].name = "Éléments Ünïque";
  CHECK(selected(topics({"ÉLÉMENTS"}), from, Progress(1)) == "a");
  CHECK(selected(topics({"e\u0301le\u0301ments u\u0308NI\u0308QUE"}), from, Progress(1)) == "a");
}

TEST_CASE("a beginning of several is ambiguous, and they are named") {
  CHECK(selected(ids({"quant"})) == R"("quant" could be any of these questions: quant-basics, quant-aware)");
  auto from = six();
  from.tiers[advanced].name = "Basic to advanced";
  CHECK(selected(tiers({"b"}), from, some()) == R"("b" could be any of these tiers: beginner, advanced)");
}

TEST_CASE("of merged banks, an id they share or its beginning means the question of each") {
  auto foreign = item("kv-cache");
  foreign.bank = "other";
  const auto from = bank({item("kv-cache"), item("npu"), foreign});
  CHECK(selected(ids({"kv-cache"}), from, Progress(3)) == "kv-cache kv-cache");
  CHECK(selected(ids({"kv"}), from, Progress(3)) == "kv-cache kv-cache");
}

TEST_CASE("an unknown value: what there is, and what it may have meant") {
  CHECK(selected(tiers({"begginer"})) ==
        "there is no tier \"begginer\"; did you mean \"beginner\"?\n"
        "The tiers are: beginner, advanced, scenario");
  CHECK(selected(topics({"prunning & sparsity"})) ==
        "there is no topic \"prunning & sparsity\"; did you mean \"Pruning & Sparsity\"?\n"
        "The topics are: quantization, pruning, npu");
  CHECK(selected(tiers({"expert"})) ==
        "there is no tier \"expert\"\n"
        "The tiers are: beginner, advanced, scenario");
  CHECK(selected(tiers({""})) ==
        "there is no tier \"\"\n"
        "The tiers are: beginner, advanced, scenario");
  CHECK(selected(ids({"kv-cahce"})) ==
        "there is no question \"kv-cahce\"; did you mean \"kv-cache\"?\n"
        "The questions are: quant-basics, quant-aware, pruning-basics, npu-choice, npu-delegate, kv-cache");
  auto bare = bank({item("a")});
  bare.topics.clear();
  CHECK(selected(topics({"npu"}), bare, Progress(1)) == "there is no topic \"npu\"\nThe bank has no topics");
}

TEST_CASE("every value at fault is told, not only the first") {
  auto filter = tiers({"beginner", "expert"});
  filter.topics = {"q", "nqu"};
  CHECK(selected(filter) ==
        "there is no tier \"expert\"\n"
        "The tiers are: beginner, advanced, scenario\n"
        "--\n"
        "there is no topic \"nqu\"; did you mean \"npu\"?\n"
        "The topics are: quantization, pruning, npu");
}

TEST_CASE("of many values twenty are named; questions are left to viva list") {
  auto from = bank({});
  from.topics.clear();
  for (int i = 10; i < 35; ++i) {
    from.items.push_back(item("q" + std::to_string(i)));
    from.topics.push_back({"t" + std::to_string(i), "Topic " + std::to_string(i)});
  }
  const Progress progress(from.items.size());
  const std::string twenty =
      "t10, t11, t12, t13, t14, t15, t16, t17, t18, t19, t20, t21, t22, t23, t24, t25, t26, t27, t28, t29 "
      "and 5 more";
  CHECK(selected(topics({"x"}), from, progress) == "there is no topic \"x\"\nThe topics are: " + twenty);
  CHECK(selected(topics({"t"}), from, progress) == "\"t\" could be any of these topics: " + twenty);
  CHECK(selected(ids({"q101"}), from, progress) ==
        "there is no question \"q101\"; did you mean \"q10\"?\n`viva list` shows all questions");
}

TEST_CASE("what a message repeats is safe to print and not endless") {
  CHECK(selected(tiers({"\x1b[2J\nviva: all is well"})) ==
        "there is no tier \"␛[2J viva: all is well\"\nThe tiers are: beginner, advanced, scenario");
  CHECK(selected(tiers({std::string(1000, 'x')})) ==
        "there is no tier \"" + std::string(63, 'x') + "…\"\nThe tiers are: beginner, advanced, scenario");
  CHECK(selected(searching("\x1b[2J" + std::string(1000, 'x'))) ==
        "none of the 6 questions matches --search \"␛[2J" + std::string(59, 'x') + "…\"");
  auto from = six();
  from.topics[npu].name = "N\nPUs!";
  CHECK(selected(topics({"N PUs?"}), from, some()) ==
        "there is no topic \"N PUs?\"; did you mean \"N PUs!\"?\nThe topics are: quantization, pruning, npu");
}

TEST_CASE("where nothing is left, the filter that emptied it is named") {
  CHECK(selected(searching("transformer")) == "none of the 6 questions matches --search \"transformer\"");

  auto filter = tiers({"beginner", "AI"});
  auto from = six();
  from.tiers.push_back({"workflow", "AI Workflow & Tools"});
  filter.tiers = {"beginner", "AI workflow"};
  filter.due = true;
  CHECK(selected(filter, from, some()) ==
        "2 questions match --tier beginner --tier \"AI workflow\", but none of them matches --due");

  filter = tiers({"scenario"});
  filter.topics = {"npu"};
  filter.due = true;
  CHECK(selected(filter) == "1 question matches --tier scenario --topic npu, but it does not match --due");

  filter = {};
  filter.fresh = filter.due = filter.weak = true;
  CHECK(selected(filter) == "1 question matches --due, but it does not match --new");

  filter = ids({"kv-cache"});
  filter.search = "npu";
  CHECK(selected(filter) == "1 question matches --id kv-cache, but it does not match --search \"npu\"");

  CHECK(selected(searching("npu"), bank({item("kv-cache")}), Progress(1)) ==
        "the only question does not match --search \"npu\"");
}

TEST_CASE("an empty bank says so, with and without filters") {
  CHECK(selected({}, bank({}), {}) == "the bank has no questions");
  CHECK(selected(tiers({"beginner"}), bank({}), {}) == "the bank has no questions");
}

TEST_CASE("search looks in every field") {
  auto full = item("the-id", advanced, pruning);
  full.prompt = "prompt-word";
  full.hint = "hint-word";
  full.points = {{"", "no"}, {"", "point-word"}};
  full.follow_ups = {"no", "follow-word"};
  full.pitfalls = {"no", "pitfall-word"};
  full.answer = "answer-word";
  full.references = {{"reference-word", "https://example.org/"}};
  const auto from = bank({item("other"), full});
  for (const auto* word : {"the-id", "advanced", "sparsity", "prompt-word", "hint-word", "point-word",
                           "follow-word", "pitfall-word", "answer-word", "reference-word"}) {
    CAPTURE(word);
    CHECK(selected(searching(word), from, Progress(2)) == "the-id");
  }
}

TEST_CASE("every word must occur, anywhere, in any case") {
  auto first = item("a"), second = item("b");
  first.prompt = "Why does INT8 save memory?";
  first.hint = "It is a quarter of FP32.";
  second.prompt = "Why does INT8 save power?";
  const auto from = bank({first, second});
  const Progress progress(2);
  CHECK(selected(searching("int8"), from, progress) == "a b");
  CHECK(selected(searching("  FP32\t\nmemory int8 "), from, progress) == "a");
  CHECK(selected(searching("INT8\u00A0quart"), from, progress) == "a");
  CHECK(selected(searching("does why"), from, progress) == "a b");
  CHECK(selected(searching("memory power"), from, progress) ==
        "none of the 2 questions matches --search \"memory power\"");
  CHECK(selected(searching(" "), from, progress) == "a b");
}

TEST_CASE("search finds what is meant, and not what is another word") {
  auto one = item("a");
  one.prompt = "Naïve Straße ΣΊΣΥΦΟΣ ﬁne, the candidate’s on\u2011device “cache”";
  one.answer = "Say `int8` and **per\nchannel**:\n\n    quantize(\n        model)\n";
  const auto from = bank({one});
  for (const auto* text : {"naïve", "NAÏVE", "nai\u0308ve", "naive", "STRASSE", "σισυφος", "fine",
                           "candidate's", "on-device", "\"cache\"", "per-channel", "say int8", "quantize("}) {
    CAPTURE(text);
    CHECK(selected(searching(text), from, Progress(1)) == "a");
  }
  for (const auto* text : {"nave", "ondevice", "`int8`"}) {
    CAPTURE(text);
    CHECK(selected(searching(text), from, Progress(1)).starts_with("the only question does not match"));
  }
  CHECK(selected(searching("na\xefve"), from, Progress(1)) ==
        "the only question does not match --search \"na\uFFFDve\"");
}

TEST_CASE("a tier or topic is named as searching finds it") {
  auto from = six();
  from.topics[npu].name = "Réseau‑neuronal";
  CHECK(selected(topics({"reseau neuronal"}), from, some()) == selected(topics({"npu"}), from, some()));
}

TEST_CASE("plan order: due, most forgotten first, then new, then the rest, most forgotten first") {
  auto progress = some();
  CHECK(selected(in_order(Order::plan), six(), progress) ==
        "quant-aware quant-basics npu-choice kv-cache pruning-basics npu-delegate");
  progress[0] = rated(Rating::good, monday - days{60});
  progress[3] = rated(Rating::easy, monday - days{3});
  CHECK(selected(in_order(Order::plan), six(), progress) ==
        "quant-basics quant-aware kv-cache pruning-basics npu-choice npu-delegate");
}

TEST_CASE("weakest order: seen ones by expected recall, lowest first, then new ones") {
  CHECK(selected(in_order(Order::weakest)) ==
        "pruning-basics quant-aware npu-delegate quant-basics npu-choice kv-cache");
}

TEST_CASE("ties keep the bank's order, however many") {
  std::vector<Item> items;
  for (int i = 10; i < 90; ++i) items.push_back(item("q" + std::to_string(i)));
  const auto from = bank(std::move(items));
  const Progress alike(80, rated(Rating::good, monday));
  const auto as_in_bank = selected(in_order(Order::bank), from, alike);
  CHECK(as_in_bank.starts_with("q10 q11 q12 "));
  for (const auto order : {Order::plan, Order::weakest}) {
    CHECK(selected(in_order(order), from, alike) == as_in_bank);
    CHECK(selected(in_order(order), from, Progress(80)) == as_in_bank);
  }
}

TEST_CASE("a random order is the same for a seed wherever it is compiled") {
  const auto from = bank({item("a", beginner, npu), item("b", advanced, npu), item("c", beginner, npu),
                          item("d", advanced, npu), item("e", beginner, npu), item("f", advanced, npu)});
  const Progress progress(6);
  CHECK(selected(in_order(Order::random, 1), from, progress) == "b d a e f c");
  CHECK(selected(in_order(Order::random, 2), from, progress) == "d e c b f a");
  auto filter = in_order(Order::random, 1);
  filter.tiers = {"advanced"};
  CHECK(selected(filter, from, progress) == "d b f");
}

TEST_CASE("a count takes the first of the order, or all where there are fewer") {
  auto filter = in_order(Order::weakest);
  filter.count = 2;
  CHECK(selected(filter) == "pruning-basics quant-aware");
  filter = in_order(Order::random, 1);
  filter.count = 1;
  const auto chosen = selected(filter);
  filter.count.reset();
  CHECK(selected(filter).starts_with(chosen + " "));
  filter.count = 1'000'000;
  filter.tiers = {"beginner"};
  filter.order = Order::bank;
  CHECK(selected(filter) == "quant-basics pruning-basics");
}

TEST_CASE("items are found by id or an unambiguous beginning, in the order given, once each") {
  const auto found = [](const std::vector<std::string>& wanted) {
    const auto selection = find_items(six(), wanted);
    std::vector<std::string> found_ids;
    for (const auto i : selection.items) found_ids.push_back(six().items[i].id);
    if (!selection.errors.empty()) found_ids.push_back("-- " + joined(selection.errors, "\n"));
    return joined(found_ids, " ");
  };
  CHECK(found({"npu-d", "quant-basics", "NPU-DELEGATE"}) == "npu-delegate quant-basics");
  CHECK(found({}).empty());
  CHECK(found({"npu"}) == R"(-- "npu" could be any of these questions: npu-choice, npu-delegate)");
  CHECK(found({"kv-cache", "kv-cahce"}) ==
        "kv-cache -- there is no question \"kv-cahce\"; did you mean \"kv-cache\"?\n"
        "The questions are: quant-basics, quant-aware, pruning-basics, npu-choice, npu-delegate, kv-cache");
}

TEST_CASE("each criterion is an option that sets the filter") {
  Filter all;
  for (const auto& criterion : filter_criteria()) {
    CAPTURE(criterion.name);
    Filter filter;
    if (const auto* texts = std::get_if<FilterCriterion::Texts>(&criterion.sets))
      filter.*(*texts) = {"x", "y"};
    if (const auto* text = std::get_if<FilterCriterion::Text>(&criterion.sets)) filter.*(*text) = "x";
    if (const auto* flag = std::get_if<FilterCriterion::Flag>(&criterion.sets)) filter.*(*flag) = true;
    CHECK(filter.narrows());
    CHECK(values_of(all, criterion).empty());
    CHECK(values_of(filter, criterion).front() == (criterion.type.empty() ? "" : "x"));
  }
}

TEST_CASE("a filter in a heading: the names that were found, or a word") {
  const auto from = six();
  Filter filter;
  filter.search = "npu";
  std::string all;
  for (const auto& criterion : filter_criteria())
    all.append(criterion.heading(from, {0, 3, 4}, filter)).append("; ");
  CHECK(all ==
        "Beginner, Advanced, Scenario-Based; Quantization, NPUs; chosen one by one; “npu”; due; new; weak; ");
}

TEST_CASE("filters offer the names and ids of the bank") {
  const auto from = bank({item("only")});
  for (const auto& criterion : filter_criteria())
    if (criterion.offers) {
      const auto offered = criterion.offers(from);
      CHECK(offered.size() == (criterion.name == "--id" ? 1 : 3));
      if (criterion.name == "--id") CHECK(offered.front().name == "What about only?");
      if (criterion.name == "--topic") CHECK(offered[1].name == "Pruning & Sparsity");
    }
}
