// SPDX-License-Identifier: Apache-2.0
/// \file Version and linkage of the library; the only macros it defines.
#pragma once

/// The version of the program, the library and its package; CMake reads it here.
#define SLIEKSNIS_VERSION "0.1.0"

// Bodies live in .ipp files: inline in the header-only variant, compiled once in the other.
#ifdef SLIEKSNIS_COMPILED
#define SLIEKSNIS_INLINE
#else
#define SLIEKSNIS_INLINE inline
#endif
