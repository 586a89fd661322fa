#include "tui/answer_editor.hpp"

#include <algorithm>
#include <utility>

#include "viva/base/text.hpp"

namespace viva {
namespace {

constexpr std::size_t most_steps = 1000;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

int row_count(const std::vector<TextLayout::Row>& rows) { return static_cast<int>(rows.size()); }

}  // namespace

AnswerEditor::AnswerEditor(std::string text) {
  layout_.change(0, 0, with_newlines(text));
  set_cursor(this->text().size());
}

void AnswerEditor::insert(std::string_view text) {
  if (text.empty()) return;
  auto inserted = with_newlines(text);
  const bool typed = first_cluster(inserted).size == inserted.size();
  const auto after = insertion_ + inserted.size();
  apply(
      Step{typed ? StepKind::typing : StepKind::other, insertion_, {}, std::move(inserted), cursor_, after});
}

void AnswerEditor::replace(std::string text) {
  const auto& old = this->text();
  text = with_newlines(text);
  if (text == old) return;
  const auto head = std::ranges::mismatch(old, text).in1 - old.begin();
  const auto tail =
      std::mismatch(old.rbegin(), old.rend() - head, text.rbegin(), text.rend() - head).first - old.rbegin();
  const auto changed = [&](const std::string& all) {
    return std::string{all.begin() + head, all.end() - tail};
  };
  apply(Step{StepKind::other, static_cast<std::size_t>(head), changed(old), changed(text), cursor_,
             text.size()});
}

void AnswerEditor::apply(Edit edit) {
  switch (edit) {
    case Edit::left: return move(layout_.previous(cursor_));
    case Edit::right: return move(layout_.next(cursor_));
    case Edit::word_left: return move(word_start());
    case Edit::word_right: return move(word_end());
    case Edit::up: return move_rows(-1);
    case Edit::down: return move_rows(1);
    case Edit::row_start: return move(row().begin);
    case Edit::row_end: return move(layout_.last_position(row()));
    case Edit::page_up: return move_rows(-std::max(1, height_ - 1));
    case Edit::page_down: return move_rows(std::max(1, height_ - 1));
    case Edit::text_start: return move(0);
    case Edit::text_end: return move(text().size());
    case Edit::newline: return insert("\n");
    case Edit::erase_left: return erase(layout_.previous(cursor_), cursor_);
    case Edit::erase_right: return erase(cursor_, layout_.next(cursor_));
    case Edit::erase_word_left: return erase(word_start(), cursor_);
    case Edit::erase_word_right: return erase(cursor_, word_end());
    case Edit::erase_to_start: return erase(line_start(), cursor_);
    case Edit::erase_to_end: return erase(cursor_, std::max(line_end(), layout_.next(cursor_)));
    case Edit::undo: return undo();
    case Edit::redo: return redo();
  }
}

void AnswerEditor::lay_out(int columns, int rows) {
  const auto first_in_sight = layout_.rows()[static_cast<std::size_t>(top_)].begin;
  width_ = std::max(columns, 2);
  height_ = std::max(rows, 1);
  layout_.set_columns(width_);
  top_ = static_cast<int>(layout_.row_of(first_in_sight));
  scroll_to_cursor();
}

void AnswerEditor::click(int row, int column) {
  const int index = top_ + std::clamp(row, 0, height_ - 1);
  if (index >= row_count(layout_.rows())) return move(text().size());
  move(layout_.position_at(layout_.rows()[static_cast<std::size_t>(index)], column));
}

std::vector<std::string> AnswerEditor::rows() const {
  std::vector<std::string> shown;
  const auto end = static_cast<std::size_t>(row_count(layout_.rows()) - below());
  for (auto index = static_cast<std::size_t>(top_); index < end; ++index)
    shown.push_back(layout_.shown(layout_.rows()[index]));
  return shown;
}

AnswerEditor::Cursor AnswerEditor::cursor() const {
  const int column = layout_.column_of(row(), cursor_);
  return {static_cast<int>(layout_.row_of(cursor_)) - top_, std::min(column, width_ - 1)};
}

int AnswerEditor::below() const { return std::max(0, row_count(layout_.rows()) - top_ - height_); }

void AnswerEditor::apply(Step step) {
  layout_.change(step.at, step.erased.size(), step.inserted);
  set_cursor(step.after);
  remember(std::move(step));
}

void AnswerEditor::erase(std::size_t begin, std::size_t end) {
  if (begin == end) return;
  apply(Step{StepKind::erasing, begin, text().substr(begin, end - begin), {}, cursor_, begin});
}

void AnswerEditor::undo() {
  may_continue_ = false;
  if (done_ == 0) return;
  const auto& step = steps_[--done_];
  layout_.change(step.at, step.inserted.size(), step.erased);
  set_cursor(step.before);
}

void AnswerEditor::redo() {
  may_continue_ = false;
  if (done_ == steps_.size()) return;
  const auto& step = steps_[done_++];
  layout_.change(step.at, step.erased.size(), step.inserted);
  set_cursor(step.after);
}

// Adds a step that was just made, or joins it to the last one.
void AnswerEditor::remember(Step step) {
  steps_.resize(done_);
  if (!continues_last(step)) {
    steps_.push_back(std::move(step));
    if (steps_.size() > most_steps) steps_.pop_front();
  } else {
    auto& last = steps_.back();
    last.inserted += step.inserted;
    last.erased = step.at < last.at ? step.erased + last.erased : last.erased + step.erased;
    last.at = std::min(last.at, step.at);
    last.after = step.after;
  }
  done_ = steps_.size();
  may_continue_ = true;
}

// Does the step continue the last one: more typing, or more erasing, at the same spot?
bool AnswerEditor::continues_last(const Step& step) const {
  if (!may_continue_ || steps_.empty() || steps_.back().kind != step.kind) return false;
  const auto& last = steps_.back();
  if (step.kind == StepKind::erasing) return step.at == last.at || step.at + step.erased.size() == last.at;
  const bool new_word = is_space(last.inserted.back()) && !is_space(step.inserted.front());
  return step.kind == StepKind::typing && step.at == last.at + last.inserted.size() && !new_word;
}

void AnswerEditor::set_cursor(std::size_t offset) {
  insertion_ = offset;
  cursor_ = layout_.snap(offset);
  wanted_column_.reset();
  scroll_to_cursor();
}

void AnswerEditor::move(std::size_t position) {
  may_continue_ = false;
  set_cursor(position);
}

void AnswerEditor::move_rows(int by) {
  const auto index = static_cast<int>(layout_.row_of(cursor_));
  const int target = std::clamp(index + by, 0, row_count(layout_.rows()) - 1);
  const int wanted = wanted_column_.value_or(layout_.column_of(row(), cursor_));
  if (target == index) return;
  move(layout_.position_at(layout_.rows()[static_cast<std::size_t>(target)], wanted));
  wanted_column_ = wanted;
}

void AnswerEditor::scroll_to_cursor() {
  const auto index = static_cast<int>(layout_.row_of(cursor_));
  top_ = std::clamp(top_, index - height_ + 1, index);
  top_ = std::clamp(top_, 0, std::max(0, row_count(layout_.rows()) - height_));
}

std::size_t AnswerEditor::word_start() const {
  auto at = cursor_;
  while (at > 0 && layout_.is_space(layout_.previous(at))) at = layout_.previous(at);
  while (at > 0 && !layout_.is_space(layout_.previous(at))) at = layout_.previous(at);
  return at;
}

std::size_t AnswerEditor::word_end() const {
  auto at = cursor_;
  while (at < text().size() && layout_.is_space(at)) ++at;
  while (at < text().size() && !layout_.is_space(at)) at = layout_.next(at);
  return at;
}

std::size_t AnswerEditor::line_start() const {
  return cursor_ == 0 ? 0 : text().rfind('\n', cursor_ - 1) + 1;
}

std::size_t AnswerEditor::line_end() const { return std::min(text().find('\n', cursor_), text().size()); }

}  // namespace viva
