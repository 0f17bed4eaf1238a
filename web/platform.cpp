// app/platform/platform.h in a browser.
#include "app/platform/platform.h"

#include <emscripten/emscripten.h>

#include "web/imports.h"

namespace shenbao::app::platform {

namespace {

int length(std::string_view text) {
    return static_cast<int>(text.size());
}

}  // namespace

LocalTime now() {
    double parts[7] = {};
    js_now(parts);
    const auto whole = [&](int index) { return static_cast<int>(parts[index]); };
    return {.day = {whole(0), whole(1), whole(2)},
            .hour = whole(3),
            .minute = whole(4),
            .second = whole(5),
            .milliseconds = static_cast<long long>(parts[6])};
}

std::string window_id() {
    double parts[7] = {};
    js_now(parts);
    // The time alone could be that of another window opened in the same millisecond.
    const auto chance = static_cast<unsigned>(emscripten_random() * 1e8F);
    return std::to_string(static_cast<long long>(parts[6]) % 100000000) + std::to_string(chance);
}
bool floors_leading() {
    static const bool floors = js_floors_leading() != 0;
    return floors;
}
void request_frame() {
    js_request_frame();
}
void request_save(int milliseconds) {
    js_request_save(milliseconds);
}
void request_wake(int milliseconds) {
    js_request_wake(milliseconds);
}
void focus(std::string_view node_id, bool select) {
    js_focus(node_id.data(), length(node_id), select ? 1 : 0);
}
void set_field_text(std::string_view node_id, std::string_view text) {
    js_set_field_text(node_id.data(), length(node_id), text.data(), length(text));
}
void fill_clipboard(std::string_view plain, std::string_view html) {
    js_fill_clipboard(plain.data(), length(plain), html.data(), length(html));
}
bool copy_text(std::string_view text) {
    return js_copy_text(text.data(), length(text)) == 1;
}
void insert_text(std::string_view text) {
    js_insert_text(text.data(), length(text));
}
void scroll_to(int region, float x, float y) {
    js_scroll_to(region, x, y);
}
void open_file() {
    js_open_file();
}
void save_file(std::string_view name, std::string_view media_type, std::string_view bytes) {
    js_save_file(name.data(), length(name), media_type.data(), length(media_type), bytes.data(),
                 length(bytes));
}
void print(std::string_view html) {
    js_print(html.data(), length(html));
}

}  // namespace shenbao::app::platform
