"""Named questions in, rows with their evidence out, for the terminal or another program."""

from kgraph.ask.answers import Answer, ask, fill
from kgraph.ask.questions import QUESTIONS, Parameter, Question
from kgraph.ask.render import FORMATS, render

__all__ = ["FORMATS", "QUESTIONS", "Answer", "Parameter", "Question", "ask", "fill", "render"]
