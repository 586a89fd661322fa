// Frames as text, for golden files.
#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <string>

#include "tui/frame.hpp"
#include "tui/screen_layout.hpp"
#include "viva/base/text.hpp"

namespace viva::test {

inline constexpr ScreenFormat usual{{24, 80}}, usual_ascii{{24, 80}, true}, roomy{{30, 100}}, wide{{40, 120}},
    small{{12, 40}}, small_ascii{{12, 40}, true};

inline std::string row_text(const Frame& frame, int row) {
  std::string text;
  for (const auto& cell : frame.row(row)) text += cell.text;
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

// The rows as text, without spaces at their ends; each ends in a newline.
inline std::string text_of(const Frame& frame) {
  std::string text;
  for (int row = 0; row < frame.size().rows; ++row) text += row_text(frame, row) + '\n';
  return text;
}

// "80x24", "40x12 ascii"
inline std::string size_words(const Frame& frame) {
  const auto& size = frame.size();
  return std::to_string(size.columns) + "x" + std::to_string(size.rows) + (frame.ascii() ? " ascii" : "");
}

inline std::string cursor_words(const Frame& frame) {
  const auto& cursor = frame.cursor();
  if (!cursor) return "";
  return ", cursor in row " + std::to_string(cursor->first) + ", column " + std::to_string(cursor->second);
}

inline std::string snapshot(const Frame& frame) {
  return "==== " + size_words(frame) + cursor_words(frame) + "\n" + text_of(frame);
}

using Draw = std::function<Frame(ScreenFormat)>;

// The sizes at which scoring is arranged in different ways.
inline std::string scoring_snapshots(const Draw& draw) {
  std::string all;
  for (const auto& format : {usual, roomy, wide, small, usual_ascii}) all += snapshot(draw(format)) + "\n";
  return all;
}

// A screen at the usual sizes, and for a terminal without Unicode.
inline std::string snapshots(const Draw& draw) {
  std::string all;
  for (const auto& format : {usual, wide, small, usual_ascii}) all += snapshot(draw(format)) + "\n";
  return all;
}

// p plain, s strong, d dim, a accent, g good, w warn, b bad, e emphasis, c code; a capital where the cell is
// reversed.
inline char style_letter(const Cell& cell) {
  const char letter = std::string_view{"psdagwbec"}[static_cast<std::size_t>(cell.style)];
  if (cell.reversed) return static_cast<char>(letter - 'a' + 'A');
  return cell.text == " " ? ' ' : letter;
}

inline std::string styles(const Frame& frame) {
  std::string all;
  for (int row = 0; row < frame.size().rows; ++row) {
    std::string line;
    for (const auto& cell : frame.row(row)) line += style_letter(cell);
    all += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return all;
}

inline std::string last_row(const Frame& frame) { return row_text(frame, frame.size().rows - 1); }

inline bool shows(const Frame& frame, std::string_view text) {
  return text_of(frame).find(text) != std::string::npos;
}

// Where `text` begins, of ASCII within one row; {-1, -1}: nowhere.
inline std::array<int, 2> where(const Frame& frame, std::string_view text) {
  for (int row = 0; row < frame.size().rows; ++row) {
    const auto& cells = frame.row(row);
    for (std::size_t column = 0; column + text.size() <= cells.size(); ++column) {
      const auto same = [&](std::size_t i) { return cells[column + i].text == text.substr(i, 1); };
      std::size_t i = 0;
      while (i < text.size() && same(i)) ++i;
      if (i == text.size()) return {row, static_cast<int>(column)};
    }
  }
  return {-1, -1};
}

}  // namespace viva::test
