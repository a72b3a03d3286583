"""The built-in demo site: its generator, its pages and its loopback server."""
