"""``planparse schema``: the JSON Schema of the plan JSON."""

from __future__ import annotations

from planparse.cli.console import Job, Session
from planparse.errors import Exit


def schema() -> Job:
    """Print the JSON Schema that every plan JSON validates against."""
    return run


def run(session: Session) -> Exit:
    """Write the schema."""
    from planparse.report.plan_json import schema_json

    session.write(schema_json())
    return Exit.DONE
