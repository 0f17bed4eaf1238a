#!/usr/bin/env python3
"""Generates zone_tables.cpp and unicode_tables.cpp from this machine's tzdata and Python's Unicode database.

    core/feel/tables/make_tables.py [zoneinfo-folder]

Zones: offsets since FIRST_YEAR exactly, before that as at its start; the last rule (POSIX form) holds for ever.
"""
import os
import struct
import sys
import unicodedata
import zoneinfo
from datetime import datetime, timezone

FIRST_YEAR = 1990
HERE = os.path.dirname(os.path.abspath(__file__))


def varint(number):
    out = []
    while True:
        if number < 128:
            out.append(number)
            return out
        out.append(number & 127 | 128)
        number >>= 7


def read_tzif(path):
    data = open(path, "rb").read()
    def header(at):
        return struct.unpack(">4sc15x6l", data[at:at + 44])
    _, _, isutc, isstd, leap, times, types, chars = header(0)
    at = 44 + times * 5 + types * 6 + chars + leap * 8 + isstd + isutc
    _, _, isutc, isstd, leap, times, types, chars = header(at)
    at += 44
    moments = struct.unpack(f">{times}q", data[at:at + times * 8])
    at += times * 8
    indexes = data[at:at + times]
    at += times
    infos = [struct.unpack(">lbB", data[at + i * 6:at + i * 6 + 6]) for i in range(types)]
    at += types * 6 + chars + leap * 12 + isstd + isutc
    footer = data[at:].strip(b"\n").decode()
    return moments, indexes, infos, footer


def zone_data(path):
    moments, indexes, infos, footer = read_tzif(path)
    start = int(datetime(FIRST_YEAR, 1, 1, tzinfo=timezone.utc).timestamp())
    offset, transitions = infos[0][0], []
    for moment, index in zip(moments, indexes):
        new = infos[index][0]
        if moment < start:
            offset = new
        else:
            transitions.append((moment, new))
    # What the footer's rule says anyway need not be listed.
    rule = PosixRule(footer)
    while transitions:
        moment, new = transitions[-1]
        before = transitions[-2][1] if len(transitions) > 1 else offset
        if rule.offset(moment) == new and rule.offset(moment - 1) == before:
            transitions.pop()
        else:
            break
    last, kept = offset, []
    for moment, new in transitions:
        if new != last:
            kept.append((moment, new))
        last = new
    return offset, tuple(kept), footer


class PosixRule:
    """Enough of POSIX TZ to tell the offset at a moment; the same reading as zone.cpp."""

    def __init__(self, text):
        self.text = text
        self.at = 0
        self.name()
        self.standard = -self.time()
        self.summer = None
        if self.at < len(text):
            self.name()
            self.summer = self.standard + 3600
            if self.text[self.at] != ",":
                self.summer = -self.time()
            self.rules = []
            while self.at < len(text):
                self.at += 1
                self.rules.append(self.rule())

    def name(self):
        if self.text[self.at] == "<":
            self.at = self.text.index(">", self.at) + 1
        else:
            while self.at < len(self.text) and self.text[self.at].isalpha():
                self.at += 1

    def number(self):
        value = 0
        while self.at < len(self.text) and self.text[self.at].isdigit():
            value = value * 10 + int(self.text[self.at])
            self.at += 1
        return value

    def time(self):
        sign = 1
        if self.text[self.at] in "+-":
            sign = -1 if self.text[self.at] == "-" else 1
            self.at += 1
        value = self.number() * 3600
        for unit in (60, 1):
            if self.at < len(self.text) and self.text[self.at] == ":":
                self.at += 1
                value += self.number() * unit
        return sign * value

    def rule(self):
        kind = self.text[self.at]
        if kind == "M":
            self.at += 1
            month = self.number(); self.at += 1
            week = self.number(); self.at += 1
            day = ("M", month, week, self.number())
        elif kind == "J":
            self.at += 1
            day = ("J", self.number())
        else:
            day = ("N", self.number())
        time = 7200
        if self.at < len(self.text) and self.text[self.at] == "/":
            self.at += 1
            time = self.time()
        return day, time

    @staticmethod
    def days(year, month=1, day=1):
        return (datetime(year, month, day) - datetime(1970, 1, 1)).days

    def day(self, year, rule):
        if rule[0] == "M":
            _, month, week, weekday = rule
            first = self.days(year, month)
            first_weekday = (first + 4) % 7  # Sunday 0
            day = first + (weekday - first_weekday) % 7 + (week - 1) * 7
            following = self.days(year + (month == 12), month % 12 + 1)
            while day >= following:
                day -= 7
            return day
        if rule[0] == "J":
            leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
            return self.days(year) + rule[1] - 1 + (1 if leap and rule[1] >= 60 else 0)
        return self.days(year) + rule[1]

    def offset(self, moment):
        if self.summer is None:
            return self.standard
        year = datetime.fromtimestamp(moment + self.standard, timezone.utc).year
        start = self.day(year, self.rules[0][0]) * 86400 + self.rules[0][1] - self.standard
        end = self.day(year, self.rules[1][0]) * 86400 + self.rules[1][1] - self.summer
        inside = start <= moment < end if start < end else not end <= moment < start
        return self.summer if inside else self.standard


def rule_bytes(footer):
    rule = PosixRule(footer)
    out = signed(rule.standard // 60)
    if rule.summer is None:
        return out + [0]
    out += [1] + signed(rule.summer // 60)
    for day, time in rule.rules:
        if day[0] == "M":
            out += [0, day[1], day[2], day[3]]
        else:
            out += [1 if day[0] == "J" else 2] + varint(day[1])
        out += signed(time // 60)
    return out


def signed(number):
    return varint(number * 2 if number >= 0 else -number * 2 - 1)


def array(name, kind, values, width=108):
    lines, line = [], "   "
    for value in values:
        piece = f" {value},"
        if len(line) + len(piece) > width:
            lines.append(line)
            line = "   "
        line += piece
    lines.append(line)
    return f"const {kind} {name}[] = {{\n" + "\n".join(lines) + "\n};\n"


def zones(folder):
    names = sorted(n for n in zoneinfo.available_timezones() if not n.startswith(("posix", "right", "localtime", "Factory")))
    records, numbers, which = [], {}, []
    for name in names:
        data = zone_data(os.path.join(folder, name))
        if data not in numbers:
            numbers[data] = len(records)
            records.append(data)
        which.append(numbers[data])
    rules, rule_numbers = [], {}
    packed, starts = [], []
    for offset, transitions, footer in records:
        rule = tuple(rule_bytes(footer))
        if rule not in rule_numbers:
            rule_numbers[rule] = len(rules)
            rules.append(rule)
        starts.append(len(packed))
        # Offsets in half minutes: Liberia's -0:44:30 until 1972.
        packed += varint(rule_numbers[rule]) + signed(offset // 30) + varint(len(transitions))
        before = int(datetime(FIRST_YEAR, 1, 1, tzinfo=timezone.utc).timestamp()) // 30
        last = offset
        for moment, new in transitions:
            packed += varint(moment // 30 - before) + signed((new - last) // 30)
            before, last = moment // 30, new
    rule_starts, rule_packed = [], []
    for rule in rules:
        rule_starts.append(len(rule_packed))
        rule_packed += rule
    text = ["// Generated by make_tables.py from tzdata; do not edit.", '#include "core/feel/tables/tables.h"', "",
            "namespace shenbao::feel::tables {", ""]
    # Names share their beginning with the one before: its length, then the rest.
    joined, before = [], ""
    for name in names:
        common = len(os.path.commonprefix([before, name]))
        joined.append(f'    "\\{common:03o}" "{name[common:]}" "\\000"')
        before = name
    text.append("const char kZoneNames[] =\n" + "\n".join(joined) + ";\n")
    text.append(f"const unsigned kZoneCount = {len(names)};\n")
    text.append(array("kZoneRecord", "unsigned short", which))
    text.append(array("kRecordStart", "unsigned short", starts))
    text.append(array("kRecords", "unsigned char", packed))
    text.append(array("kRuleStart", "unsigned short", rule_starts))
    text.append(array("kRules", "unsigned char", rule_packed))
    text.append("}  // namespace shenbao::feel::tables")
    assert len(packed) < 65536, len(packed)
    open(os.path.join(HERE, "zone_tables.cpp"), "w").write("\n".join(text) + "\n")
    print(len(names), "zones,", len(records), "records,", len(packed), "bytes,", len(rules), "rules")


def unicode_tables():
    # General categories: length of each run, then its number among CATEGORIES.
    categories = sorted({unicodedata.category(chr(c)) for c in range(0x110000)})
    runs, start, before = [], 0, unicodedata.category(chr(0))
    for c in range(1, 0x110001):
        now = unicodedata.category(chr(c)) if c < 0x110000 else None
        # Letters that alternate between upper and lower are one run of a pair.
        if now != before:
            runs.append([c - start, before])
            start, before = c, now
    packed = []
    i = 0
    while i < len(runs):
        # Lu Ll Lu Ll …, each of one: number of pairs behind a marker.
        pairs = 0
        while i + pairs * 2 + 1 < len(runs) and runs[i + pairs * 2] == [1, "Lu"] and runs[i + pairs * 2 + 1] == [1, "Ll"]:
            pairs += 1
        if pairs > 1:
            packed += [len(categories)] + varint(pairs)
            i += pairs * 2
            continue
        packed += [categories.index(runs[i][1])] + varint(runs[i][0])
        i += 1
    # Case pairs: (first, count, stride, distance to the other).
    def mapping(function):
        result = {}
        for c in range(0x110000):
            other = function(chr(c))
            if len(other) == 1 and ord(other) != c:
                result[c] = ord(other) - c
        spans = []
        for c, distance in sorted(result.items()):
            for span in spans[-2:]:
                if span[3] == distance and span[2] in (0, c - span[4]) and c - span[4] <= 2:
                    span[1] += 1
                    span[2] = c - span[4]
                    span[4] = c
                    break
            else:
                spans.append([c, 1, 0, distance, c])
        out, at = [], 0
        for first, count, stride, distance, _ in spans:
            out += signed(first - at) + varint(count) + [stride] + signed(distance)
            at = first
        return out
    special = []
    for c in range(0x110000):
        other = chr(c).upper()
        if len(other) > 1:
            special.append((c, other))
    text = ["// Generated by make_tables.py from Python's Unicode database, version " + unicodedata.unidata_version +
            "; do not edit.", '#include "core/feel/tables/tables.h"', "", "namespace shenbao::feel::tables {", ""]
    text.append(f'const char kCategories[] = "{"".join(categories)}";\n')
    text.append(array("kCategoryRuns", "unsigned char", packed))
    text.append(f"const unsigned kCategoryRunBytes = {len(packed)};\n")
    lower, upper = mapping(str.lower), mapping(str.upper)
    text.append(array("kLower", "unsigned char", lower))
    text.append(f"const unsigned kLowerBytes = {len(lower)};\n")
    text.append(array("kUpper", "unsigned char", upper))
    text.append(f"const unsigned kUpperBytes = {len(upper)};\n")
    flat = []
    for c, other in special:
        flat += [f"0x{c:x}", str(len(other))] + [f"0x{ord(o):x}" for o in other]
    text.append(array("kSpecialUpper", "unsigned short", flat))
    text.append(f"const unsigned kSpecialUpperCount = {len(special)};\n")
    text.append("}  // namespace shenbao::feel::tables")
    open(os.path.join(HERE, "unicode_tables.cpp"), "w").write("\n".join(text) + "\n")
    print(len(packed), "bytes of categories,", len(lower), len(upper), "of case,", len(special), "special")


zones(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/zoneinfo")
unicode_tables()
