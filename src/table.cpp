// SPDX-License-Identifier: Apache-2.0
// The table reading of the compiled variant; apart from the rest, so that both compile side by side.
#include <slieksnis/table/block_range.ipp>
#include <slieksnis/table/decide_table.ipp>
#include <slieksnis/table/exact_rows.ipp>
#include <slieksnis/table/fact_table.ipp>
#include <slieksnis/table/kernels.ipp>
#include <slieksnis/table/kernels_persons.ipp>
#include <slieksnis/table/kernels_rows.ipp>
#include <slieksnis/table/kernels_truths.ipp>
#include <slieksnis/table/lower_logic.ipp>
#include <slieksnis/table/lower_numbers.ipp>
#include <slieksnis/table/lower_table.ipp>
#include <slieksnis/table/processors.ipp>
#include <slieksnis/table/reason.ipp>
#include <slieksnis/table/run_block.ipp>
#include <slieksnis/table/tidy_program.ipp>
