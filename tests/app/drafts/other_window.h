// A second window on the same store.
#pragma once

#include "core/drafts/draft_library.h"
#include "tests/support/fixtures.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {

// Two windows: HeadlessWorkbench has one Dear ImGui context at a time, so the other one is the core's.
class OtherWindow {
  public:
    OtherWindow(MemoryStore& store, const FormDefinition& form) : m_session(store, form, "current", "other") {
        m_session.open();
    }
    drafts::DraftSession& session() { return m_session; }

  private:
    drafts::DraftSession m_session;
};

inline const FormDefinition& form() {
    static const DefinitionResult result = read_definition(official_form_json());
    return *result.definition;
}

}  // namespace shenbao::testing
