#include "bank/packed.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "bank/fields.hpp"

namespace viva {
namespace {

// Numbers take a byte for each 7 bits, the lowest first; all but the last byte have the highest bit set. A
// text is its size and its bytes.
class Packer {
 public:
  void number(std::size_t& value) {
    auto rest = value;
    for (; rest >= 0x80; rest >>= 7) bytes_ += static_cast<char>(0x80 | (rest & 0x7F));
    bytes_ += static_cast<char>(rest);
  }

  void text(std::string& value) {
    auto size = value.size();
    number(size);
    bytes_ += value;
  }

  static bool ok() { return true; }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_{bytes} {}

  void number(std::size_t& value) {
    value = 0;
    constexpr int bits = std::numeric_limits<std::size_t>::digits;
    for (int shift = 0; shift + 7 < bits && !rest_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= std::size_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return;
    }
    fail(value);
  }

  void text(std::string& value) {
    std::size_t size = 0;
    number(size);
    if (size > rest_.size()) return fail(size);
    value = rest_.substr(0, size);
    rest_.remove_prefix(size);
  }

  bool ok() const { return ok_; }
  bool is_at_end() const { return rest_.empty(); }

 private:
  void fail(std::size_t& value) {
    ok_ = false;
    value = 0;
  }

  std::string_view rest_;
  bool ok_ = true;
};

// Goes through the fields of a bank in the order of the tables, with a Packer or an Unpacker.
template <class Archive>
class Walk {
 public:
  explicit Walk(Archive& archive) : archive_{archive} {}

  void value(const Value& value, void* object) {
    std::visit([&](const auto& kind) { go(kind, object); }, value.must_be);
  }

 private:
  void go(const Anything&, void*) {}
  void go(const Text& text, void* object) { archive_.text(text.in(object)); }
  void go(const NameOf& name, void* object) { archive_.number(name.in(object)); }
  void go(const Number& number, void* object) {
    if (number.in) whole_number(number.in(object));
  }

  void go(const ListOf& list, void* object) {
    const auto known = list.size(object);
    auto size = known;
    archive_.number(size);
    for (std::size_t i = 0; i < size && archive_.ok(); ++i)
      value(*list.element, i < known ? list.nth(object, i) : list.add(object));
  }

  void go(const Object& object, void* around) {
    auto* inside = object.in(around);
    if (object.shape->each_tier) return draws(*static_cast<Draws*>(inside));
    for (const auto& field : object.shape->fields) value(field.value, inside);
  }

  void draws(Draws& draws) {
    auto size = draws.size();
    archive_.number(size);
    for (std::size_t i = 0; i < size && archive_.ok(); ++i) {
      auto& [tier, count] = i < draws.size() ? draws[i] : draws.emplace_back();
      archive_.number(tier);
      whole_number(count);
    }
  }

  void whole_number(int& number) {
    auto value = static_cast<std::size_t>(number);
    archive_.number(value);
    number = static_cast<int>(value);
  }

  Archive& archive_;
};

bool indexes_exist(const Bank& bank) {
  const auto exists = [&](const Item& item) {
    return item.tier < bank.tiers.size() && item.topic < bank.topics.size();
  };
  const auto draws_exist = [&](const RoundPreset& round) {
    return std::ranges::all_of(round.draw, [&](const auto& draw) { return draw.first < bank.tiers.size(); });
  };
  return std::ranges::all_of(bank.items, exists) && std::ranges::all_of(bank.rounds, draws_exist);
}

}  // namespace

std::string pack(Bank bank) {
  Packer packer;
  Walk{packer}.value(whole_bank.value, &bank);
  return packer.take();
}

std::optional<Bank> unpack(std::string_view bytes) {
  std::optional<Bank> bank{std::in_place};
  Unpacker unpacker{bytes};
  Walk{unpacker}.value(whole_bank.value, &*bank);
  if (!unpacker.ok() || !unpacker.is_at_end() || !indexes_exist(*bank)) return std::nullopt;
  for (auto& item : bank->items) item.bank = bank->id;
  return bank;
}

}  // namespace viva
