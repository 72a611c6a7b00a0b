"""Ask both arms, weigh and fuse their scores, and rank documents."""
