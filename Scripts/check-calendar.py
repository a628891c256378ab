"""Holds a calendar against the tasks of the same run in JSON: check-calendar.py FILE.ics FILE.json"""

import datetime
import json
import sys

from icalendar import Calendar

with open(sys.argv[1], "rb") as file:
    octets = file.read()
with open(sys.argv[2], encoding="utf-8") as file:
    report = json.load(file)

calendar = Calendar.from_ical(octets)
assert not calendar.errors, calendar.errors
assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
assert str(calendar["NAME"]) == str(calendar["X-WR-CALNAME"]) != "", "no name"
events = list(calendar.walk("VEVENT"))
assert len(events) == len(calendar.subcomponents), "something else than events"
assert all(not event.errors for event in events), [event.errors for event in events]

at = datetime.datetime.fromisoformat(report["at"])
tasks = {task["uid"]: task for task in report["tasks"]}
assert len(tasks) == len(report["tasks"]) == len(events) > 0, "not one event for each task"
for event in events:
    task = tasks.pop(str(event["UID"]))
    begin = datetime.date.fromisoformat(task["begin"])
    assert event["DTSTART"].dt == begin and not isinstance(event["DTSTART"].dt, datetime.datetime)
    assert event["DTEND"].dt == begin + datetime.timedelta(days=1)
    assert event["DTSTAMP"].dt == at, (event["DTSTAMP"].dt, at)
    assert str(event["SUMMARY"]) == task["summary"], (str(event["SUMMARY"]), task["summary"])
    alarms = list(event.walk("VALARM"))
    assert alarms and len(alarms) == len(event.subcomponents), "no alarm"
    for alarm in alarms:
        assert alarm["ACTION"] == "DISPLAY" and str(alarm["DESCRIPTION"]) == task["summary"]
        rings = datetime.datetime.combine(begin, datetime.time()) + alarm["TRIGGER"].dt
        due = datetime.datetime.fromisoformat(task["due"]).date()
        assert rings.date() == begin or rings.date() == due - datetime.timedelta(days=1), (rings, due)
    lines = str(event["DESCRIPTION"]).split("\n")
    assert lines[:-1] == task["details"] and lines[-1].startswith("Due on "), (lines, task["details"])
assert not tasks
print(f"{sys.argv[1].rsplit('/', 1)[-1]}: {len(events)} events, as icalendar reads them")
