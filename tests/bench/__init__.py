"""`python -m tests.bench`: ratios measured side by side in one run, as a table; exit 1 on a miss."""
