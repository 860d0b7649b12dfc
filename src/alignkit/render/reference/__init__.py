"""How rules, frameworks and formats are shown to whoever looks them up."""
