"""The accreditation report: from the view to a document of blocks, and from that to each format."""
