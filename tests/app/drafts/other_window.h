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
        m_opened = m_session.open();
    }
    // As it stood when this window came.
    const drafts::OpenedDraft& opened() const { return m_opened; }
    drafts::DraftSession& session() { return m_session; }

  private:
    drafts::DraftSession m_session;
    drafts::OpenedDraft m_opened;
};

inline const FormDefinition& form() {
    static const DefinitionResult result = read_definition(official_form_json());
    return *result.definition;
}

}  // namespace shenbao::testing
