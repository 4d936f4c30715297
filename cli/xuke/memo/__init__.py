"""Transfer memoranda: drafts, supplements, signing and the paper that is signed."""
