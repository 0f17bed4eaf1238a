// What a sentence gives as an example, from the author's own form; for core/advice only.
#pragma once

#include "core/advice/words.h"
#include "core/feel/tree/scope.h"
#include "core/form/definition.h"

namespace shenbao {

// Fills in, as far as the form has such things and the scope, if there is one, can name them:
//   ⟪value⟫      a number                   row.current, income.total.current
//   ⟪condition⟫  something true or false    row.rate
//   ⟪table⟫ ⟪column⟫ ⟪path⟫                 income, current, income.total.current
Words with_examples(Words words, const FormDefinition& definition, const feel::Scope* scope = nullptr);

}  // namespace shenbao
