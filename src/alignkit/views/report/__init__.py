"""What the accreditation report shows, whatever its format and language."""
