// What a range of cells comes to: how many cells and amounts there are, and their sum.
#pragma once

#include <string>

#include "app/document/document.h"
#include "app/document/focus.h"
#include "core/decimal/decimal.h"

namespace shenbao::app {

struct RangeSum {
    size_t cells = 0;    // of the range; 0: there is none
    size_t amounts = 0;  // that hold a number; blank ones and those that cannot be read do not count
    Decimal sum;         // exact
};
RangeSum sum_of_range(const Document& document, const Focus& focus);

}  // namespace shenbao::app
