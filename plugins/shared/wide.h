// SPDX-License-Identifier: MIT
//
// For functions that work on many numbers alike: they are compiled once more for processors with
// wider registers, and the first call's processor decides. Both forms give the same bits, as AVX2
// alone has no multiplication joined with an addition; sums of floating-point numbers must be the
// caller's own, in a fixed order.
#pragma once

#if defined(__x86_64__) && defined(__gnu_linux__)
#define INROAD_WIDE [[gnu::target_clones("avx2", "default")]]
#else
#define INROAD_WIDE
#endif
