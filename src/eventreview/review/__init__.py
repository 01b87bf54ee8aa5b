"""From a plan to a review: the engine, judgements, waivers, the editing session."""
