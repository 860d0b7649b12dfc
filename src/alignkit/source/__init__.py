"""Text in, values with places out: the only part of alignkit that reads files and knows YAML."""
