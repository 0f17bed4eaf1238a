// All that the page shows of itself, as `window.shenbao`: to C++ what it calls, to the browser tests what went on. The rest
// is between the scripts. Names of C++ (Role.Heading, kNudge) and words (words.title) are put in when the page is packed
// (tools/page_names.mjs); web/names.json says where they come from.
export const outside = {
    imports: {}, // what web/imports.h declares, filled by `provide` (bridge.js)
    faults: [], // what was thrown anywhere
    frames: 0, // drawn
    frameTime: 0, // milliseconds that the last of them took
    patches: 0, // of the twin
    replayed: 0, // writes that local storage had lost (journal.js)
};
window.shenbao = outside;
