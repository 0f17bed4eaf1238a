// Whether a function is of a type: what its body gives decides, and only the tree knows that.
#include "core/feel/tree/syntax.h"

namespace shenbao::feel {

bool Type::admits_function(const Value& value) const {
    const FunctionData& function = *value.as_function();
    if (!m_detail || function.origin != FunctionData::Origin::Defined) return true;
    return function.definition->type.conforms_to(*this);
}

}  // namespace shenbao::feel
