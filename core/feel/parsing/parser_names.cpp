// Where names end and what they stand for.
#include "core/feel/parsing/parser.h"

#include <algorithm>

#include "core/feel/text/syntax_names.h"
#include "core/feel/text/utf8.h"

namespace shenbao::feel {
uint32_t Parser::push_name(std::string_view name, Type type, bool is_item) {
    const uint32_t slot = static_cast<uint32_t>(m_names.size());
    m_names.push_back({normalize_name(name), slot, std::move(type), is_item});
    m_longest_name = std::max(m_longest_name, m_names.back().name.size());
    if (is_item) {
        for (const auto& [entry, entry_type] : m_names.back().type.entries()) {
            m_longest_name = std::max(m_longest_name, entry.size());
        }
    }
    m_program.frame_size = std::max(m_program.frame_size, slot + 2);
    return slot;
}

Node* Parser::look_up(const std::string& normalized, size_t start, size_t end) {
    const auto leaf = [&](NodeKind kind, uint32_t slot, const Type& type) {
        Node* node = make(kind, start);
        node->slot = slot;
        node->type = type;
        node->name = normalized;
        node->length = static_cast<uint32_t>(end - start);
        return node;
    };
    // What the name may mean in the filters around it, innermost first; `found` is what it means outside.
    std::vector<Node*> inside;
    bool known = false;
    Node* found = nullptr;
    for (size_t i = m_names.size(); i-- > 0 && found == nullptr;) {
        const Name& name = m_names[i];
        if (!name.is_item) {
            if (name.name != normalized) continue;
            found = leaf(NodeKind::Local, name.slot, name.type);
            m_used_input = m_used_input || normalized == "?";
        } else {
            add_item_meanings(inside, name, normalized, leaf(NodeKind::Local, name.slot, name.type));
        }
    }
    for (const Node* meaning : inside) known = known || meaning->kind != NodeKind::ItemEntry;
    for (size_t i = 0; i < m_scope.variables.size() && found == nullptr; ++i) {
        if (!is_same_name(m_scope.variables[i].name, normalized)) continue;
        found = leaf(NodeKind::Variable, static_cast<uint32_t>(i), m_scope.variables[i].type);
    }
    for (size_t i = 0; i < m_scope.functions.size() && found == nullptr; ++i) {
        if (!is_same_name(m_scope.functions[i].name, normalized)) continue;
        found = leaf(NodeKind::Host, static_cast<uint32_t>(i), TypeKind::Function);
    }
    if (found == nullptr) {
        const int builtin = find_builtin(normalized);
        if (builtin >= 0) found = leaf(NodeKind::Builtin, static_cast<uint32_t>(builtin), TypeKind::Function);
    }
    if (found == nullptr && !known) return nullptr;
    const size_t next = m_lexer.skip_blanks_from(end);
    const bool definite =
        normalized == "?" || (next < m_lexer.source().size() && m_lexer.source()[next] == '(');
    while (!inside.empty()) {
        Node* entry = inside.back();
        inside.pop_back();
        if (definite && entry->kind == NodeKind::ItemEntry) continue;
        if (found != nullptr) {
            entry->children.push_back(found);
            entry->height = static_cast<uint16_t>(std::max<int>(entry->height, found->height + 1));
        }
        m_item_uses.push_back(entry);
        found = entry;
    }
    return found;
}

// The name as an entry of a filter's item, known or possible, and as the item itself. `item` is the item's
// own node.
void Parser::add_item_meanings(std::vector<Node*>& meanings, const Name& name, const std::string& normalized,
                               Node* item) {
    for (const auto& [key, type] : name.type.entries()) {  // also one that is called item itself
        if (!is_same_name(key, normalized)) continue;
        Node* entry = make(NodeKind::Path, item->offset, {item});
        entry->slot = name.slot;
        entry->length = item->length;
        entry->type = type;
        entry->name = key;
        entry->flags = kImplicitItem;
        entry->height = 2;
        meanings.push_back(entry);
        return;
    }
    if (name.type.is_any() || (name.type.is(TypeKind::Context) && name.type.is_open())) {
        Node* entry = make(NodeKind::ItemEntry, item->offset);
        entry->slot = name.slot;
        entry->length = item->length;
        entry->name = normalized;
        meanings.push_back(entry);
    }
    if (name.name == normalized) meanings.push_back(item);
}

// The longest known name that starts here.
Parser::Found Parser::resolve(size_t start) {
    Found best;
    const std::string_view source = m_lexer.source();
    std::string normalized;
    bool after_word = false;
    for (size_t at = start; at < source.size();) {
        const size_t piece_start = at;
        const std::string_view piece = name_piece(source, at);
        if (piece.empty()) break;
        const bool word = !is_name_symbol(piece.front());
        if (word && after_word && piece_start > start) normalized += ' ';
        normalized += piece;
        after_word = word;
        if (normalized.size() > m_longest_name) break;
        if (Node* node = look_up(normalized, start, at)) best = {node, at};
        const size_t next = m_lexer.skip_blanks_from(at);
        at = next;
    }
    return best;
}

// The name written there, normalized; comments inside do not count.
std::string Parser::name_between(size_t start, size_t end) const {
    std::string normalized;
    bool after_word = false;
    for (size_t at = start; at < end; at = m_lexer.skip_blanks_from(at)) {
        const std::string_view piece = name_piece(m_lexer.source(), at);
        if (piece.empty()) break;
        const bool word = !is_name_symbol(piece.front());
        if (word && after_word) normalized += ' ';
        normalized += piece;
        after_word = word;
    }
    return normalized;
}

// A name nobody knows: an entry of the items of a filter, or a mistake.
Node* Parser::unknown(size_t start, size_t end) {
    const std::string normalized = name_between(start, end);
    Node* node = nullptr;
    for (const Name& local : m_names) {
        const bool may_have =
            local.type.is_any() || (local.type.is(TypeKind::Context) && local.type.is_open());
        if (!local.is_item || !may_have) continue;
        Node* entry = make(NodeKind::ItemEntry, start);
        entry->slot = local.slot;
        entry->name = normalized;
        if (node != nullptr) entry->children = {node};
        entry->height = static_cast<uint16_t>(node != nullptr ? node->height + 1 : 1);
        m_item_uses.push_back(entry);
        node = entry;
    }
    if (node == nullptr) {
        node = make(NodeKind::UnknownName, start);
        node->name = normalized;
        node->type = TypeKind::Null;
        const size_t next = m_lexer.skip_blanks_from(end);
        const bool called = next < m_lexer.source().size() && m_lexer.source()[next] == '(';
        Diagnostic& diagnostic = m_checker.report(
            called ? DiagnosticKind::UnknownFunction : DiagnosticKind::UnknownName, start, end, normalized);
        for (const Name& local : m_names) {
            diagnostic.locals.push_back(local.name);
            if (!local.is_item) continue;
            for (const auto& [entry, type] : local.type.entries()) diagnostic.locals.push_back(entry);
        }
    }
    node->length = static_cast<uint32_t>(end - start);
    return node;
}

Node* Parser::name_expression() {
    const size_t start = m_lexer.position();
    const std::string_view word = m_lexer.word();
    if (word.empty()) return fail("expression");
    const Found found = resolve(start);
    if (found.node != nullptr && found.end > start + word.size()) {
        m_lexer.set_end_of_last(found.end);
        m_lexer.move_to(found.end);
        return found.node;
    }
    if (word == "if") return if_expression();
    if (word == "for") return for_expression();
    if (word == "some") return quantified(NodeKind::Some);
    if (word == "every") return quantified(NodeKind::Every);
    if (word == "function") return function_definition();
    if (word == "true" || word == "false" || word == "null") {
        m_lexer.take_word(word);
        Node* node = make(NodeKind::Literal, start);
        if (word != "null") node->value = Value(word == "true");
        return finish(node);
    }
    if (is_keyword(word)) return fail("expression");
    if (found.node != nullptr) {
        m_lexer.take_word(word);
        return found.node;
    }
    // Words side by side can only be one name.
    m_lexer.take_word(word);
    while (!m_lexer.word().empty() && !is_keyword(m_lexer.word())) m_lexer.take_word(m_lexer.word());
    const size_t end = m_lexer.end_of_last();
    return unknown(start, end);
}

Node* Parser::path(Node* base, size_t start) {
    m_lexer.take(".");
    const size_t name_start = m_lexer.position();
    const std::string_view source = m_lexer.source(), word = m_lexer.word();
    if (word.empty()) return fail("name");
    // Entries that the type is known to have may be spelled with blanks and signs.
    const Type item = Checker::item_type(base->type);
    size_t end = 0;
    std::string name, normalized;
    bool after_word = false;
    for (size_t at = name_start; at < source.size();) {
        const std::string_view piece = name_piece(source, at);
        if (piece.empty()) break;
        const bool is_word = !is_name_symbol(piece.front());
        if (is_word && after_word) normalized += ' ';
        normalized += piece;
        after_word = is_word;
        for (const auto& [entry, type] : item.entries()) {
            if (is_same_name(entry, normalized)) name = entry, end = at;
        }
        for (const Property& property : properties()) {
            if (property.name == normalized && !item.has_entries()) name = normalized, end = at;
        }
        if (normalized.size() > 200) break;
        at = m_lexer.skip_blanks_from(at);
    }
    if (end < name_start + word.size()) {
        m_lexer.take_word(word);
        while (!m_lexer.word().empty() && !is_keyword(m_lexer.word())) m_lexer.take_word(m_lexer.word());
        end = m_lexer.end_of_last();
        name = name_between(name_start, end);
    } else {
        m_lexer.set_end_of_last(end);
        m_lexer.move_to(end);
    }
    Node* node = make(NodeKind::Path, start, {base});
    node->name = name;
    node->slot = static_cast<uint32_t>(name_start);
    return finish(node);
}

// A context's key or a parameter: a string in quotes or everything a name may have.
bool Parser::key(std::string& text) {
    if (m_lexer.peek() == '"') {
        std::optional<std::string> quoted = m_lexer.take_string();
        if (!quoted) return false;
        text = std::move(*quoted);
        return true;
    }
    if (m_lexer.word().empty()) return false;
    take_name(m_lexer.source().size(), text);
    return true;
}

// What a loop's variable is called, before "in".
bool Parser::loop_variable(std::string& text) {
    if (m_lexer.word().empty()) return false;
    const size_t start = m_lexer.position();
    size_t end = m_lexer.source().size();
    for (size_t at = start; at < m_lexer.source().size();) {
        const size_t piece_start = at;
        const std::string_view piece = name_piece(m_lexer.source(), at);
        if (piece.empty()) break;
        const bool ended = end != m_lexer.source().size();
        if (piece == "in" && piece_start > start) {
            end = piece_start;
            // "days in weekend in [1]": the name goes on where no other begins.
            if (resolve(m_lexer.skip_blanks_from(at)).node != nullptr) break;
        } else if (ended && is_keyword(piece)) {
            break;
        }
        at = m_lexer.skip_blanks_from(at);
    }
    take_name(end, text);
    return true;
}

// The longest run of a name's pieces before `limit`.
void Parser::take_name(size_t limit, std::string& text) {
    const size_t start = m_lexer.position();
    size_t end = start;
    for (size_t at = start; at < limit;) {
        if (name_piece(m_lexer.source(), at).empty()) break;
        end = at;
        at = m_lexer.skip_blanks_from(at);
    }
    text = name_between(start, end);
    m_lexer.set_end_of_last(end);
    m_lexer.move_to(end);
}

}  // namespace shenbao::feel
