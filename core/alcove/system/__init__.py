"""Operating system services: locks, durable writes, sockets, and child process lifetimes."""
