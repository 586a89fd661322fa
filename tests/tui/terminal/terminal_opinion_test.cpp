// What other terminals make of text: where their cursor stands after it, and what their cells hold.
#include <fmt/format.h>
#include <unistd.h>

#include <memory>
#include <string>
#include <vector>

#include "catch.hpp"
#include "tui/frame.hpp"
#include "tui/terminal/full_screen.hpp"
#include "tui/terminal/on_pty.hpp"
#include "tui/terminal/terminals.hpp"
#include "viva/base/text.hpp"

using namespace viva;
using namespace viva::test;

namespace {

constexpr Size size{24, 80};
constexpr int room = 40;  // for a text, with a bar after it

// Terminals agree how wide these are, and keep all of their code points.
const std::vector<std::string> agreed{
    "What is quantization, and why on-device?",
    "ünïcödé, e\u0301te\u0301, A\u030A, Ω ≈ ç √ ∫ ˜",
    "क्वांटाइज़ेशन क्या है? स्त्री, क्षत्रिय, ज्ञान",
    "কোয়ান্টাইজেশন কী? ক্ষুদ্র, স্ত্রী, বাংলাদেশ",
    "ਕੁਆਂਟਾਈਜ਼ੇਸ਼ਨ ਕੀ ਹੈ?",
    "ક્વોન્ટાઇઝેશન શું છે? શ્રી, જ્ઞાન",
    "குவாண்டமாக்கல் என்றால் என்ன? ஸ்ரீ, கொள்",
    "క్వాంటైజేషన్ అంటే ఏమిటి? స్త్రీ",
    "ಕ್ವಾಂಟೈಸೇಶನ್ ಎಂದರೇನು? ಸ್ತ್ರೀ",
    "ക്വാണ്ടൈസേഷൻ എന്താണ്? സ്ത്രീ",
    "ක්වොන්ටයිසේෂන් යනු කුමක්ද?",
    "การควอนไทซ์คืออะไร น้ำ ทำ ผู้ใหญ่ ที่นี่",
    "ການຄິດໄລ່ແມ່ນຫຍັງ ນ້ຳ ຄຳ ຜູ້ໃຫຍ່",
    "តើបរិមាណកម្មជាអ្វី? ស្ត្រី ខ្ញុំ ភ្នំពេញ",
    "שָׁלוֹם עוֹלָם, מַהִי קְוַונְטִיזַצְיָה?",
    "مَا هُوَ التَّكْمِيمُ؟ مُحَمَّدٌ رَسُولٌ",
    "کوانتش چیست؟ می\u200Cخواهم",
    "什么是量化？为什么在手机上用它",
    "量子化とは何ですか。「カーネル」ｶｰﾈﾙ",
    "양자화란 무엇입니까? 한국어",
    "Что такое квантизация? Ёлка й",
    "Lượng tử hóa là gì? Tiếng Việt",
    "ＡＢＣ１２３　全角",
    "😀 🚀 👍 💻 ☕",
};

// libvterm's table is older than some of these marks, and takes them for letters.
const std::vector<std::string> younger{"ကွမ်တိုက်ဇေးရှင်း ဆိုတာ ဘာလဲ", "か\u3099き\u3099 in parts", "ᠠ\u180E ᠪᠣᠯ"};

// About these they differ, or do not keep them whole.
const std::vector<std::string> disputed{
    "👩‍💻 codes, 👨‍👩‍👧‍👦 watch",
    "👍🏽 👩🏽‍🚀",
    "🇩🇪🇯🇵🇫 flags",
    "❤️ ☁️ ⚙️ 1️⃣ #️⃣",
    "🏳️‍🌈 🏴‍☠️",
    "🫠🫡 \U0001FAE8 young",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́O̵̹̻̝̳",
    "\u1112\u1161\u11AB\u1100\u1173\u11AF in parts",
    "ශ්\u200Dරී क्\u200Dष joined",
    "䷀䷁ ㉈",
    "\u0301 a mark alone",
    "بسم الله ﷽",
    "\u0600\u0661\u0662 \u06DD",
    "a\u202Eb\u2066c\u200Fd\u00ADe\u200Bf\u2060g\uFEFFh",
    "\x1b[31mred\x07\x7f\u009B1m",
    "꧁༺ ༻꧂ ᄀ\u115F",
    "\U000E0041\U000E0042 tags",
    "ཀྵ་བོད་ཡིག",
};

std::vector<std::unique_ptr<AnyTerminal>> terminals() {
  std::vector<std::unique_ptr<AnyTerminal>> all;
  all.push_back(libvterm(size));
  all.push_back(tmux(size));
  return all;
}

// The texts whose every code point this terminal shows in the columns that viva believes.
std::vector<std::string> agreed_by(const AnyTerminal& terminal) {
  auto all = agreed;
  if (terminal.name() == "tmux") all.insert(all.end(), younger.begin(), younger.end());
  return all;
}

std::vector<std::string> lines_of(const std::vector<std::string>& texts, int columns) {
  std::vector<std::string> lines;
  for (const auto& text : texts)
    for (const auto& line : wrap(text, columns)) lines.push_back(line);
  return lines;
}

// Where the cursor stands after a line that is printed at the left edge.
int columns_by(AnyTerminal& terminal, const std::string& line) {
  terminal.feed("\x1b[H\x1b[2J" + line);
  CHECK(terminal.cursor_row() == 0);
  return terminal.cursor_column();
}

// A row for each of the lines, and a bar in a column that all share.
Frame frame_of(const std::vector<std::string>& lines) {
  Frame frame{size};
  for (int row = 0; row < static_cast<int>(lines.size()); ++row) {
    frame.put(row, 0, {{lines[static_cast<std::size_t>(row)]}}, room);
    frame.put(row, room, {{fmt::format("| {}", row)}}, size.columns);
  }
  frame.set_cursor(3, 7);
  return frame;
}

// What viva writes to show one frame after the other.
std::string shown(const std::vector<Frame>& frames, const char* terminal_name) {
  return written_by(
      [&] {
        const auto full = FullScreen::open({});
        for (const auto& frame : frames) full->show(frame);
        ::_exit(0);  // and so the terminal stays as it is
      },
      size, terminal_name);
}

std::vector<std::vector<std::string>> screenfuls(const std::vector<std::string>& lines) {
  std::vector<std::vector<std::string>> all;
  for (const auto& line : lines) {
    if (all.empty() || static_cast<int>(all.back().size()) == size.rows) all.emplace_back();
    all.back().push_back(line);
  }
  return all;
}

std::string with_bar(const std::string& line, int row) { return fit(line, room) + fmt::format("| {}", row); }

}  // namespace

TEST_CASE("a printed line takes as many columns as viva believes", "[terminal_opinion]") {
  for (const auto& terminal : terminals())
    for (const int columns : {room, 12})
      for (const auto& line : lines_of(agreed_by(*terminal), columns)) {
        INFO(terminal->name() << ": " << line);
        CHECK(columns_by(*terminal, line) == width(line));
        CHECK(terminal->row(0) == line);
      }
}

TEST_CASE("where terminals differ, a printed line takes no more than viva believes", "[terminal_opinion]") {
  for (const auto& terminal : terminals())
    for (const int columns : {room, 12})
      for (const auto& line : lines_of(disputed, columns)) {
        INFO(terminal->name() << ": " << line);
        CHECK(columns_by(*terminal, line) <= width(line));
        CHECK(terminal->row(0).find("\uFFFD[") == std::string::npos);
      }
}

TEST_CASE("the full screen shows every code point, in its column", "[terminal_opinion]") {
  for (const auto& terminal : terminals())
    for (const auto& lines : screenfuls(lines_of(agreed_by(*terminal), room))) {
      terminal->feed(
          "\x1b"
          "c" +
          shown({frame_of(lines)}, terminal->terminfo()));
      for (int row = 0; row < static_cast<int>(lines.size()); ++row) {
        INFO(terminal->name());
        CHECK(terminal->row(row) == with_bar(lines[static_cast<std::size_t>(row)], row));
      }
      CHECK(terminal->cursor_row() == 3);
      CHECK(terminal->cursor_column() == 7);
    }
}

TEST_CASE("what terminals do not agree about moves nothing else", "[terminal_opinion]") {
  const auto lines = lines_of(disputed, room);
  for (const auto& terminal : terminals())
    for (const auto& some : screenfuls(lines)) {
      terminal->feed(
          "\x1b"
          "c" +
          shown({frame_of(some)}, terminal->terminfo()));
      for (int row = 0; row < static_cast<int>(some.size()); ++row) {
        INFO(terminal->name() << ": " << some[static_cast<std::size_t>(row)]);
        CHECK(terminal->row(row).ends_with(fmt::format("| {}", row)));
      }
      CHECK(terminal->cursor_row() == 3);
      CHECK(terminal->cursor_column() == 7);
    }
}

TEST_CASE("nothing stays of what was shown before", "[terminal_opinion]") {
  auto lines = lines_of(disputed, room);
  lines.resize(static_cast<std::size_t>(size.rows) - 1);
  auto others = lines_of(agreed, room);
  others.resize(lines.size());
  const std::vector<std::string> dots(lines.size(), ". . . .");
  for (const auto& terminal : terminals()) {
    terminal->feed(
        shown({frame_of(lines), frame_of(others), frame_of(lines), frame_of(dots), frame_of(others)},
              terminal->terminfo()));
    for (int row = 0; row < static_cast<int>(others.size()); ++row) {
      INFO(terminal->name());
      CHECK(terminal->row(row) == with_bar(others[static_cast<std::size_t>(row)], row));
    }
  }
}
