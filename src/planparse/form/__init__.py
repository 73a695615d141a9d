"""Tables → rows with names: header, headings, joined rows, timelines, and the plan that they make."""

from planparse.form.assemble import Parts, assemble
from planparse.form.reader import Reading, read_blocks

__all__ = ["Parts", "Reading", "assemble", "read_blocks"]
