// The page's scripts, as C++ sees them: each passes on to shenbao.imports (tools/page_names.mjs makes it so).
// Texts are UTF-8 with their length in bytes; none is kept.
#pragma once

extern "C" {
void js_request_frame();
void js_request_save(int milliseconds);
void js_request_wake(int milliseconds);
void js_now(double* out);  // year, month, day, hour, minute, second, milliseconds since 1970
void js_first_frame();
void js_definition_faulty(const char* faults, int length);  // one a line, each after a line feed

// Sizes and lengths are device pixels; out: advance, ink left, right, up, down from the origin, 1 if it has
// colours of its own. `text`: of a cluster (app/text/cluster.h), else empty.
void js_glyph_measure(unsigned character, const char* text, int length, double size, int bold, double* out);
// Sizes are CSS pixels; out: ascent and descent of a line's font box.
void js_line_measure(double size, int bold, double* out);
// As app::platform::floors_leading.
int js_floors_leading();
// `glyphs`: count × (character, size in 1/64, bold, quarters to the right, x, y); `pixels`: RGBA, 1024 wide,
// at most 512 high.
void js_glyph_draw(const int* glyphs, int count, unsigned char* pixels, int height);

// 1 if #canvas's WebGL context is drawn by the processor; #canvas is then a fresh element.
int js_drop_slow_webgl();
void js_present(const unsigned char* pixels, int width, int height, int x, int y, int w, int h);
void js_twin_apply(const char* json, int length);
void js_colors(const char* json, int length);

void js_focus(const char* id, int length, int select);
void js_set_field_text(const char* id, int id_length, const char* text, int length);
void js_fill_clipboard(const char* plain, int plain_length, const char* html, int html_length);
// 1 if it is on the clipboard.
int js_copy_text(const char* text, int length);
void js_insert_text(const char* text, int length);
void js_scroll_to(int region, double x, double y);
void js_open_file();
void js_save_file(const char* name, int name_length, const char* type, int type_length, const char* bytes,
                  int length);
void js_print(const char* html, int length);

// The answers are drafts::StoreStatus. read puts the text into argument 0, list the keys, joined by line
// feeds.
int js_store_read(const char* key, int length);
int js_store_write(const char* key, int key_length, const char* value, int length);
int js_store_erase(const char* key, int length);
int js_store_list(const char* prefix, int length);
}
