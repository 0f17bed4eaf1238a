#include "app/shell/workbench.h"

#include "app/shell/desk.h"
#include "app/shell/platform.h"

namespace shenbao::app {

struct Workbench::Parts {
    Parts(std::shared_ptr<const Reviewer> form, drafts::KeyValueStore& store)
        : desk(std::move(form), store) {}
    Desk desk;
};

Workbench::Workbench(std::shared_ptr<const Reviewer> form, drafts::KeyValueStore& store)
    : m_parts(std::make_unique<Parts>(std::move(form), store)) {
    platform::request_frame();
}
Workbench::~Workbench() = default;

void Workbench::resize(float width, float height) {
    m_parts->desk.resize(width, height);
}
void Workbench::set_scheme(bool dark, bool high_contrast) {
    m_parts->desk.set_scheme(dark, high_contrast);
}
void Workbench::scrolled(RegionId region, float x, float y) {
    m_parts->desk.scrolled(region, x, y);
}
void Workbench::hovered(std::string_view node_id) {
    m_parts->desk.hovered(node_id);
}
void Workbench::pressed(std::string_view node_id) {
    m_parts->desk.pressed(node_id);
}
// The desk may rebuild what the caller's text lies in, or the platform write the next one there, so it gets
// its own copy.
void Workbench::activated(std::string_view node_id) {
    m_parts->desk.activated(std::string(node_id));
}
void Workbench::focused(std::string_view node_id) {
    m_parts->desk.focused(std::string(node_id));
}
void Workbench::blurred(std::string_view node_id) {
    m_parts->desk.blurred(std::string(node_id));
}
void Workbench::typed(std::string_view node_id, std::string_view text, Means means) {
    m_parts->desk.typed(std::string(node_id), std::string(text), means);
}
bool Workbench::key(Key key, bool editing, bool extend) {
    return m_parts->desk.key(key, editing, extend);
}
bool Workbench::choose(std::string_view typed) {
    return m_parts->desk.choose(std::string(typed));
}
bool Workbench::select_to(float x, float y) {
    return m_parts->desk.select_to(x, y);
}
bool Workbench::in_range(std::string_view node_id) const {
    return m_parts->desk.in_range(node_id);
}
void Workbench::copy_range(bool cut) {
    m_parts->desk.copy_range(cut);
}
bool Workbench::paste(std::string_view plain, std::string_view table, bool dropped) {
    return m_parts->desk.paste(std::string(plain), std::string(table), dropped);
}
void Workbench::wheel_zoom(float factor, float x, float y) {
    m_parts->desk.set_zoom(m_parts->desk.zoom() * factor, x, y);
}
void Workbench::file_opened(std::string_view name, std::string_view bytes) {
    m_parts->desk.open(std::string(name), bytes);
}
void Workbench::save_now() {
    m_parts->desk.save_draft();
}
void Workbench::store_changed_elsewhere(std::string_view key) {
    m_parts->desk.store_changed_elsewhere(std::string(key));
}
void Workbench::leave() {
    m_parts->desk.leave();
}
void Workbench::come_back() {
    m_parts->desk.come_back();
}
bool Workbench::unsaved() const {
    return m_parts->desk.unsaved();
}
void Workbench::frame() {
    m_parts->desk.frame();
}
const Semantics& Workbench::semantics() const {
    return m_parts->desk.semantics();
}
std::string Workbench::debug_json() const {
    return m_parts->desk.debug_json();
}

}  // namespace shenbao::app
