"""A small web that misbehaves: two hundred servers on loopback, each with a person's verdict."""
