"""Glyphs → text: puts Thai right from code points, ink boxes and pens. Knows numbers and code points, nothing else."""

from planparse.glyphs.clusters import Cluster, centre, clusters, split
from planparse.glyphs.lines import GlyphLine, lines, rows

__all__ = ["Cluster", "GlyphLine", "centre", "clusters", "lines", "rows", "split"]
