"""Journeys of people in a real browser, before a real server."""
