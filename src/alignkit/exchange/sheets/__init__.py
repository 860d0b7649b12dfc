"""Spreadsheets in and out: curriculum maps as people keep them."""
