"""`python -m tests.bench`: ratios measured side by side in one run; exit 1 on a miss."""
