// How an operation on drafts ended.
#pragma once

#include <string_view>

#include "core/drafts/key_value_store.h"

namespace shenbao::drafts {

enum class DraftStatus {
    Ok,
    None,          // open: nothing was ever saved
    Full,          // quota, even after history was thinned out
    Unavailable,   // storage is switched off or blocked
    Failed,        // the store failed for another reason
    VerifyFailed,  // the store said Ok and kept something else
    Corrupt,       // open: there are records, none of them can be read; perhaps all set aside before
    Newer,         // of a later version of the program or the form: can be looked at, never changed
    Elsewhere,     // another window edits this draft; nothing was written over
};

DraftStatus draft_status(StoreStatus status);

// The Chinese sentence for the status line: what is so, and what to do. "" for Ok and None.
std::string_view draft_message(DraftStatus status);

// Writes and reads back. Ok only if the store holds just this text.
DraftStatus write_verified(KeyValueStore& store, std::string_view key, std::string_view text);

}  // namespace shenbao::drafts
