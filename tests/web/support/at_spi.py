"""What a screen reader has of the page a browser shows, through AT-SPI. Commands are lines on standard input, the answer
to each is one line of JSON on standard output:

  tree          the document's nodes in reading order: role, name, description, states, value (of what has one),
                text (of what can be edited), headers (row and column headers of a cell)
  focused       the node that has the keyboard, null if none
  focus NAME    gives the keyboard to the one entry of that name
  press NAME    does the first action of the one button of that name
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

STATES = {
    Atspi.StateType.FOCUSED: "focused",
    Atspi.StateType.REQUIRED: "required",
    Atspi.StateType.INVALID_ENTRY: "invalid",
    Atspi.StateType.EDITABLE: "editable",
}


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def walk(node):
    yield node
    for child in children(node):
        try:
            yield from walk(child)
        except GLib.Error:
            continue  # it went away while it was looked at


def document():
    for application in children(Atspi.get_desktop(0)):
        for node in walk(application):
            if node.get_role() == Atspi.Role.DOCUMENT_WEB and node.get_state_set().contains(Atspi.StateType.SHOWING):
                return node
    raise LookupError("no browser shows a document")


def headers(node):
    if "TableCell" not in node.get_interfaces():
        return None
    cell = node.get_table_cell()
    names = []
    for found in (cell.get_row_header_cells(), cell.get_column_header_cells()):
        names.append([header.get_name() for header in found or []])
    return names


def described(node):
    states = node.get_state_set()
    answer = {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "states": [name for state, name in STATES.items() if states.contains(state)],
    }
    # Its own words for a value come before the number.
    attributes = node.get_attributes() or {}
    if "valuetext" in attributes:
        answer["value"] = attributes["valuetext"]
    if node.get_role() in (Atspi.Role.ENTRY, Atspi.Role.SPIN_BUTTON) and "Text" in node.get_interfaces():
        answer["text"] = Atspi.Text.get_text(node, 0, -1)
    if node.get_role() in (Atspi.Role.TABLE_CELL, Atspi.Role.TABLE_ROW_HEADER):
        answer["headers"] = headers(node)
        answer["holds"] = [child.get_name() for child in children(node)]
    return answer


def the_one(roles, name):
    found = [node for node in walk(document()) if node.get_role() in roles and node.get_name() == name]
    if len(found) != 1:
        raise LookupError(f"{len(found)} are called “{name}”")
    return found[0]


def carry_out(command):
    verb, _, rest = command.partition(" ")
    if verb == "tree":
        return [described(node) for node in walk(document())]
    if verb == "focused":
        for node in walk(document()):
            if node.get_state_set().contains(Atspi.StateType.FOCUSED) and node.get_role() != Atspi.Role.DOCUMENT_WEB:
                return described(node)
        return None
    if verb == "focus":
        return Atspi.Component.grab_focus(the_one((Atspi.Role.ENTRY, Atspi.Role.SPIN_BUTTON), rest))
    if verb == "press":
        return Atspi.Action.do_action(the_one((Atspi.Role.PUSH_BUTTON,), rest), 0)
    raise ValueError(command)


Atspi.init()
for line in sys.stdin:
    try:
        reply = carry_out(line.rstrip("\n"))
    except (LookupError, ValueError, GLib.Error) as error:
        reply = {"error": str(error)}
    print(json.dumps(reply, ensure_ascii=False), flush=True)
