//! Topics, gates and what leads where, drawn.
