"""PAY: equal pay."""
