"""Start the search window by `python -m alcove_desktop`."""

from alcove_desktop.start import main

main()
