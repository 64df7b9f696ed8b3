// SPDX-License-Identifier: Apache-2.0
/// \file Everything a program needs, in reading order. Latvian thresholds by plain calls: see lv.hpp.
#pragma once

// IWYU pragma: begin_exports
#include "config.hpp"

// 1. numbers and dates
#include "value/date.hpp"
#include "value/decimal.hpp"
#include "value/money.hpp"
#include "value/rational.hpp"
#include "value/rounding.hpp"
#include "value/value.hpp"
#include "value/words.hpp"

// 2. where text came from, and what was wrong with it
#include "source/citation.hpp"
#include "source/error.hpp"
#include "source/error_code.hpp"
#include "source/json_tree.hpp"
#include "source/natural_order.hpp"
#include "source/nearest.hpp"
#include "source/object_reader.hpp"
#include "source/source_text.hpp"

// 3. the formula language
#include "formula/expression.hpp"
#include "formula/function.hpp"
#include "formula/lexer.hpp"
#include "formula/parser.hpp"
#include "formula/type.hpp"
#include "formula/type_check.hpp"
#include "formula/unit.hpp"

// 4. the law as data
#include "rule/book_scope.hpp"
#include "rule/embedded_rules.hpp"
#include "rule/load_rules.hpp"
#include "rule/part_of_rules.hpp"
#include "rule/rule.hpp"
#include "rule/rule_book.hpp"
#include "rule/rule_book_builder.hpp"
#include "rule/rule_name.hpp"

// 5. one case
#include "facts/facts.hpp"
#include "facts/load_facts.hpp"
#include "facts/personal_code.hpp"
#include "facts/read_fact.hpp"
#include "facts/read_persons.hpp"
#include "facts/write_facts.hpp"
#include "facts/written_value.hpp"

// 6. from rules and facts to decisions
#include "decide/bounds.hpp"
#include "decide/cases.hpp"
#include "decide/causes.hpp"
#include "decide/change_days.hpp"
#include "decide/changes.hpp"
#include "decide/compute.hpp"
#include "decide/coverage.hpp"
#include "decide/day_course.hpp"
#include "decide/decide.hpp"
#include "decide/decision.hpp"
#include "decide/evaluated.hpp"
#include "decide/exact.hpp"
#include "decide/explain.hpp"
#include "decide/interval.hpp"
#include "decide/interview.hpp"
#include "decide/make_plan.hpp"
#include "decide/open_needs.hpp"
#include "decide/outlook.hpp"
#include "decide/plan.hpp"
#include "decide/plan_builder.hpp"
#include "decide/prove.hpp"
#include "decide/spans.hpp"
#include "decide/step.hpp"
#include "decide/total.hpp"

// 7. many cases by column
#include "table/block_range.hpp"
#include "table/decide_table.hpp"
#include "table/fact_table.hpp"
#include "table/lower_table.hpp"
#include "table/reason.hpp"
#include "table/run_block.hpp"
#include "table/table_program.hpp"
#include "table/tidy_program.hpp"

// 8. decisions in words
#include "render/also.hpp"
#include "render/answer.hpp"
#include "render/batch_summary.hpp"
#include "render/coverage.hpp"
#include "render/format.hpp"
#include "render/html.hpp"
#include "render/json.hpp"
#include "render/listing.hpp"
#include "render/markdown.hpp"
#include "render/overview.hpp"
#include "render/question.hpp"
#include "render/receipt.hpp"
#include "render/reconcile.hpp"
#include "render/sheet.hpp"
#include "render/sheet_head.hpp"
#include "render/show.hpp"
#include "render/text.hpp"
#include "render/timeline.hpp"
#include "render/timeline_svg.hpp"
#include "render/timeline_text.hpp"
#include "render/wrap.hpp"
// IWYU pragma: end_exports
