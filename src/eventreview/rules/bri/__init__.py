"""BRI: bridges to those with influence."""
