"""What a reader of the finished site may count on, whatever the content."""
