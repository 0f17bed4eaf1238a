// What the application needs of the machine it runs on. Declared here, implemented once in web/ (browser) and
// once in tests/support (headless), chosen at link time. Never blocks; answers arrive as calls to Workbench.
#pragma once

#include <string>
#include <string_view>

#include "core/review/review.h"

namespace shenbao::app::platform {

struct LocalTime {
    CalendarDay day;
    int hour = 0, minute = 0, second = 0;
    long long milliseconds = 0;  // since 1970-01-01 UTC
};
LocalTime now();
// Tells this window from every other one, also of another day. Letters and digits.
std::string window_id();

// How the platform's own editors set a line of text: half of the leading rounded down to a device pixel above
// the font's box (Chromium), or exactly half of it (Firefox).
bool floors_leading();

// Draw once more; harmless when a frame is already due. Without it no frame is drawn.
void request_frame();
// Workbench::save_now is called once after `milliseconds`; a second call replaces the first.
void request_save(int milliseconds);
// Workbench::woken is called once after `milliseconds`; a second call replaces the first.
void request_wake(int milliseconds);
// Gives the keyboard to the node's element and scrolls it into view; "" takes the focus from any field.
// `select` marks the whole text, as after Tab.
void focus(std::string_view node_id, bool select);
// Sets the text of a field that is being edited (Esc, undo, a normalised value). Never while composing.
void set_field_text(std::string_view node_id, std::string_view text);
// What a copy puts on the clipboard. Only from inside Workbench::copy_range.
void fill_clipboard(std::string_view plain, std::string_view html);
// Puts a text on the clipboard; false where the browser refuses. Only from inside a click or key.
bool copy_text(std::string_view text);
// Puts a text where the caret of the focused field is, as if it were typed. Only from inside
// Workbench::paste.
void insert_text(std::string_view text);
// Scrolls a region so that its content offset is at the top.
void scroll_to(int region, float x, float y);

// Asks for a file; answer: Workbench::file_opened. Only from inside a click or key.
void open_file();
void save_file(std::string_view name, std::string_view media_type, std::string_view bytes);
// Prints a complete HTML body (core/formats) on A4.
void print(std::string_view html);

}  // namespace shenbao::app::platform
