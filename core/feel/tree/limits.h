// What compiling and evaluating may use, and what came of it.
#pragma once

#include <cstdint>

#include "core/feel/values/value.h"

namespace shenbao::feel {

struct CompileOptions {
    uint32_t max_length = 20000;  // bytes of source
    uint32_t max_depth = 100;     // of nesting
};

enum class Limit : uint8_t { None, Steps, Memory, Depth };

struct EvaluationContext {
    // now() and today(); null: both are null.
    Value now;    // date and time
    Value today;  // date
    // What one evaluation may use; exceeding any gives null and names the limit. A step stands for a
    // twentieth of a microsecond natively; whatever takes longer costs more of them.
    uint32_t max_steps = 500'000;
    uint32_t max_memory = 64u << 20;  // bytes, estimated
    uint32_t max_depth = 100;         // of function calls
    // Of several evaluations together: each gets no more than is left here, and takes what it uses.
    uint64_t* shared_steps = nullptr;
};

struct EvaluationResult {
    Value value;
    // Some part was an error (a wrong type, a division by zero, …) and counted as null.
    bool error = false;
    Limit limit = Limit::None;
    uint32_t error_offset = 0;  // of the first such part
    uint32_t steps = 0;         // used
};

}  // namespace shenbao::feel
