"""Run a model: texts → token ids → vectors, by its tokenizer, in batches, with OpenVINO."""
