"""`make bench`: invented frameworks in, what a build of them takes beside other generators out."""
