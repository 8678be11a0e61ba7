"""Papers on screen: the preview of the very file, and the ways it leaves the desk."""
