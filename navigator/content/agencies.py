"""Agencies, permissions and documents as they were written -> those of the library."""

from __future__ import annotations

from navigator.content.days import read_day
from navigator.content.entries import Entry
from navigator.content.library import Agency, Contact, Document, Permission
from navigator.content.nodes import Mapped
from navigator.content.sentences import Log, Sentences
from navigator.content.texts import in_words, read_wording, wording_of


def read_agency(entry: Entry, log: Log) -> Agency:
    """Return the agency; a state's row holds the agency's own fields where it names none."""
    node = entry.node
    own = _contact(node, Contact(in_words(entry.id)))
    rows = {
        str(state): _contact(row, own)
        for state, row in node.mapping("rows").entries()
        if isinstance(row, Mapped)
    }
    return Agency(
        id=entry.id,
        place=entry.place,
        contact=own,
        short=node.line("short"),
        part_of=node.line("part_of"),
        who_for=node.line("who_for"),
        by=node.line("by"),
        rows=rows,
        permissions=tuple(str(id) for id in node.mapping("permissions")),
        source=node.lines("source"),
        confirm=node.lines("confirm"),
        reviewed=read_day(node.text("reviewed"), log),
    )


def read_permission(entry: Entry) -> Permission:
    """Return the permission; an empty text is one that was not given."""
    node = entry.node
    return Permission(
        id=entry.id,
        agency=entry.parent or "",
        name=node.line("name") or in_words(entry.id),
        who=node.line("who") or "",
        form=node.line("form") or "",
        have_at_hand=node.line("have_at_hand") or "",
        step=node.line("step"),
    )


def read_document(entry: Entry, sentences: Sentences) -> Document:
    """Return the document with its words."""
    node, own = entry.node, sentences.of("document", entry.id)
    return Document(
        id=entry.id,
        place=entry.place,
        name=read_wording(node, "name", own) or wording_of(in_words(entry.id)),
        why=read_wording(node, "why", own),
        replace=read_wording(node, "replace", own),
        instead=read_wording(node, "instead", own),
    )


def _contact(node: Mapped, fallback: Contact) -> Contact:
    return Contact(
        name=node.line("name") or fallback.name,
        link=node.line("link") or fallback.link,
        phone=node.line("phone") or fallback.phone,
        tty=node.line("tty") or fallback.tty,
        hours=node.line("hours") or fallback.hours,
        languages=node.line("languages") or fallback.languages,
    )
