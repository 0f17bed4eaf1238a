// What C++ may call (web/imports.h). Each only passes on to the page's own scripts.
mergeInto(LibraryManager.library, {
    js_request_frame: function () {
        window.shenbao.imports.request_frame();
    },
    js_request_save: function (milliseconds) {
        window.shenbao.imports.request_save(milliseconds);
    },
    js_now: function (out) {
        window.shenbao.imports.now(out);
    },
    js_first_frame: function () {
        window.shenbao.imports.first_frame();
    },
    js_fail: function (text, length, fatal) {
        window.shenbao.imports.fail(text, length, fatal);
    },
    js_glyph_measure: function (character, text, length, size, bold, out) {
        window.shenbao.imports.glyph_measure(character, text, length, size, bold, out);
    },
    js_line_measure: function (size, bold, out) {
        window.shenbao.imports.line_measure(size, bold, out);
    },
    js_floors_leading: function () {
        return window.shenbao.imports.floors_leading();
    },
    js_glyph_draw: function (glyphs, count, pixels, height) {
        window.shenbao.imports.glyph_draw(glyphs, count, pixels, height);
    },
    js_drop_slow_webgl: function () {
        return window.shenbao.imports.drop_slow_webgl();
    },
    js_present: function (pixels, width, height, x, y, w, h) {
        window.shenbao.imports.present(pixels, width, height, x, y, w, h);
    },
    js_twin_apply: function (text, length) {
        window.shenbao.imports.twin_apply(text, length);
    },
    js_colors: function (text, length) {
        window.shenbao.imports.colors(text, length);
    },
    js_focus: function (id, length, select) {
        window.shenbao.imports.focus(id, length, select);
    },
    js_set_field_text: function (id, idLength, text, length) {
        window.shenbao.imports.set_field_text(id, idLength, text, length);
    },
    js_fill_clipboard: function (plain, plainLength, html, htmlLength) {
        window.shenbao.imports.fill_clipboard(plain, plainLength, html, htmlLength);
    },
    js_copy_text: function (text, length) {
        return window.shenbao.imports.copy_text(text, length);
    },
    js_insert_text: function (text, length) {
        window.shenbao.imports.insert_text(text, length);
    },
    js_scroll_to: function (region, x, y) {
        window.shenbao.imports.scroll_to(region, x, y);
    },
    js_open_file: function () {
        window.shenbao.imports.open_file();
    },
    js_save_file: function (name, nameLength, type, typeLength, bytes, length) {
        window.shenbao.imports.save_file(name, nameLength, type, typeLength, bytes, length);
    },
    js_print: function (html, length) {
        window.shenbao.imports.print(html, length);
    },
    js_store_read: function (key, length) {
        return window.shenbao.imports.store_read(key, length);
    },
    js_store_write: function (key, keyLength, value, length) {
        return window.shenbao.imports.store_write(key, keyLength, value, length);
    },
    js_store_erase: function (key, length) {
        return window.shenbao.imports.store_erase(key, length);
    },
    js_store_list: function (prefix, length) {
        return window.shenbao.imports.store_list(prefix, length);
    },
});
