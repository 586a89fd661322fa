#include "pdf/style.hpp"

#include "pdf/typesetter.hpp"

namespace viva::pdf {
namespace {

constexpr double millimetre = 72 / 25.4;

// What the kinds differ in. Lengths in points.
struct Plan {
  int columns;
  double side, measure;  // beside the text, and the text itself; of two columns, what the margins leave
  double character;      // average width of a character of the body
  double leading;
  double prompt, prompt_leading;  // in the body's
  bool bold;                      // is the prompt?
  double item_space;
  double spare;  // in heights of a column
};

Plan plan_of(SheetKind kind) {
  switch (kind) {
    case SheetKind::study: return {2, 0, 0, 4.6, 12.5, 1.06, 1, true, 18.75, 0.1};
    case SheetKind::questions: return {1, 30, 440, 5.1, 14, 1.25, 1.25, false, 28, 1};
    case SheetKind::answers: return {2, 0, 0, 4.3, 11.4, 1.08, 1.08, true, 18, 0.08};
    case SheetKind::interviewer: return {1, 62, 434, 4.5, 11.75, 1.2, 1.2, false, 16, 1};
    case SheetKind::cards: return {1, 0, 0, 4.1, 10.5, 1.5, 1.6, false, 0, 0};
    case SheetKind::night_before: return {2, 18, 0, 4.6, 12.5, 1, 1, true, 12.5, 0};
  }
  return {};
}

// Three strips a page, with what a printer leaves blank and a running line above and below them.
void divide_into_cards(SheetStyle& style) {
  style.margin = 9 * millimetre;
  style.top = style.bottom = 38;
  style.card = (style.paper.height - style.top - style.bottom) / 3;
  style.head = 20;
  style.foot = 30;
}

}  // namespace

SheetStyle style_of(SheetKind kind, const PaperSize& paper, const Typesetter& typesetter, double scale) {
  const auto plan = plan_of(kind);
  const double serif = typesetter.size_for(plan.character, Family::serif) * scale;
  const double sans = typesetter.size_for(plan.character, Family::sans) * scale;
  const double leading = plan.leading * scale;
  SheetStyle style;
  style.paper = paper;
  style.columns = plan.columns;
  style.gutter = 9 * millimetre;
  style.side = plan.side;
  style.side_headings = plan.side > 60;
  style.margin = plan.columns > 1 ? 17 * millimetre : (paper.width - plan.side - plan.measure) / 2;
  style.measure = plan.measure;
  if (plan.columns > 1)
    style.measure = (paper.width - 2 * style.margin - style.gutter) / plan.columns - plan.side;
  style.top = 20 * millimetre;
  style.bottom = 21 * millimetre;
  style.head = 28;
  style.foot = 36;
  if (kind == SheetKind::cards) divide_into_cards(style);
  style.spare = plan.spare * (paper.height - style.top - style.bottom);
  style.most_ruled = kind == SheetKind::questions ? 100 : 6;
  style.ruling = (kind == SheetKind::questions ? 8 : 7.5) * millimetre;
  style.item_space = plan.item_space * scale;
  style.section_space = leading / 2;

  style.body = {Family::serif, serif, leading};
  style.prompt = {Family::serif, serif * plan.prompt, leading * plan.prompt_leading, plan.bold};
  style.label = {Family::sans, sans * 0.8, leading, false, false, gray};
  style.heading = {Family::sans, sans * 0.8, leading, true, false, accent};
  style.number = {Family::sans, sans * plan.prompt, leading * plan.prompt_leading, true, false, accent};
  style.section = {Family::sans, sans * 1.5, leading * 2, true, false, accent};
  style.note = {Family::serif, serif, leading, false, true, gray};
  const double page_sans = typesetter.size_for(5, Family::sans);
  style.title = {Family::sans, page_sans * 2.2, 28, true, false, black};
  style.subtitle = {Family::sans, page_sans * 1.2, 17, false, false, accent};
  style.about = {Family::sans, page_sans * 0.85, 14, false, false, gray};
  style.contents = {Family::sans, page_sans * 0.85, 14, false, false, black};
  style.running = {Family::sans, page_sans * 0.75, 12, false, false, gray};
  return style;
}

}  // namespace viva::pdf
