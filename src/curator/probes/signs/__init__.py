"""Marks of walls, gates, parked names and pages taken over: tables, and what is seen of them."""
