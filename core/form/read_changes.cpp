#include "core/form/object_reader.h"

namespace shenbao {

void read_changes(ObjectReader& form, FormDefinition& definition) {
    const Json* list = form.array("changes");
    if (!list) return;
    int before = 0;
    for (const auto& value : *list) {
        ObjectReader reader(value, pointer_to(form.pointer_of("changes"), definition.changes.size()),
                            form.faults());
        VersionChanges changes;
        changes.version = reader.number("version", 1, 999999999, 0);
        if (changes.version <= before)
            reader.fault("version", "Versions stand in their order, each once",
                         "版本须按先后排列，且不能重复");
        before = changes.version;
        if (const Json* moved = reader.array("moved"))
            for (const auto& part : *moved) {
                ObjectReader move(part, pointer_to(reader.pointer_of("moved"), changes.moved.size()),
                                  form.faults());
                MovedPart read;
                read.from = move.text("from", Need::Required);
                read.title = move.text("title", Need::Required);
                read.to = move.text("to", Need::Required);
                move.finish();
                changes.moved.push_back(std::move(read));
            }
        changes.added = reader.texts("added");
        reader.finish();
        definition.changes.push_back(std::move(changes));
    }
}

}  // namespace shenbao
