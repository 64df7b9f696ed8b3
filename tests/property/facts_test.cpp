// SPDX-License-Identifier: Apache-2.0
// A case that is written down is the same case when it is read.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <slieksnis/facts/load_facts.hpp>
#include <slieksnis/facts/write_facts.hpp>
#include <slieksnis/lv.hpp>

#include "../unit/support/household_book.hpp"
#include "random_facts.hpp"

namespace {

using namespace slieksnis;

RC_GTEST_PROP(facts_property, written_facts_are_read_back_unchanged, ()) {
  const rule_book& book = *rc::gen::arbitrary<bool>() ? household_book::book() : lv::law();
  const date on = *parse_date("2026-02-01");
  const facts stated = random_facts::any_facts(book, on);
  const std::optional<date> day = *rc::gen::element<std::optional<date>>(on, std::nullopt);
  const std::string written = write_facts(stated, day);
  RC_LOG() << written;
  const case_file read = load_facts(book, std::make_shared<source_text>("case.json", written));
  RC_ASSERT(read.stated == stated);
  RC_ASSERT(read.on == day);
  RC_ASSERT(write_facts(read.stated, read.on) == written);
}

}  // namespace
