// Local storage. Every engine has its own ways to refuse.
(function () {
    'use strict';
    const { shenbao } = window;

    function statusOf(error) {
        if (!error) return StoreStatus.Failed;
        if (error.name === 'QuotaExceededError' || error.name === 'NS_ERROR_DOM_QUOTA_REACHED' || error.code === 22 || error.code === 1014)
            return StoreStatus.Full;
        if (error.name === 'SecurityError' || error.code === 18 || error.name === 'InvalidStateError') return StoreStatus.Unavailable;
        return StoreStatus.Failed;
    }

    // Merely naming it may throw; where it is switched off it may be null.
    function attempt(act) {
        try {
            const store = window.localStorage;
            return store ? act(store) : StoreStatus.Unavailable;
        } catch (error) {
            return statusOf(error);
        }
    }

    shenbao.provide({
        store_read: (key, length) => attempt((store) => {
            const value = store.getItem(shenbao.text(key, length));
            if (value === null) return StoreStatus.Missing;
            shenbao.give(0, value);
            return StoreStatus.Ok;
        }),
        store_write: (key, keyLength, value, length) => attempt((store) => {
            const name = shenbao.text(key, keyLength), text = shenbao.text(value, length);
            store.setItem(name, text);
            shenbao.journal.note(name, text);
            return StoreStatus.Ok;
        }),
        store_erase: (key, length) => attempt((store) => {
            const name = shenbao.text(key, length);
            store.removeItem(name);
            shenbao.journal.note(name, null);
            return StoreStatus.Ok;
        }),
        store_list: (prefix, length) => attempt((store) => {
            const start = shenbao.text(prefix, length);
            const keys = [];
            for (let i = 0; i < store.length; ++i) keys.push(store.key(i));
            shenbao.give(0, keys.filter((key) => key !== null && key.startsWith(start)).join('\n'));
            return StoreStatus.Ok;
        }),
    });
})();
