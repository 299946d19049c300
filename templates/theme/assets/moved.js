// An old address: on to the new one, with the place on the page that the link names.
location.replace(document.querySelector("a").href + location.search + location.hash);
