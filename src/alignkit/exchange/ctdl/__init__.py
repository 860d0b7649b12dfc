"""CTDL-ASN, in which the Credential Registry publishes competency frameworks."""
