"""Mail: single messages, and mailboxes of them."""
