"""The Qt application; its window comes after the core that it will stand on."""
