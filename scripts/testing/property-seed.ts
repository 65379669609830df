import fc from "fast-check";

// One seed for all property tests, so that the same commit always gives the same answer. PROPERTY_SEED=$RANDOM walks
// other paths on purpose; what it finds is printed with its seed and becomes a test of its own.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_123) });
