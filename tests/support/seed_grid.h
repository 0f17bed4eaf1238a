// The seed form as rows of cells, read by the three sentences docs/domain.md gives for the text form and
// nothing else: an expectation that owes nothing to core/formats.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace shenbao::testing {

// Every row of the seed's table, from 部门（单位）名称 to the last indicator; cells without any blanks or
// line breaks.
std::vector<std::vector<std::string>> seed_grid();

// The lines below 填报说明: "1.部门（单位）名称：…".
std::vector<std::string> seed_instructions();

// Without spaces, tabs, line breaks, U+00A0 and U+3000.
std::string squeezed(std::string_view text);

}  // namespace shenbao::testing
