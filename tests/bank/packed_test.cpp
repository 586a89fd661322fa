#include "bank/packed.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "bank/small_bank.hpp"

using namespace viva;

namespace {

Bank bank_of(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  auto parsed = parse_bank(text, path.string());
  REQUIRE(parsed.ok());
  return std::move(parsed.bank);
}

}  // namespace

TEST_CASE("a bank is unpacked as it was packed") {
  const std::filesystem::path root = VIVA_SOURCE_DIR;
  CHECK(unpack(pack(bank_of(root / "data/bank.json"))) == bank_of(root / "data/bank.json"));
  CHECK(unpack(pack(bank_of(root / "data/starter_bank.json"))) == bank_of(root / "data/starter_bank.json"));
  for (const auto& file : std::filesystem::directory_iterator{root / "tests/banks/good"}) {
    INFO(file.path());
    CHECK(unpack(pack(bank_of(file.path()))) == bank_of(file.path()));
  }
}

TEST_CASE("numbers and texts of any size are packed") {
  auto bank = parse_bank(small_bank, "small.json").bank;
  for (const std::size_t size : {0u, 127u, 128u, 16'383u, 16'384u, 100'000u}) {
    bank.title.assign(size, 'x');
    bank.items[0].points.assign(size, {"p", ""});
    CHECK(unpack(pack(bank)) == bank);
  }
}

TEST_CASE("bytes that are not a whole bank are refused") {
  const auto packed = pack(parse_bank(small_bank, "small.json").bank);
  REQUIRE(unpack(packed));
  for (std::size_t size = 0; size < packed.size(); ++size) CHECK_FALSE(unpack(packed.substr(0, size)));
  CHECK_FALSE(unpack(packed + '\0'));
  CHECK_FALSE(unpack(std::string(100, '\xff')));
}

TEST_CASE("an index that does not exist is refused") {
  const auto spoilt = [](auto spoil) {
    auto bank = parse_bank(small_bank, "small.json").bank;
    spoil(bank);
    return unpack(pack(bank)).has_value();
  };
  CHECK(spoilt([](Bank& bank) { bank.items[0].tier = 1; }));
  CHECK_FALSE(spoilt([](Bank& bank) { bank.items[0].tier = 2; }));
  CHECK_FALSE(spoilt([](Bank& bank) { bank.items[0].topic = 1; }));
  CHECK_FALSE(spoilt([](Bank& bank) { bank.rounds[0].draw[0].first = 2; }));
}

TEST_CASE("bytes changed are unpacked or refused, and nothing crashes") {
  const auto packed = pack(parse_bank(small_bank, "small.json").bank);
  std::size_t refused = 0;
  for (std::size_t at = 0; at < packed.size(); ++at)
    for (int byte = 0; byte < 256; ++byte) {
      auto changed = packed;
      changed[at] = static_cast<char>(byte);
      if (!unpack(changed)) ++refused;
    }
  CHECK(refused > packed.size());
}
