//! What will disappoint in a pack that can be played.
