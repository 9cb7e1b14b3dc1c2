"""Task `conllu`: the dependency parse of gold words."""
