// What tests of drafts do with a page again and again.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/support/headless.h"

namespace shenbao::testing {

// A window whose draft has this person in it, saved.
inline void fill(HeadlessWorkbench& page, std::string_view person) {
    page.type("cell:person", person);
    page.workbench().save_now();
    page.blur();
}

// Of the node whose id begins so and that is called so: the rest of its id.
inline std::string id_of(HeadlessWorkbench& page, std::string_view stem, std::string_view name) {
    for (const app::Node& node : page.semantics().nodes)
        if (node.id.starts_with(stem) && node.name == name) return node.id.substr(stem.size());
    ADD_FAILURE() << "no " << stem << " with " << name;
    return {};
}

}  // namespace shenbao::testing
