// SPDX-License-Identifier: MIT
#include "model/error.h"
