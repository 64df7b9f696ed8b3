// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include "json.ipp"
#include "timeline.ipp"
#include "timeline_markdown.ipp"
#include "timeline_text.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

[[nodiscard]] inline ordered_json sources_of(const rule_book& book, const std::vector<std::size_t>& ids,
                                             language lang) {
  ordered_json out = ordered_json::array();
  for (const std::size_t id : ids) {
    const citation& source = book.sources()[id];
    ordered_json one;
    one["id"] = source.id;
    one["act"] = source.act.in(lang);
    one["article"] = source.article.in(lang);
    one["address"] = source.address;
    out.push_back(std::move(one));
  }
  return out;
}

/// Writes the spans of a timeline as JSON.
class timeline_json_writer {
 public:
  timeline_json_writer(const rule_book& book, const facts& stated, language lang)
      : book_(book), stated_(stated), lang_(lang) {}

  [[nodiscard]] ordered_json write(const benefit_course& course) const {
    const definition& of = book_.at(course.benefit);
    ordered_json out;
    out["id"] = of.name;
    out["title"] = of.title.in(lang_);
    if (course.person) {
      out["person"] = *course.person + 1;
      if (const auto label = stated_.label(*course.person); !label.empty()) out["label"] = label;
    }
    out["unit"] = of.kind == definition_kind::benefit ? ordered_json(to_string(of.what.measure)) : nullptr;
    if (of.paid) out["paid"] = std::string(slieksnis::name_of(*of.paid));
    out["spans"] = ordered_json::array();
    for (const steady_span& span : course.spans) out["spans"].push_back(write(of, span));
    return out;
  }

 private:
  [[nodiscard]] ordered_json write(const definition& of, const steady_span& span) const {
    ordered_json out;
    out["from"] = to_string(span.when.from);
    out["to"] = to_string(span.when.to);
    out["outcome"] = detail::name_of(standing_of(book_, span));
    out["amount"] =
        span.decided.amount ? ordered_json(plain_value(of, *span.decided.amount)) : ordered_json(nullptr);
    if (!span.decided.needs.empty())
      for (const need& missing : span.decided.needs)
        out["needs"].push_back(slieksnis::name_of(book_, missing));
    out["causes"] = ordered_json::array();
    for (const change_cause& cause : span.causes) out["causes"].push_back(write(cause));
    return out;
  }

  [[nodiscard]] ordered_json write(const change_cause& cause) const {
    const definition& of = book_.at(cause.definition);
    ordered_json out;
    out["kind"] = slieksnis::name_of(cause.kind);
    out["name"] = of.name;
    out["title"] = of.title.in(lang_);
    if (cause.person) out["person"] = *cause.person + 1;
    const auto shown = [&](const std::optional<value>& what) {
      return what ? ordered_json(plain_value(of, *what)) : ordered_json(nullptr);
    };
    out["before"] = shown(cause.before);
    out["after"] = shown(cause.after);
    if (cause.row != nullptr) out["row"] = cause.row->title.in(lang_);
    const std::vector<std::size_t> none;
    const bool own = cause.row != nullptr && !cause.row->sources.empty();
    out["sources"] = sources_of(book_,
                                own                     ? cause.row->sources
                                : cause.rule != nullptr ? cause.rule->sources
                                                        : none,
                                lang_);
    return out;
  }

  const rule_book& book_;
  const facts& stated_;
  language lang_;
};

}  // namespace detail

SLIEKSNIS_INLINE std::string timeline_json(const rule_book& book, const facts& stated, const timeline& given,
                                           const render_options& options) {
  const detail::timeline_json_writer writer(book, stated, options.lang);
  const timeline_sheet sheet = timeline_sheet_of(book, stated, given, options);
  detail::ordered_json out;
  out["from"] = to_string(given.when.from);
  out["to"] = to_string(given.when.to);
  detail::add_assumptions(out, book, options.lang, detail::reforms_json(book, given.reformed, options.lang));
  out["courses"] = detail::ordered_json::array();
  std::vector<benefit_course> shown;
  for (const benefit_course& course : given.courses) {
    if (!given.wanted_by_name && !detail::ever_granted(course)) continue;
    out["courses"].push_back(writer.write(course));
    shown.push_back(course);
  }
  out["totals"] = detail::ordered_json::array();
  std::optional<std::pair<rational, bool>> last;
  for (const date day : first_days(shown)) {
    const std::pair now{monthly_total(book, shown, day), total_is_complete(book, shown, day)};
    if (last == now) continue;
    if (last) out["totals"].back()["to"] = to_string(day);
    last = now;
    definition like;
    like.what.kind = type_kind::number;
    like.what.measure = *parse_unit("EUR/month");
    detail::ordered_json one;
    one["from"] = to_string(day);
    one["to"] = to_string(given.when.to);
    one["amount"] = plain_value(like, value{now.first});
    one["unit"] = "EUR/month";
    one["complete"] = now.second;
    out["totals"].push_back(std::move(one));
  }
  out["assumptions"] = sheet.assumptions;
  out["cautions"] = sheet.cautions;
  out["notes"] = sheet.notes;
  return out.dump(2) + "\n";
}

}  // namespace v0
}  // namespace slieksnis
