// SPDX-License-Identifier: Apache-2.0
// The compiled variant: every body once. A test fails when a body is missing here.
#include <slieksnis/formula/expression.ipp>
#include <slieksnis/formula/lexer.ipp>
#include <slieksnis/formula/parser.ipp>
#include <slieksnis/formula/type.ipp>
#include <slieksnis/formula/unit.ipp>
#include <slieksnis/source/error.ipp>
#include <slieksnis/source/json_tree.ipp>
#include <slieksnis/source/nearest.ipp>
#include <slieksnis/source/source_text.ipp>
#include <slieksnis/value/date.ipp>
#include <slieksnis/value/decimal.ipp>
#include <slieksnis/value/money.ipp>
#include <slieksnis/value/rational.ipp>
#include <slieksnis/value/rounding.ipp>
#include <slieksnis/value/value.ipp>
