// Local storage. Every engine has its own ways to refuse.
import { give, provide, textAt } from './bridge.js';
import { note } from './journal.js';

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

provide({
    store_read: (key, length) => attempt((store) => {
        const value = store.getItem(textAt(key, length));
        if (value === null) return StoreStatus.Missing;
        give(0, value);
        return StoreStatus.Ok;
    }),
    store_write: (key, keyLength, value, length) => attempt((store) => {
        const name = textAt(key, keyLength), text = textAt(value, length);
        store.setItem(name, text);
        note(name, text);
        return StoreStatus.Ok;
    }),
    store_erase: (key, length) => attempt((store) => {
        const name = textAt(key, length);
        store.removeItem(name);
        note(name, null);
        return StoreStatus.Ok;
    }),
    store_list: (prefix, length) => attempt((store) => {
        const start = textAt(prefix, length);
        const keys = [];
        for (let i = 0; i < store.length; ++i) keys.push(store.key(i));
        give(0, keys.filter((key) => key !== null && key.startsWith(start)).join('\n'));
        return StoreStatus.Ok;
    }),
});
