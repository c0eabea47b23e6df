"""Virtual clusters: industries in places that are tied by chains, whatever lies between them."""
