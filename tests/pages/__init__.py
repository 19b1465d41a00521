"""The pages in a real browser: what a person with a keyboard, a lens or no script meets."""
