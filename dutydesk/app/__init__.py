"""The desk as a program: windows connected to what assembly built; no logic of its own."""
