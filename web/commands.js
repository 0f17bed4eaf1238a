// Keys and commands for the form, with what only the field knows (app::KeyPress). True: the form has used it, and the
// browser must not.
import { call } from './bridge.js';

const flags = ({ inText, undoes, redoes }) => (inText ? kInText : 0) | (undoes ? kUndoes : 0) | (redoes ? kRedoes : 0);

export const press = (stroke, field) => call('key', [stroke], flags(field)) === 1;
export const run = (command, field) => call('command', [command], flags(field)) === 1;
