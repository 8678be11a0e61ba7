"""The Chinese word or sentence for every enum value, refusal and error class."""
