// What every reader of a file gives back: a status, the declaration, and everything worth telling the person.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/form/declaration.h"

namespace shenbao {

enum class ReadStatus {
    Ok,
    Empty,            // no bytes, or nothing but white space
    TooLarge,         // more than kMaximumFileBytes or kMaximumJsonNodes
    NotUtf8,          // another encoding, damaged text, or NUL bytes
    NotJson,          // truncated or malformed
    TooDeep,          // brackets nested beyond kMaximumJsonDepth
    OtherKind,        // a picture, a document, an archive: foreign_file_message
    NotADeclaration,  // JSON of something else
    OtherForm,        // a declaration of another form
    NewerFormat,      // written by a later version of the program, or for a later version of the form
    WrongTypes,       // a declaration whose parts are not what they must be
    NotThisForm,      // text that does not hold this form's tables
};

constexpr size_t kMaximumFileBytes = size_t{16} << 20;
constexpr size_t kMaximumJsonNodes = 500'000;  // a tree in memory is many times its file
constexpr int kMaximumJsonDepth = 64;

enum class NoteKind {
    Unplaced,  // text that found no place in the form; it is in `text`, and nowhere else
    Unknown,   // kept in the declaration and written back, but this form does not show it
    Moved,     // written for an older version of the form; it stands elsewhere now
    Added,     // the older version did not have this part; `where` is its path
    Doubtful,  // placed, but look at it: checksum differs, unit differs, a cell that stands twice
};

struct ReadNote {
    NoteKind kind = NoteKind::Unplaced;
    int line = 0;         // from 1 in a text file; 0 where a line says nothing
    std::string where;    // JSON pointer, or the path of the cell; may be empty
    std::string message;  // a whole Chinese sentence
    std::string text;     // the text concerned
};

struct ReadResult {
    ReadStatus status = ReadStatus::Ok;
    std::string message;      // Chinese: what is wrong, where, what to do; "" when Ok
    Declaration declaration;  // only when Ok
    std::vector<ReadNote> notes;

    bool ok() const { return status == ReadStatus::Ok; }
};

// The Chinese sentence for a status; `where` is put in ("第 3 行", "/rows/income/0/id"), and may be empty.
std::string read_message(ReadStatus status, std::string_view where);
// The name of a status in tests and machine-readable output: "NotJson".
std::string_view read_status_name(ReadStatus status);

}  // namespace shenbao
