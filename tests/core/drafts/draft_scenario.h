// Drafts for tests: numbered declarations of the official form, saved by windows with names.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "core/drafts/draft_session.h"
#include "tests/core/drafts/faulty_store.h"
#include "tests/support/fixtures.h"

namespace shenbao::drafts {

using Fault = FaultyStore::Fault;

inline const FormDefinition& official_form() {
    static const DefinitionResult result = read_definition(testing::official_form_json());
    EXPECT_TRUE(result.definition.has_value());
    return *result.definition;
}

inline std::string prefix(std::string_view draft = "current") {
    return "shenbao/v1/" + official_form().id + "/" + std::string(draft) + "/";
}

inline Declaration version(int number) {
    Declaration declaration = blank_declaration(official_form());
    declaration.values["person"] = "第" + std::to_string(number) + "稿";
    declaration.explanations["key"] = "说明";
    return declaration;
}

// -1 for a declaration that is none of them, as it stands.
inline int number_of(const Declaration& declaration) {
    const std::string_view text = declaration.text("person");
    if (!text.starts_with("第")) return -1;
    const int number = static_cast<int>(leading_number(text.substr(std::string_view("第").size())));
    return declaration == version(number) ? number : -1;
}

inline DraftSession session(KeyValueStore& store, std::string_view owner = "one",
                            std::string_view draft = "current") {
    return {store, official_form(), draft, owner};
}

inline DraftStatus save(DraftSession& drafts, int number, long long now = 0) {
    return drafts.save(version(number), {"", "单位", 2026}, now == 0 ? 1000 + number : now);
}

inline void save_all(KeyValueStore& store, int from, int to) {
    DraftSession drafts = session(store, "w" + std::to_string(from));
    drafts.open();
    ASSERT_EQ(drafts.take(from), DraftStatus::Ok);
    for (int number = from; number <= to; ++number) ASSERT_EQ(save(drafts, number), DraftStatus::Ok);
    drafts.release();
}

// What a new session finds once the store works again.
inline OpenedDraft reopened(FaultyStore& store) {
    store.disarm();
    return session(store, "later").open();
}

// The key of the newest whole record.
inline std::string newest_key(const FaultyStore& store, std::string_view draft = "current") {
    std::string newest;
    StoredRecord best;
    for (const auto& [key, text] : store.entries) {
        StoredRecord record;
        if (!key.starts_with(prefix(draft)) ||
            !parse_record_name(std::string_view(key).substr(prefix(draft).size()), record) || !record.whole)
            continue;
        if (!newest.empty() && record.id < best.id) continue;
        newest = key;
        best = record;
    }
    return newest;
}

}  // namespace shenbao::drafts
