"""What an earlier run of `check` said, said again where nothing that it rests on has changed (ADR 0010)."""
