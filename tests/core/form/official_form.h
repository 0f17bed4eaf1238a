// The official form's definition, read once per test program.
#pragma once

#include <gtest/gtest.h>

#include "core/form/definition.h"
#include "tests/support/fixtures.h"

namespace shenbao::testing {

inline const FormDefinition& official_definition() {
    static const DefinitionResult kResult = read_definition(official_form_json());
    if (!kResult.definition) {
        for (const auto& fault : kResult.faults) ADD_FAILURE() << fault.pointer << ": " << fault.message;
        std::abort();
    }
    return *kResult.definition;
}

}  // namespace shenbao::testing
