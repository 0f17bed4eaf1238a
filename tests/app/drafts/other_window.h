// A second window on the same store.
#pragma once

#include <gtest/gtest.h>

#include <string_view>

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
    // Has the draft, with this person in it; what it would save next.
    Declaration fill(const FormDefinition& form, std::string_view person) {
        Declaration declaration = blank_declaration(form);
        declaration.values["person"] = person;
        EXPECT_EQ(m_session.take(1), drafts::DraftStatus::Ok);
        EXPECT_EQ(m_session.save(declaration, {}, 1), drafts::DraftStatus::Ok);
        return declaration;
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
