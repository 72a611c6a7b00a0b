"""`python -m alcove_desktop` starts the search window."""

from alcove_desktop.start import main

main()
