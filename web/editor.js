// Keyboard and text: the focused element of the twin is the editor; the form hears what it holds and gets the keys the
// element does not need. A field is moved through (all of its text selected, arrows go to the next cell) or edited
// (arrows move the caret): typing, F2, a click or a double click start editing.
(function () {
    'use strict';
    const { shenbao } = window;
    const twin = shenbao.element('twin');
    // As in app::Key.
    const KEYS = ['Enter', 'ShiftEnter', 'ControlEnter', 'Escape', 'Up', 'Down', 'Left', 'Right', 'NextFinding', 'PreviousFinding',
        'Save', 'Open', 'New', 'Undo', 'Redo', 'Print', 'ZoomIn', 'ZoomOut', 'ZoomReset', 'Home', 'End',
        'ControlHome', 'ControlEnd', 'ControlUp', 'ControlDown', 'ControlLeft', 'ControlRight', 'PageUp', 'PageDown', 'SelectAll', 'Clear',
        'FillDown', 'Shortcuts', 'NextRegion', 'PreviousRegion'];
    let editing = false;
    let composing = false;
    let byPointer = false;
    let atFocus = ''; // the field's text when it was focused or last set
    let told = ''; // the text the form was last told
    const unsettled = new Set(); // fields just left, whose last text the form may still change
    const TOGETHER = 1000; // milliseconds between letters of one word
    let letters = ''; // typed on a closed list
    let lettered = 0; // when the last of them was
    let wanted = null; // focus asked for before its element exists

    const isField = (element) => !!element && element.classList.contains('field');
    const isSelect = (element) => element.tagName === 'SELECT';
    const idOf = (element) => element.dataset.id;

    function tell(element) {
        if (element.value === told) return;
        told = element.value;
        shenbao.call('typed', [idOf(element), told]);
        shenbao.centreField(element);
    }

    function selectAll(element) {
        if (!isSelect(element)) element.select();
    }

    twin.addEventListener('focusin', (event) => {
        const element = event.target;
        const id = idOf(element);
        if (!id) return;
        letters = '';
        if (isField(element)) {
            editing = byPointer;
            composing = false;
            atFocus = told = element.value;
            shenbao.centreField(element);
            if (!byPointer) selectAll(element);
        }
        byPointer = false;
        shenbao.call('focused', [id]);
    });

    twin.addEventListener('focusout', (event) => {
        const element = event.target;
        const id = idOf(element);
        if (!id) return;
        if (isField(element)) tell(element);
        composing = editing = false;
        shenbao.call('blurred', [id]);
        unsettled.add(id);
        if (isField(element) && !isSelect(element)) element.scrollTop = element.scrollLeft = 0;
    });

    twin.addEventListener('pointerdown', (event) => {
        if (!isField(event.target)) return;
        byPointer = document.activeElement !== event.target;
        editing = true;
    });
    window.addEventListener('pointerup', () => {
        byPointer = false;
    });

    twin.addEventListener('compositionstart', () => {
        composing = editing = true;
    });
    // Chromium sends `input` before this event and marks it as composing, Firefox after it and unmarked: telling at both
    // is right in any order, because the same text is told once.
    twin.addEventListener('compositionend', (event) => {
        composing = false;
        if (isField(event.target)) tell(event.target);
    });
    twin.addEventListener('input', (event) => {
        if (!isField(event.target)) return;
        if (!isSelect(event.target)) editing = true;
        if (event.isComposing || composing) return shenbao.centreField(event.target);
        tell(event.target);
    });
    twin.addEventListener('change', (event) => {
        if (isField(event.target) && !composing) tell(event.target);
        if (isSelect(event.target)) editing = false;
    });

    const pass = (name, extend, inText = editing) => shenbao.call('key', [], KEYS.indexOf(name), inText ? 1 : 0, extend ? 1 : 0) === 1;
    const allMarked = (element) => isSelect(element) || element.selectionEnd - element.selectionStart === element.value.length;

    const CONTROL_KEYS = { ArrowUp: 'ControlUp', ArrowDown: 'ControlDown', ArrowLeft: 'ControlLeft', ArrowRight: 'ControlRight',
        Home: 'ControlHome', End: 'ControlEnd' };

    function shortcutOf(event) {
        if (event.key === 'F8') return event.shiftKey ? 'PreviousFinding' : 'NextFinding';
        if (event.key === 'F6') return event.shiftKey ? 'PreviousRegion' : 'NextRegion';
        if (event.key === 'F1') return 'Shortcuts';
        const control = event.ctrlKey || event.metaKey;
        if (!control) return '';
        if (event.altKey) return event.code === 'KeyN' ? 'New' : '';
        if (event.key === 'Enter') return 'ControlEnter';
        switch (event.code) {
            case 'KeyS': return 'Save';
            case 'KeyO': return 'Open';
            case 'KeyP': return 'Print';
            case 'KeyY': return 'Redo';
            case 'KeyZ': return event.shiftKey ? 'Redo' : 'Undo';
            case 'Equal':
            case 'NumpadAdd': return 'ZoomIn';
            case 'Minus':
            case 'NumpadSubtract': return 'ZoomOut';
            case 'Digit0':
            case 'Numpad0': return 'ZoomReset';
            case 'KeyD': return 'FillDown';
            default: return CONTROL_KEYS[event.key] || '';
        }
    }

    // While a field holds something typed, its own undo comes first.
    const undoesItself = (name, element) =>
        (name === 'Undo' || name === 'Redo') && isField(element) && !isSelect(element) && (name === 'Redo' ? editing : element.value !== atFocus);

    const FIELD_KEYS = { Enter: 'Enter', Escape: 'Escape', ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right',
        Home: 'Home', End: 'End', PageUp: 'PageUp', PageDown: 'PageDown', Delete: 'Clear', Backspace: 'Clear' };
    const EXTENDS = /^(Control)?(Up|Down|Left|Right|Home|End)$/;

    // An open list keeps the arrows for its own choices; a closed one is moved through like any cell.
    const opensList = (event) => (event.altKey && event.key === 'ArrowDown') || event.key === ' ' || event.key === 'F4';

    // Once all of a field's text is marked, marking goes on to its table.
    function selectAllKey(event, element) {
        if (event.code !== 'KeyA' || event.altKey || !allMarked(element)) return false;
        editing = false;
        return pass('SelectAll');
    }

    // On a closed list letters typed in one go say which choice is meant.
    function chooseKey(event) {
        if (editing || [...event.key].length !== 1 || event.altKey || event.key === ' ') return false;
        letters = event.timeStamp - lettered < TOGETHER ? letters + event.key : event.key;
        lettered = event.timeStamp;
        shenbao.call('choose', [letters]);
        return true;
    }

    function fieldKey(event, element) {
        if (event.key === 'F2') {
            editing = true;
            if (!isSelect(element)) element.setSelectionRange(element.value.length, element.value.length);
            return true;
        }
        if (isSelect(element) && chooseKey(event)) return true;
        const name = FIELD_KEYS[event.key];
        if (isSelect(element) && opensList(event)) editing = true;
        if (!name || event.altKey || (event.shiftKey && name !== 'Enter' && !EXTENDS.test(name))) return false;
        // One line of text has nothing above or below it: these keys are the table's even while it is edited.
        const leaves = element.tagName === 'INPUT' && /^(Up|Down|PageUp|PageDown)$/.test(name);
        const used = pass(name === 'Enter' && event.shiftKey ? 'ShiftEnter' : name, event.shiftKey, editing && !leaves);
        if ((name === 'Escape' || (leaves && used)) && document.activeElement === element) {
            editing = false;
            selectAll(element);
        }
        return used;
    }

    window.addEventListener('keydown', (event) => {
        if (event.isComposing || composing || event.keyCode === 229) return;
        const element = document.activeElement;
        const shortcut = shortcutOf(event);
        let used = false;
        if (shortcut) used = !undoesItself(shortcut, element) && pass(shortcut, event.shiftKey && EXTENDS.test(shortcut));
        else if (isField(element) && (event.ctrlKey || event.metaKey)) used = selectAllKey(event, element);
        else if (isField(element) && !event.ctrlKey && !event.metaKey) used = fieldKey(event, element);
        else if (event.key === 'Escape') used = pass('Escape');
        if (used) event.preventDefault();
    });
    twin.addEventListener('dblclick', (event) => {
        if (isField(event.target)) editing = true;
    });

    function focus(id, select) {
        const found = shenbao.twinOf(id);
        if (!found) return false;
        const { element } = found;
        byPointer = !select;
        element.focus({ preventScroll: true });
        byPointer = false;
        element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        if (select && isField(element)) {
            editing = false;
            selectAll(element);
        }
        return true;
    }

    // A range of cells is drawn from the focused one: it is moved through, not edited.
    shenbao.rangeTo = (x, y) => {
        const element = document.activeElement;
        if (!isField(element) || shenbao.call('select_to', [], x, y) !== 1) return false;
        editing = false;
        selectAll(element);
        return true;
    };

    // After every frame, and so after what the form made of the text.
    shenbao.afterFrame = () => {
        unsettled.forEach((id) => shenbao.settleField(id));
        unsettled.clear();
    };

    // After every patch: the element a focus was asked for may be there now.
    shenbao.afterPatch = () => {
        if (wanted === null) return;
        const { id, select } = wanted;
        wanted = null;
        focus(id, select);
    };

    shenbao.provide({
        focus(id, length, select) {
            const name = shenbao.text(id, length);
            shenbao.later(() => {
                wanted = null;
                if (name === '') {
                    if (twin.contains(document.activeElement)) document.activeElement.blur();
                } else if (!focus(name, select !== 0)) {
                    wanted = { id: name, select: select !== 0 };
                    window.shenbao.imports.request_frame();
                }
            });
        },
        set_field_text(id, idLength, text, length) {
            const name = shenbao.text(id, idLength), value = shenbao.text(text, length);
            shenbao.later(() => {
                const found = shenbao.twinOf(name);
                if (!found || (composing && document.activeElement === found.element)) return;
                const { element } = found;
                if (element.value !== value) element.value = value;
                if (document.activeElement !== element) return;
                atFocus = told = value;
                if (!editing) selectAll(element);
                shenbao.centreField(element);
            });
        },
    });
})();
