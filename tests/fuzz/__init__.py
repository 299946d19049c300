"""Change our files at random and look for what is not expected; run as `make fuzz`."""
