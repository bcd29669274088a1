"""A slow, obvious second implementation of four rules of 济政办字〔2025〕15号, measure 13."""
