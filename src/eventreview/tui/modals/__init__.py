"""The windows that ask something and give an answer."""
