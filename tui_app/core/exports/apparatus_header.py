"""The header of an edition, and its notes: who the witnesses are, who wrote what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_app.core.exports.report import Remark, Report
from tui_app.core.exports.xml_writing import HEAD, as_attribute, as_content, as_moment
from tui_app.core.model import Document

LINE_END = re.compile(r"\r\n|[\r\n]")


class Contributors:
    """Who wrote notes, each with an identity that notes point to."""

    def __init__(self, report: Report) -> None:
        names = dict.fromkeys(one.by for one in report.remarks if one.by)
        self._identities = {name: f"by-{at}" for at, name in enumerate(names, 1)}

    def statements(self) -> Iterator[str]:
        """Yield what the header says of each."""
        for name, identity in self._identities.items():
            yield (
                f'<respStmt xml:id="{identity}"><resp>notes</resp>'
                f"<name>{as_content(name)}</name></respStmt>"
            )

    def note(self, remark: Remark, target: str = "") -> str:
        """Return a note; ``target`` is the identity of the place it is on, if any."""
        said = (
            f" type={as_attribute(remark.kind)} subtype={as_attribute(remark.status)}"
        )
        if target:
            said += f' target="#{target}"'
        if remark.by:
            said += f' resp="#{self._identities[remark.by]}"'
        return f"<note{said}>{''.join(_paragraphs(remark))}</note>"


def _paragraphs(remark: Remark) -> Iterator[str]:
    if not remark.rows:
        for quote in remark.left_quotes + remark.right_quotes:
            yield f"<p><quote>{as_content(quote)}</quote></p>"
    for line in LINE_END.split(remark.body):
        yield f"<p>{as_content(line)}</p>"
    about = [f"<term>{as_content(tag)}</term>" for tag in remark.tags]
    if moment := as_moment(remark.created):
        about.append(f'<date when="{moment}">{moment[:10]}</date>')
    if about:
        yield f"<p>{' '.join(about)}</p>"


def header(report: Report, contributors: Contributors) -> Iterator[str]:
    """Yield the beginning of the file: both witnesses, notes that are on no words."""
    left, right = report.comparison.left, report.comparison.right
    yield f'{HEAD}<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<teiHeader>\n<fileDesc>\n'
    yield f"<titleStmt><title>{as_content(left.called or 'Two texts')}</title>"
    yield from contributors.statements()
    made = as_moment(report.made)
    when = f' on <date when="{made}">{made[:10]}</date>' if made else ""
    yield (
        "</titleStmt>\n<publicationStmt><p>Compared with Diptych"
        f"{when}.</p></publicationStmt>\n"
    )
    if report.remarks_nowhere:
        yield "<notesStmt>"
        yield from (contributors.note(one) for one in report.remarks_nowhere)
        yield "</notesStmt>\n"
    yield f"<sourceDesc><listWit>\n{_witness('A', left)}{_witness('B', right)}"
    yield (
        "</listWit></sourceDesc>\n</fileDesc>\n<encodingDesc>"
        '<variantEncoding method="parallel-segmentation" location="internal"/>'
        "</encodingDesc>\n</teiHeader>\n"
    )


def _witness(sign: str, document: Document) -> str:
    metadata = document.metadata
    said = (
        ("title", metadata.title or document.title),
        ("author", metadata.author),
        ("publisher", metadata.site),
        ("date", metadata.date),
        ("idno", document.name if document.source else document.state),
    )
    told = [f"<{tag}>{as_content(text)}</{tag}>" for tag, text in said if text]
    if metadata.language:
        told.append(f"<textLang mainLang={as_attribute(metadata.language)}/>")
    bibl = f"<bibl>{''.join(told)}</bibl>" if told else ""
    return f'<witness xml:id="{sign}">{bibl}</witness>\n'
