// What a key means to the form: a name of app::Key, or '' where it means nothing.
(function () {
    'use strict';
    const { shenbao } = window;
    // As in app::Key.
    const KEYS = ['Enter', 'ShiftEnter', 'ControlEnter', 'Escape', 'Up', 'Down', 'Left', 'Right', 'NextFinding', 'PreviousFinding',
        'Save', 'Open', 'New', 'Undo', 'Redo', 'Print', 'ZoomIn', 'ZoomOut', 'ZoomReset', 'Home', 'End',
        'ControlHome', 'ControlEnd', 'ControlUp', 'ControlDown', 'ControlLeft', 'ControlRight', 'PageUp', 'PageDown', 'SelectAll', 'Clear',
        'FillDown', 'Shortcuts', 'NextRegion', 'PreviousRegion'];
    const FUNCTION_KEYS = { F1: ['Shortcuts', 'Shortcuts'], F6: ['NextRegion', 'PreviousRegion'], F8: ['NextFinding', 'PreviousFinding'] };
    const CONTROL_KEYS = { KeyS: 'Save', KeyO: 'Open', KeyP: 'Print', KeyY: 'Redo', KeyZ: 'Undo', KeyD: 'FillDown' };
    // With Shift or without it, as the layout has these characters.
    const ZOOMS = { '+': 'ZoomIn', '=': 'ZoomIn', '-': 'ZoomOut', _: 'ZoomOut', 0: 'ZoomReset' };
    const CONTROL_MOVES = { Enter: 'ControlEnter', ArrowUp: 'ControlUp', ArrowDown: 'ControlDown', ArrowLeft: 'ControlLeft',
        ArrowRight: 'ControlRight', Home: 'ControlHome', End: 'ControlEnd' };
    const FIELD_KEYS = { Enter: 'Enter', Escape: 'Escape', ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right',
        Home: 'Home', End: 'End', PageUp: 'PageUp', PageDown: 'PageDown', Delete: 'Clear', Backspace: 'Clear' };
    const DRAWS_RANGE = /^(Control)?(Up|Down|Left|Right|Home|End)$/;

    // A letter is where the layout has it; where a layout has other letters, it is where it is printed beside them.
    const codeOf = ({ key, code }) => (/^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : code);

    shenbao.keys = {
        codeOf,
        drawsRange: (name) => DRAWS_RANGE.test(name),
        // A shortcut, whatever has the keyboard.
        shortcutOf(event) {
            if (FUNCTION_KEYS[event.key]) return FUNCTION_KEYS[event.key][event.shiftKey ? 1 : 0];
            // AltGr, which Windows calls Control and Alt, writes letters.
            if (!(event.ctrlKey || event.metaKey) || event.getModifierState('AltGraph')) return '';
            const code = codeOf(event);
            // Some layouts write letters with these two keys: only an n itself begins anew.
            if (event.altKey) return /^n$/i.test(event.key) && !event.shiftKey ? 'New' : '';
            if (event.shiftKey && code === 'KeyZ') return 'Redo';
            return CONTROL_MOVES[event.key] || ZOOMS[event.key] || (!event.shiftKey && CONTROL_KEYS[code]) || '';
        },
        // A key that a field may leave to the form.
        fieldKeyOf(event) {
            const name = FIELD_KEYS[event.key] || '';
            if (event.altKey || (event.shiftKey && name !== 'Enter' && !DRAWS_RANGE.test(name))) return '';
            return name === 'Enter' && event.shiftKey ? 'ShiftEnter' : name;
        },
        // True: the form has used it, and the browser must not. `inText`: the caret is inside a text.
        pass: (name, extend, inText) => shenbao.call('key', [], KEYS.indexOf(name), inText ? 1 : 0, extend ? 1 : 0) === 1,
    };
})();
