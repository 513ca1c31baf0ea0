"""3. Mentions -> Places: the gazetteer, its builder, evidence and resolution."""
