#include "tui/answer_editor.hpp"

#include <algorithm>
#include <utility>

#include "viva/base/text.hpp"

namespace viva {
namespace {

constexpr std::size_t most_steps = 1000;

std::string with_newlines(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r' && text.substr(at + 1).starts_with('\n')) continue;
    out += text[at] == '\r' ? '\n' : text[at];
  }
  return out;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

int row_count(const std::vector<TextLayout::Row>& rows) { return static_cast<int>(rows.size()); }

}  // namespace

AnswerEditor::AnswerEditor(std::string text) {
  layout_.change(0, 0, with_newlines(text));
  stand(this->text().size());
}

void AnswerEditor::insert(std::string_view text) {
  if (text.empty()) return;
  auto inserted = with_newlines(text);
  const bool typed = first_cluster(inserted).size == inserted.size();
  const auto after = insertion_ + inserted.size();
  perform({typed ? Kind::typing : Kind::other, insertion_, {}, std::move(inserted), cursor_, after});
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
  perform({Kind::other, static_cast<std::size_t>(head), changed(old), changed(text), cursor_, text.size()});
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
    case Edit::row_end: return move(layout_.last_place(row()));
    case Edit::page_up: return move_rows(-std::max(1, room_ - 1));
    case Edit::page_down: return move_rows(std::max(1, room_ - 1));
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
  columns_ = std::max(columns, 2);
  room_ = std::max(rows, 1);
  layout_.set_columns(columns_);
  top_ = static_cast<int>(layout_.row_of(first_in_sight));
  keep_in_sight();
}

void AnswerEditor::place(int row, int column) {
  const int index = top_ + std::clamp(row, 0, room_ - 1);
  if (index >= row_count(layout_.rows())) return move(text().size());
  move(layout_.place_in(layout_.rows()[static_cast<std::size_t>(index)], column));
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
  return {static_cast<int>(layout_.row_of(cursor_)) - top_, std::min(column, columns_ - 1)};
}

int AnswerEditor::above() const { return top_; }

int AnswerEditor::below() const { return std::max(0, row_count(layout_.rows()) - top_ - room_); }

void AnswerEditor::perform(Step step) {
  layout_.change(step.at, step.erased.size(), step.inserted);
  stand(step.after);
  remember(std::move(step));
}

void AnswerEditor::erase(std::size_t begin, std::size_t end) {
  if (begin == end) return;
  perform({Kind::erasing, begin, text().substr(begin, end - begin), {}, cursor_, begin});
}

void AnswerEditor::undo() {
  going_on_ = false;
  if (done_ == 0) return;
  const auto& step = steps_[--done_];
  layout_.change(step.at, step.inserted.size(), step.erased);
  stand(step.before);
}

void AnswerEditor::redo() {
  going_on_ = false;
  if (done_ == steps_.size()) return;
  const auto& step = steps_[done_++];
  layout_.change(step.at, step.erased.size(), step.inserted);
  stand(step.after);
}

// Of the change that `step` is, already made.
void AnswerEditor::remember(Step step) {
  steps_.resize(done_);
  if (!goes_on(step)) {
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
  going_on_ = true;
}

// Does it go on with what the last step did, where that was done?
bool AnswerEditor::goes_on(const Step& step) const {
  if (!going_on_ || steps_.empty() || steps_.back().kind != step.kind) return false;
  const auto& last = steps_.back();
  if (step.kind == Kind::erasing) return step.at == last.at || step.at + step.erased.size() == last.at;
  const bool new_word = is_space(last.inserted.back()) && !is_space(step.inserted.front());
  return step.kind == Kind::typing && step.at == last.at + last.inserted.size() && !new_word;
}

void AnswerEditor::stand(std::size_t offset) {
  insertion_ = offset;
  cursor_ = layout_.snap(offset);
  wanted_.reset();
  keep_in_sight();
}

void AnswerEditor::move(std::size_t place) {
  going_on_ = false;
  stand(place);
}

void AnswerEditor::move_rows(int by) {
  const auto index = static_cast<int>(layout_.row_of(cursor_));
  const int target = std::clamp(index + by, 0, row_count(layout_.rows()) - 1);
  const int wanted = wanted_.value_or(layout_.column_of(row(), cursor_));
  if (target == index) return;
  move(layout_.place_in(layout_.rows()[static_cast<std::size_t>(target)], wanted));
  wanted_ = wanted;
}

void AnswerEditor::keep_in_sight() {
  const auto index = static_cast<int>(layout_.row_of(cursor_));
  top_ = std::clamp(top_, index - room_ + 1, index);
  top_ = std::clamp(top_, 0, std::max(0, row_count(layout_.rows()) - room_));
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
