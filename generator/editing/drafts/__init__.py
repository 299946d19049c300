"""Write a framework as an editor would: from a table or from nothing, as commented YAML."""
