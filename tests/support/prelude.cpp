// SPDX-License-Identifier: Apache-2.0
// Nothing of its own: the target that compiles the test library's headers for all suites needs a source.
