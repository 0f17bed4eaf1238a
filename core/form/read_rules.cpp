#include "core/form/object_reader.h"

namespace shenbao {
namespace {

constexpr EnumName<Level> kLevels[] = {
    {"error", Level::Error}, {"explain", Level::Explain}, {"hint", Level::Hint}};

constexpr EnumName<Repair> kRepairs[] = {{"align-indicators", Repair::AlignRows},
                                         {"accept-computed", Repair::AcceptComputed}};

std::vector<LetDefinition> read_let(ObjectReader& reader) {
    std::vector<LetDefinition> let;
    if (const Json* object = reader.object("let"))
        for (const auto& [name, value] : *object->get_ptr<const Json::object_t*>())
            let.push_back(
                {name, read_text(value, pointer_to(reader.pointer_of("let"), name), reader.faults())});
    return let;
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
        rule.index = definition.rules.size();
        reader.finish();
        definition.rules.push_back(std::move(rule));
    }
}

}  // namespace shenbao
