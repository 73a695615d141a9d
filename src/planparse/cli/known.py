"""The baseline of ``check``: which findings are known, and keeping the file of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planparse.cli.console import Session
from planparse.cli.output import opened
from planparse.errors import Exit, UsageError

if TYPE_CHECKING:
    from planparse.cli.check import Checked, Settings


def apart(settings: Settings, checked: Checked, session: Session) -> tuple[list[int], int]:
    """Return the places of the findings that are to be told, and how many are known; write the baseline where asked to."""
    if settings.write_baseline is not None and settings.prune_baseline:
        raise UsageError("--write-baseline writes all findings: there is nothing to prune (--prune-baseline)")
    if settings.write_baseline is not None:
        if not checked.sources:  # an empty baseline would forget all that is known
            session.warn(f"{settings.write_baseline} is not written: no input could be read")
            return [], 0
        _write(settings.write_baseline, checked, session)
        return [], len(checked.findings)
    path = settings.config["baseline"]
    if path is None:
        if settings.prune_baseline:
            raise UsageError("--prune-baseline: of which baseline? (see --baseline)")
        return list(range(len(checked.findings))), 0
    return _without(path, settings, checked, session)


def _write(path: str, checked: Checked, session: Session) -> None:
    from planparse.baseline import known_of, names_beside, written

    names = names_beside([source for source, _ in checked.sources], Path(path))
    with opened(path, session) as write:
        write(written(known_of(checked.findings, names)))
    if not session.quiet:
        session.tell(f"{len(checked.findings)} findings written to {path}")


def _without(path: str, settings: Settings, checked: Checked, session: Session) -> tuple[list[int], int]:
    from planparse.baseline import compared, names_beside, read, written

    sources = [source for source, _ in checked.sources]
    # Of an input that was read in part only, nothing is known to be mended.
    whole = sources if settings.inputs.pages is None else ()
    found = compared(checked.findings, read(Path(path)), whole, names_beside(sources, Path(path)), checked.ran)
    unread = session.worst >= Exit.UNREADABLE  # of an input that was not read nothing is mended
    if found.mended and settings.prune_baseline and not unread:
        with opened(path, session) as write:
            write(written(found.left))
    elif found.mended:
        session.warn(f"{path}: {found.mended} of its findings are mended; --prune-baseline takes them out")
    return list(found.new), found.known
