"""`python -m alcove` is the command line."""

from alcove.cli import main

if __name__ == "__main__":
    main()
