"""eventreview: does an event meet sex workers as partners?"""

__version__ = "0.1.0"
