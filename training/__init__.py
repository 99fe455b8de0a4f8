"""The program that makes the attribution tagger's weights; see README.md here."""
