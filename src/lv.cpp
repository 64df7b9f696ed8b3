// SPDX-License-Identifier: Apache-2.0
// Apart from the rest, so that programs without lv.hpp need not link the rules.
#include <slieksnis/lv.ipp>
