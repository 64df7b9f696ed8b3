// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "../facts/personal_code.hpp"
#include "batch_summary.ipp"
#include "format.ipp"
#include "sheet_words.ipp"
#include "study.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// The number with all its digits, however many; a fraction where no finite decimal is short enough.
SLIEKSNIS_INLINE std::string exact_text(const rational& number) {
  constexpr int most_places = 60;
  rational scaled = number;
  int places = 0;
  for (; !scaled.is_integer() && places < most_places; ++places) scaled = scaled * rational(10);
  if (!scaled.is_integer()) return to_string(number);
  std::string digits = to_string(scaled.sign() < 0 ? -scaled : scaled);
  const auto least = static_cast<std::size_t>(places) + 1;
  if (digits.size() < least) digits.insert(0, least - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - static_cast<std::size_t>(places), ".");
  return (number.sign() < 0 ? "-" : "") + digits;
}

/// The one rounding of what is shown: half up, to so many places.
SLIEKSNIS_INLINE rational shown_rounded(const rational& number, int places) {
  return round(number, rational::power(rational(10), -places), rounding_mode::half_up);
}

SLIEKSNIS_INLINE std::string shown_number(const rational& number, int places, language lang,
                                          bool with_sign = false) {
  const rational rounded = shown_rounded(number, places);
  std::string text = exact_text(rounded.sign() < 0 ? -rounded : rounded);
  const std::size_t point = text.find('.');
  const auto wanted = static_cast<std::size_t>(places);
  const std::size_t has = point == std::string::npos ? 0 : text.size() - point - 1;
  if (has < wanted) text += (has == 0 ? "." : "") + std::string(wanted - has, '0');
  if (lang == language::lv) std::replace(text.begin(), text.end(), '.', ',');
  text = grouped_digits(text, lang);
  return (rounded.sign() < 0 ? "−" : with_sign && rounded.sign() > 0 ? "+" : "") + text;
}

/// The mean, to cents; nothing where nobody is counted.
SLIEKSNIS_INLINE std::optional<rational> mean_of(const rational& sum, const study_count& of) {
  if (of.weight.sign() <= 0) return std::nullopt;
  return shown_rounded(sum / of.weight, 2);
}

/// Names of what a study counts, as scripts and people read them.
class study_words {
 public:
  study_words(const study_options& options, const study_result& made, language lang)
      : options_(options), made_(made), lang_(lang) {}

  [[nodiscard]] const rule_book& book() const { return *options_.scenarios.front().book; }
  [[nodiscard]] language lang() const noexcept { return lang_; }
  [[nodiscard]] std::string in(const char* lv, const char* en) const {
    return lang_ == language::lv ? lv : en;
  }
  /// Two scenarios that are compared are "before" and "after".
  [[nodiscard]] bool pair() const { return options_.compares && options_.scenarios.size() == 2; }
  [[nodiscard]] std::string scenario(std::size_t index) const {
    if (pair()) return index == 0 ? in("pirms", "before") : in("pēc", "after");
    return options_.scenarios[index].name;
  }
  /// The same for programs.
  [[nodiscard]] std::string scenario_id(std::size_t index) const {
    if (pair()) return index == 0 ? "before" : "after";
    return options_.scenarios[index].name;
  }

  // --- measures ---

  [[nodiscard]] std::string id(const study_measure& one) const {
    if (one.quantity == study_quantity::shortfall) return "shortfall";
    if (one.quantity == study_quantity::total) return "total_" + std::string(name_of(one.paid));
    return book().at(one.definition).name;
  }
  [[nodiscard]] std::string title(const study_measure& one) const {
    if (one.quantity == study_quantity::shortfall)
      return in("Trūkst līdz slieksnim", "Missing to the threshold");
    if (one.quantity == study_quantity::benefit)
      return capitalised(book().at(one.definition).title.in(lang_));
    const std::string paid = payment_words(one.paid).in(lang_);
    return in("Pabalsti kopā", "Benefits in all") + (paid.empty() ? "" : ", " + paid);
  }
  /// What an amount of it is counted in: "EUR mēnesī", "EUR (vienreizējs)".
  [[nodiscard]] std::string unit(const study_measure& one) const {
    const std::string measure = to_string(one.measure);
    const std::string named = book().unit_words(measure).in(lang_);
    const std::string paid = one.quantity == study_quantity::total ? "" : payment_words(one.paid).in(lang_);
    return (named.empty() ? measure : named) + (paid.empty() ? "" : " (" + paid + ")");
  }
  [[nodiscard]] bool monthly(const study_measure& one) const {
    return one.has_amount && one.paid == payment::month && one.measure.of_money();
  }
  [[nodiscard]] bool of_persons(const study_measure& one) const {
    return one.quantity == study_quantity::benefit && book().at(one.definition).of == entity::person;
  }
  /// Whether a sum that is also shown has it in it: it is a part then.
  [[nodiscard]] bool part_of_total(const study_measure& one) const {
    if (one.quantity != study_quantity::benefit || !one.has_amount || !book().at(one.definition).in_total)
      return false;
    const auto same_sum = [&](const study_measure& other) {
      return other.quantity == study_quantity::benefit && other.has_amount && other.paid == one.paid &&
             other.measure == one.measure && book().at(other.definition).in_total;
    };
    const bool is_shown =
        std::any_of(made_.measures.begin(), made_.measures.end(), [&](const study_measure& sum) {
          return sum.quantity == study_quantity::total && sum.paid == one.paid && sum.measure == one.measure;
        });
    return is_shown && std::count_if(made_.measures.begin(), made_.measures.end(), same_sum) > 1;
  }
  /// A shortfall that no row lets anyone compute says nothing.
  [[nodiscard]] bool says_nothing(std::size_t measure) const {
    if (made_.measures[measure].quantity != study_quantity::shortfall) return false;
    for (std::size_t s = 0; s < options_.scenarios.size(); ++s) {
      const study_figures& here = made_.figures(made_.all, s, measure);
      if (here.granted.rows + here.refused.rows > 0) return false;
    }
    return true;
  }

  // --- numbers ---

  [[nodiscard]] int places(const study_measure& one) const { return one.measure.of_money() ? 2 : 0; }
  [[nodiscard]] std::string amount(const study_measure& of, const rational& number,
                                   bool with_sign = false) const {
    if (places(of) > 0) return shown_number(number, places(of), lang_, with_sign);
    const bool whole = number.is_integer();
    return shown_number(number, whole ? 0 : 2, lang_, with_sign);
  }
  /// Whole where it is; weights may have a part.
  [[nodiscard]] std::string weight(const rational& number, bool with_sign = false) const {
    return shown_number(number, number.is_integer() ? 0 : 2, lang_, with_sign);
  }
  [[nodiscard]] std::string count(const study_count& one) const {
    return made_.weighted ? weight(one.weight) : grouped_digits(std::to_string(one.rows), lang_);
  }
  [[nodiscard]] std::string count_change(const study_count& before, const study_count& after) const {
    return weight(after.weight - before.weight, true);
  }
  [[nodiscard]] std::string mean(const rational& sum, const study_count& of, bool with_sign = false) const {
    const auto one = mean_of(sum, of);
    return one ? shown_number(*one, 2, lang_, with_sign) : "–";
  }

  // --- groups ---

  [[nodiscard]] std::string title(const study_table& one) const {
    if (!one.definition) return in("Kolonna", "Column") + " \"" + without_personal_codes(one.by.name) + "\"";
    const definition& of = book().at(*one.definition);
    std::string result = capitalised(of.title.in(lang_));
    if (of.of == entity::person)
      result += in(" (lielākā vērtība mājsaimniecībā)", " (the greatest in the household)");
    const std::string named = book().unit_words(to_string(of.what.measure)).in(lang_);
    if (of.what.measure.of_money() && !named.empty()) result += ", " + named;
    if (one.by.parts > 0)
      result += one.by.parts == 10 ? in(": desmit vienādas daļas", ": ten equal parts")
                                   : say(lang_, ": vienādas daļas ({})", ": {} equal parts", one.by.parts);
    return result;
  }

  [[nodiscard]] std::string title(const study_table& table, const study_group& one) const {
    if (one.unknown) return in("nav zināms", "not known");
    if (one.part > 0) {
      const std::string from = one.from ? number(table, *one.from) : "";
      const std::string to = one.to ? number(table, *one.to) : "";
      const std::string part =
          lang_ == language::lv ? fmt::format("{}. daļa", one.part) : fmt::format("part {}", one.part);
      return part + (from.empty() ? "" : ": " + (from == to ? from : from + "–" + to));
    }
    if (!table.by.bounds.empty()) return class_title(table, one);
    if (one.from) return number(table, *one.from);
    if (!table.definition)
      return one.value.empty() ? in("(tukšs)", "(empty)") : without_personal_codes(one.value);
    const definition& of = book().at(*table.definition);
    if (one.value == "true" || one.value == "false")
      return one.value == "true" ? in("jā", "yes") : in("nē", "no");
    const words* titled = title_of(of, one.value);
    return titled != nullptr ? titled->in(lang_) : without_personal_codes(one.value);
  }

 private:
  [[nodiscard]] std::string number(const study_table& table, const rational& one) const {
    const bool money = table.definition && book().at(*table.definition).what.measure.of_money();
    if (money) return shown_number(one, 2, lang_);
    return grouped_digits(format_number(one, 0, lang_), lang_);
  }

  /// Of what is counted in whole numbers the last one that belongs to a class is plainer than its end.
  [[nodiscard]] std::string class_title(const study_table& table, const study_group& one) const {
    const definition* of = table.definition ? &book().at(*table.definition) : nullptr;
    const bool whole = of != nullptr && of->decimals == 0 && !of->what.measure.of_money();
    if (!one.from && !one.to) return in("visi", "all");
    if (!one.from) return in("mazāk par ", "under ") + number(table, *one.to);
    const std::string from = number(table, *one.from);
    if (!one.to) return from + in(" un vairāk", " and more");
    if (!whole)
      return say(lang_, "no {} līdz {}, neieskaitot", "{} to under {}", from, number(table, *one.to));
    const rational last = *one.to - rational(1);
    return last == *one.from ? from : from + "–" + number(table, last);
  }

  const study_options& options_;
  const study_result& made_;
  language lang_;
};

/// What the decisions of each scenario may rest on; what all of them share first.
struct study_doubts {
  batch_doubts shared;
  std::vector<batch_doubts> own;  ///< by scenario
};

/// The assumptions and cautions of one scenario. Its rules may number definitions in another way than those
/// of the first one.
SLIEKSNIS_INLINE batch_doubts doubts_of_scenario(const study_options& options, const study_result& made,
                                                 const scenario& one, language lang) {
  const rule_book& first = *options.scenarios.front().book;
  batch_options how = options.rows;
  how.on = one.on;
  std::vector<std::size_t> wanted;
  for (const std::size_t id : how.wanted)
    if (const auto here = one.book->find(first.at(id).name)) wanted.push_back(*here);
  how.wanted = std::move(wanted);
  batch_summary read;
  for (batch_column column : made.rows.columns) {
    if (column.use == column_use::fact) {
      const auto here = one.book->find(first.at(column.definition).name);
      if (!here) continue;
      column.definition = *here;
    }
    read.columns.push_back(std::move(column));
  }
  return doubts_of(*one.book, one.shared, how, read, lang);
}

SLIEKSNIS_INLINE study_doubts doubts_of_study(const study_options& options, const study_result& made,
                                              language lang) {
  study_doubts result;
  for (const scenario& one : options.scenarios)
    result.own.push_back(doubts_of_scenario(options, made, one, lang));
  const auto share = [&](std::vector<std::string> batch_doubts::*lines) {
    for (const std::string& line : std::vector<std::string>(result.own.front().*lines)) {
      const bool everywhere = std::all_of(result.own.begin(), result.own.end(), [&](const batch_doubts& one) {
        return std::find((one.*lines).begin(), (one.*lines).end(), line) != (one.*lines).end();
      });
      if (!everywhere) continue;
      (result.shared.*lines).push_back(line);
      for (batch_doubts& one : result.own) std::erase(one.*lines, line);
    }
  };
  share(&batch_doubts::assumptions);
  share(&batch_doubts::cautions);
  return result;
}

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
