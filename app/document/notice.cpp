#include "app/document/notice.h"

#include <algorithm>
#include <utility>

namespace shenbao::app {

bool Notices::has(std::string_view id) const {
    return std::any_of(m_list.begin(), m_list.end(), [&](const Notice& notice) { return notice.id == id; });
}

void Notices::show(Notice notice) {
    close(notice.id);
    m_list.insert(m_list.begin(), std::move(notice));
}

void Notices::close(std::string_view id) {
    std::erase_if(m_list, [&](const Notice& notice) { return notice.id == id; });
}

void Notices::close_of_step(std::string_view step) {
    std::erase_if(m_list, [&](const Notice& notice) { return !step.empty() && notice.step == step; });
}

}  // namespace shenbao::app
