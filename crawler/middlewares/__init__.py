"""What stands between the spider and the network, each for one promise; the spider decides what follows from it."""
