#include "core/formats/text/paper_text.h"

namespace shenbao {

std::string paper_text(const SheetCell& cell) {
    return cell.text.empty() ? std::string(cell.placeholder) : cell.text;
}

}  // namespace shenbao
