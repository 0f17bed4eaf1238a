// The declaration's file: UTF-8 JSON with every text as typed, and a checksum that is also printed on the
// paper.
//
// {"format": "shenbao-declaration", "formatVersion": 1, "form": {"id", "version", "title"},
//  "values": {path: text}, "rows": {table: [{"id", "origin"}]}, "explanations": {key: text},
//  "explained": {key: the finding's message}, "sha256": "…"}
// "explained" says what each explanation was given for; it is not there when that is known of none.
// sha256 is that of the RFC 8785 canonical form of the file without the key itself.
#pragma once

#include <string>
#include <string_view>

#include "core/form/declaration.h"
#include "core/form/definition.h"
#include "core/formats/result/read_result.h"

namespace shenbao {

// Indented by two spaces, ends with a line feed. Keys that an opened file brought and this version does not
// know stand where they stood (Declaration::unknown_json).
std::string write_declaration(const FormDefinition& definition, const Declaration& declaration);

// Reads such a file. A checksum that differs is a note, not a refusal: files are repaired by hand. Values and
// rows that the form does not know are kept and noted.
ReadResult read_declaration(const FormDefinition& definition, std::string_view bytes);

// The checksum write_declaration would write: 64 hexadecimal digits.
std::string declaration_checksum(const FormDefinition& definition, const Declaration& declaration);

}  // namespace shenbao
