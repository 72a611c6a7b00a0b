"""How the program behaves and looks."""
