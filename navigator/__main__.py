"""`python -m navigator` is `navigator`."""

from navigator.cli import main

main(prog_name="navigator")
