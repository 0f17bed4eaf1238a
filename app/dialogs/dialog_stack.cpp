#include "app/dialogs/dialog_stack.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace shenbao::app {

void DialogStack::push(std::shared_ptr<Dialog> dialog, std::string back) {
    m_open.push_back({std::move(dialog), std::move(back)});
}

std::string DialogStack::pop() {
    if (m_open.empty()) return {};
    std::string back = std::move(m_open.back().back);
    m_open.pop_back();
    return back;
}

std::optional<std::string> DialogStack::drop_void() {
    std::optional<std::string> back;
    for (size_t i = m_open.size(); i-- > 0;) {
        if (m_open[i].dialog->outlives_declaration()) continue;
        // Who opened the lowest of those on top gets it.
        if (i + 1 == m_open.size()) back = std::move(m_open[i].back);
        m_open.erase(m_open.begin() + static_cast<ptrdiff_t>(i));
    }
    return back;
}

Rect DialogStack::place(float width, float height, float drawn) const {
    const Dialog* dialog = top();
    if (dialog == nullptr) return {};
    const float wide = std::min(dialog->width(), width - 32);
    const float high = std::min({720.0F, height - 48, dialog->height(wide, drawn)});
    return {std::floor((width - wide) / 2), std::floor((height - high) / 2), wide, high};
}

}  // namespace shenbao::app
