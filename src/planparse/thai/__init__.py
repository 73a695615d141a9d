"""Repairs of Thai text: small pure functions, in an order that can be read, each change with the rule that made it."""

from planparse.thai.repair import RULES, Change, repair

__all__ = ["RULES", "Change", "repair"]
