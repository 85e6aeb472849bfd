"""BPMN 2.0: a procedure for tools that draw, compare and run processes."""

from gollanma.exchange.bpmn.document import document

__all__ = ["document"]
