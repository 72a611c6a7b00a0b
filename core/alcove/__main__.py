"""Run the command line, for `python -m alcove`."""

from alcove.cli import main

if __name__ == "__main__":
    main()
