#include "base/markdown_spans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "base/markdown_escape.hpp"
#include "base/markdown_flanking.hpp"
#include "base/utf8.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

// A mark of emphasis or a bracket of a link, or what stands between them.
enum class PieceKind { text, code, address, emphasis, strong, link };

struct Piece {
  PieceKind kind;
  const RichSpan* span;  // of a mark: one that it is for
  bool opens = false;    // of a mark
  EscapedEnds ends{};    // of a text
};

bool is_emphasis(const Piece& piece) {
  return piece.kind == PieceKind::emphasis || piece.kind == PieceKind::strong;
}

// May the link be written as its address alone?
bool is_address(const RichSpan& span) {
  const auto is_fit = [](char c) {
    constexpr std::string_view unfit = "<>\\`&|*[]!";
    return c > 0x20 && c < 0x7F && unfit.find(c) == std::string_view::npos;
  };
  const bool web = span.text.starts_with("http://") || span.text.starts_with("https://");
  return web && !span.code && span.text == span.link && std::ranges::all_of(span.text, is_fit);
}

// Marks nest: what goes on longest is outermost, and what is beneath a mark that ends is opened again.
class Pieces {
 public:
  explicit Pieces(const RichSpans& spans) : spans_{spans}, alone_(spans.size()), lasting_(spans.size() + 1) {
    for (std::size_t i = spans.size(); i-- > 0;) measure(i);
    for (std::size_t i = 0; i < spans.size(); ++i) add(i);
    close_until(0);
  }

  std::vector<Piece> take() { return std::move(pieces_); }

 private:
  static constexpr std::array marks{PieceKind::strong, PieceKind::emphasis, PieceKind::link};
  using Lasting = std::array<std::size_t, marks.size()>;  // spans from one on that have each mark

  void measure(std::size_t i) {
    const auto& span = spans_[i];
    const bool joins_left = i > 0 && spans_[i - 1].link == span.link;
    const bool joins_right = i + 1 < spans_.size() && spans_[i + 1].link == span.link;
    alone_[i] = !joins_left && !joins_right && is_address(span);
    const auto& next = lasting_[i + 1];
    lasting_[i][0] = span.strong ? next[0] + 1 : 0;
    lasting_[i][1] = span.emphasis ? next[1] + 1 : 0;
    lasting_[i][2] = span.link.empty() || alone_[i] ? 0 : joins_right ? next[2] + 1 : 1;
  }

  bool goes_on(const Piece& mark, std::size_t i) const {
    if (mark.kind == PieceKind::strong) return spans_[i].strong;
    if (mark.kind == PieceKind::emphasis) return spans_[i].emphasis;
    return !alone_[i] && spans_[i].link == mark.span->link;
  }

  void close_until(std::size_t depth) {
    for (; open_.size() > depth; open_.pop_back()) {
      pieces_.push_back(open_.back());
      pieces_.back().opens = false;
    }
  }

  void add(std::size_t i) {
    const auto& span = spans_[i];
    const auto ended = std::ranges::find_if(open_, [&](const Piece& mark) { return !goes_on(mark, i); });
    close_until(static_cast<std::size_t>(ended - open_.begin()));
    std::vector<std::pair<std::size_t, PieceKind>> opening;
    for (std::size_t k = 0; k < marks.size(); ++k)
      if (lasting_[i][k] > 0 && std::ranges::find(open_, marks[k], &Piece::kind) == open_.end())
        opening.emplace_back(lasting_[i][k], marks[k]);
    std::ranges::stable_sort(opening, std::ranges::greater{}, &std::pair<std::size_t, PieceKind>::first);
    for (const auto& [spans, kind] : opening) {
      open_.push_back({kind, &span, true});
      pieces_.push_back(open_.back());
    }
    const auto kind = span.code ? PieceKind::code : alone_[i] ? PieceKind::address : PieceKind::text;
    pieces_.push_back({kind, &span});
  }

  const RichSpans& spans_;
  std::vector<bool> alone_;
  std::vector<Lasting> lasting_;
  std::vector<Piece> open_, pieces_;
};

// Marks in a row, between `begin` and `end`, that are all of one character.
struct Run {
  std::size_t begin, end;
  int open_before = 0, open_after = 0;  // marks
  bool opens = false, closes = false;

  bool nests() const { return (opens && open_before > 0) || (closes && open_after > 0); }
};

class SpansWriter {
 public:
  SpansWriter(const RichSpans& spans, bool one_line) : pieces_{Pieces{spans}.take()}, one_line_{one_line} {}

  std::string write() {
    find_runs();
    make_marks_count();
    for (std::size_t i = 0; i < pieces_.size(); ++i) write_piece(i);
    return std::move(out_);
  }

 private:
  char mark_of(const Piece& piece) const {
    return piece.kind == PieceKind::strong && underscores_ ? '_' : '*';
  }

  // Marks within others get a character of their own: readers differ in how they take longer runs apart.
  void find_runs() {
    runs_ = runs();
    underscores_ = std::ranges::any_of(runs_, [](const Run& run) { return run.nests(); });
    if (underscores_) runs_ = runs();
  }

  std::vector<Run> runs() const {
    std::vector<Run> found;
    int open = 0;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const auto& piece = pieces_[i];
      if (!is_emphasis(piece)) continue;
      const bool joins = !found.empty() && found.back().end == i && mark_of(pieces_[i - 1]) == mark_of(piece);
      if (!joins) found.push_back({i, i, open});
      open += piece.opens ? 1 : -1;
      auto& run = found.back();
      run.end = i + 1;
      run.open_after = open;
      (piece.opens ? run.opens : run.closes) = true;
    }
    return found;
  }

  // A text of one character may be beside two runs, so the one before is looked at again.
  void make_marks_count() {
    for (std::size_t i = 0; i < runs_.size();) {
      if (counts(runs_[i]) || !write_entities_beside(runs_[i]))
        ++i;
      else if (i > 0)
        --i;
    }
  }

  Neighbour before(const Run& run) const {
    if (run.begin == 0) return neighbour(U' ');
    const auto& piece = pieces_[run.begin - 1];
    return piece.kind == PieceKind::text ? last_neighbour(piece.span->text, piece.ends) : neighbour(U'*');
  }

  Neighbour after(const Run& run) const {
    if (run.end == pieces_.size()) return neighbour(U' ');
    const auto& piece = pieces_[run.end];
    return piece.kind == PieceKind::text ? first_neighbour(piece.span->text, piece.ends) : neighbour(U'*');
  }

  bool counts(const Run& run) const {
    const auto left = before(run), right = after(run);
    const char mark = mark_of(pieces_[run.begin]);
    if (mark == '_' && run.opens && begins_with_word(run)) return false;
    return (!run.opens || surely_opens(mark, left, right)) &&
           (!run.closes || surely_closes(mark, left, right));
  }

  // One word between underscores would be as typed.
  bool begins_with_word(const Run& run) const {
    const auto& piece = pieces_[run.end];
    const auto is_word = [](char c) { return c == '_' || std::isalnum(static_cast<unsigned char>(c)) != 0; };
    return piece.kind == PieceKind::text && !piece.ends.first &&
           std::ranges::all_of(piece.span->text, is_word);
  }

  // False where nothing is left to change.
  bool write_entities_beside(const Run& run) {
    bool changed = false;
    const auto change = [&](Piece& piece, bool EscapedEnds::*end) {
      if (piece.kind != PieceKind::text || piece.ends.*end) return;
      piece.ends.*end = changed = true;
    };
    if (run.begin > 0) change(pieces_[run.begin - 1], &EscapedEnds::last);
    if (run.end < pieces_.size()) change(pieces_[run.end], &EscapedEnds::first);
    return changed;
  }

  // Of the text after a piece, past marks; newline: nothing follows.
  char next_character(std::size_t i) const {
    while (++i < pieces_.size()) {
      if (pieces_[i].kind == PieceKind::text) return pieces_[i].span->text.front();
      if (pieces_[i].kind == PieceKind::code || pieces_[i].kind == PieceKind::address) return '`';
    }
    return '\n';
  }

  void write_piece(std::size_t i) {
    const auto& piece = pieces_[i];
    switch (piece.kind) {
      case PieceKind::text:
        append_escaped(out_, piece.span->text, {piece.ends, next_character(i), one_line_});
        break;
      case PieceKind::code: append_code_span(out_, piece.span->text); break;
      case PieceKind::address: out_ += '<' + piece.span->text + '>'; break;
      case PieceKind::emphasis: out_ += '*'; break;
      case PieceKind::strong: out_.append(2, mark_of(piece)); break;
      case PieceKind::link:
        out_ += piece.opens ? "[" : "](<" + escaped_address(piece.span->link) + ">)";
        break;
    }
  }

  std::vector<Piece> pieces_;
  std::vector<Run> runs_;
  bool one_line_;
  bool underscores_ = false;
  std::string out_;
};

}  // namespace

std::string markdown_spans(const RichSpans& spans) { return SpansWriter{spans, false}.write(); }

std::string markdown_heading(const RichSpans& spans) { return SpansWriter{spans, true}.write(); }

}  // namespace viva
