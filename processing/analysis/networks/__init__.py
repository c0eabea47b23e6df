"""Networks of membership: who is tied by a platform, a standard, a park or an alliance."""
