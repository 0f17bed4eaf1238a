// app/platform/platform.h for tests: nothing happens, everything is written down.
#include "tests/support/headless.h"

namespace shenbao::testing {

PlatformLog& platform_log() {
    static PlatformLog log;
    return log;
}

}  // namespace shenbao::testing

namespace shenbao::app::platform {

using testing::platform_log;

LocalTime now() {
    return platform_log().now;
}
std::string window_id() {
    static int windows = 0;
    return "window" + std::to_string(++windows);
}
bool floors_leading() {
    return true;
}
void request_frame() {
    platform_log().frame_requested = true;
}
void request_save(int milliseconds) {
    platform_log().save_requested = milliseconds;
}
void request_wake(int milliseconds) {
    platform_log().wake_requested = milliseconds;
}
void focus(std::string_view node_id, bool) {
    platform_log().focused = node_id;
}
void set_field_text(std::string_view node_id, std::string_view text) {
    platform_log().field_texts.emplace_back(node_id, text);
}
void fill_clipboard(std::string_view plain, std::string_view html) {
    platform_log().clipboard = {std::string(plain), std::string(html)};
}
bool copy_text(std::string_view text) {
    if (!platform_log().may_copy) return false;
    platform_log().clipboard = {std::string(text), {}};
    return true;
}
void insert_text(std::string_view text) {
    platform_log().inserted = text;
}
void scroll_to(int region, float, float y) {
    platform_log().scrolls.emplace_back(region, y);
}
void open_file() {
    platform_log().asked_for_file = true;
}
void save_file(std::string_view name, std::string_view media_type, std::string_view bytes) {
    platform_log().saved_name = name;
    platform_log().saved_type = media_type;
    platform_log().saved_bytes = bytes;
}
void print(std::string_view html) {
    platform_log().printed = html;
}

}  // namespace shenbao::app::platform
