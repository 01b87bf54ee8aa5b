"""A scale of months fitted to a width, and the marks of a row on it: columns in, characters out."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

LINE, PLANNED_LINE = "━", "╌"


@dataclass(frozen=True)
class Placed:
    """A mark to draw. text: its characters. offset: the cell among them that stands at its day. to: the index of the mark
    that a line leads to, None for none; planned: that line is dashed. glued: the next mark follows without a gap.
    """

    day: datetime.date
    text: str
    offset: int = 0
    to: int | None = None
    planned: bool = False
    glued: bool = False


class Scale:
    """The days from the first of a month to a last day, over some cells."""

    def __init__(self, first: datetime.date, last: datetime.date, width: int) -> None:
        self.first = first.replace(day=1)
        self.last = last
        self.width = width

    def column(self, day: datetime.date) -> int:
        """The cell of a day."""
        days = max((self.last - self.first).days, 1)
        return round((day - self.first).days * (self.width - 1) / days)

    def header(self, names: Sequence[str], short: Sequence[str]) -> str:
        """The months that have room, each at its first day, whole or short; the first one and every January with the year."""
        shown = ""
        for number, month in enumerate(_months(self.first, self.last)):
            column = self.column(month)
            following = self.column(_next(month)) if month < _next(month) <= self.last else self.width + 1
            texts = [names[month.month - 1], short[month.month - 1]]
            if number == 0 or month.month == 1:
                texts = [f"{text} {month.year}" for text in texts]
                # The year is worth more than the next month.
                texts.append(texts[-1])
                rooms = [following - column - 1, following - column - 1, self.width - column]
            else:
                rooms = [following - column - 1] * 2
            fits = next((text for text, room in zip(texts, rooms, strict=True) if cell_len(text) <= room), "")
            if fits and column >= cell_len(shown) + (1 if shown else 0):
                shown += " " * (column - cell_len(shown)) + fits
        return shown

    def line(self, marks: Sequence[Placed]) -> str | None:
        """The marks in their order, never one over the other, with lines between; None where they don't fit."""
        columns = self._columns(marks)
        if columns is None:
            return None
        cells = [" "] * self.width
        for column, mark in zip(columns, marks, strict=True):
            cells[column : column + len(mark.text)] = mark.text
        for column, mark in zip(columns, marks, strict=True):
            if mark.to is not None:
                for cell in range(column + len(mark.text), columns[mark.to]):
                    if cells[cell] == " ":
                        cells[cell] = PLANNED_LINE if mark.planned else LINE
        return "".join(cells).rstrip()

    def _columns(self, marks: Sequence[Placed]) -> list[int] | None:
        """Where each mark begins: at its day, or as near as those before and after it leave room."""
        columns: list[int] = []
        free = 0
        for number, mark in enumerate(marks):
            glued = number > 0 and marks[number - 1].glued
            columns.append(free if glued else max(self.column(mark.day) - mark.offset, free))
            free = columns[-1] + len(mark.text)
        end = self.width
        for number in range(len(marks) - 1, -1, -1):
            columns[number] = min(columns[number], end - len(marks[number].text))
            end = columns[number]
        return columns if end >= 0 else None


def _months(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    found = [first]
    while _next(found[-1]) <= last and _next(found[-1]) != found[-1]:
        found.append(_next(found[-1]))
    return found


def _next(month: datetime.date) -> datetime.date:
    """The first of the next month. The calendar ends with the year 9999."""
    if month.month == 12:
        return month if month.year == datetime.MAXYEAR else datetime.date(month.year + 1, 1, 1)
    return month.replace(month=month.month + 1)
