// SPDX-License-Identifier: MIT
//
// For functions that work on many whole words: they are compiled once more for processors with
// wider registers, and the first call's processor decides. Integers only: both forms give the same
// bits.
#pragma once

#if defined(__x86_64__) && defined(__gnu_linux__)
#define INROAD_WIDE [[gnu::target_clones("avx2", "default")]]
#else
#define INROAD_WIDE
#endif
