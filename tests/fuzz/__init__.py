"""Files that nobody wrote: `make fuzz` changes ours at random and looks for what is not expected."""
