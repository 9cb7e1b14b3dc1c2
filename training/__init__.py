"""How the encoder's weights were made: from the corpora to ONNX files, in steps that survive being stopped."""
