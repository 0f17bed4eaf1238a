#include "core/form/object_reader.h"

namespace shenbao {
namespace {

constexpr EnumName<Level> kLevels[] = {
    {"error", Level::Error}, {"explain", Level::Explain}, {"hint", Level::Hint}};

constexpr EnumName<Repair> kRepairs[] = {{"align-indicators", Repair::AlignRows},
                                         {"fill-from-peer", Repair::FillFromPeer},
                                         {"accept-computed", Repair::AcceptComputed}};

std::vector<LetDefinition> read_let(ObjectReader& reader) {
    std::vector<LetDefinition> let;
    if (const Json* object = reader.object("let"))
        for (const auto& [name, value] : *object->get_ptr<const Json::object_t*>())
            let.push_back(
                {name, read_text(value, pointer_to(reader.pointer_of("let"), name), reader.faults())});
    return let;
}

std::vector<FixDefinition> read_fixes(ObjectReader& rule) {
    std::vector<FixDefinition> fixes;
    const Json* list = rule.array("fixes");
    if (!list) return fixes;
    for (const auto& value : *list) {
        ObjectReader reader(value, pointer_to(rule.pointer_of("fixes"), fixes.size()), rule.faults());
        FixDefinition& fix = fixes.emplace_back();
        fix.label = reader.text("label", Need::Required);
        fix.value = reader.text("value");
        fix.paths = reader.texts("paths");
        fix.removes = reader.texts("removes");
        if (reader.has("value") == reader.has("removes"))
            reader.fault("value", "Needs either value or removes", "value 和 removes 应当有且只有一个");
        else if (reader.has("removes") && (fix.removes.empty() || reader.has("paths")))
            reader.fault("removes", "Needs rows, and no paths", "应当写明要删除的行，不带 paths");
        reader.finish();
    }
    return fixes;
}

}  // namespace

void read_rules(ObjectReader& form, FormDefinition& definition) {
    const Json* list = form.array("rules");
    if (!list) return;
    IdSet ids;
    for (const auto& value : *list) {
        ObjectReader reader(value, pointer_to(form.pointer_of("rules"), definition.rules.size()),
                            form.faults());
        RuleDefinition rule;
        rule.id = reader.dashed_id("id");
        ids.add(rule.id, reader.pointer_of("id"), form.faults());
        rule.number = reader.number("number", 0, 9999, 0);
        rule.level = reader.choice("level", kLevels, Level::Error, Need::Required);
        rule.source = reader.text("source");
        rule.each = reader.text("each");
        rule.where = reader.text("where");
        rule.let = read_let(reader);
        rule.when = reader.text("when", Need::Required);
        rule.message = reader.text("message", Need::Required);
        rule.paths = reader.texts("paths");
        rule.fix = reader.choice("fix", kRepairs, Repair::None);
        rule.fixes = read_fixes(reader);
        rule.index = definition.rules.size();
        reader.finish();
        definition.rules.push_back(std::move(rule));
    }
}

}  // namespace shenbao
