#include "app/document/notice.h"

#include <algorithm>
#include <utility>

#include "app/words/texts_zh.h"

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

void Notices::say(std::string_view text, std::string_view back, unsigned long check) {
    if (!std::exchange(m_said, true)) m_message = {};
    if (!m_message.text.empty()) m_message.text += texts::kSemicolon;
    m_message.text += text;
    if (!back.empty()) m_message.back = back;
    m_message.check = check;
}

}  // namespace shenbao::app
