"""Signing a credential and verifying one: keys, proofs, the form of the document. Nothing is ever fetched."""
