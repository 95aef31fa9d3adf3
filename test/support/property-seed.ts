import fc from "fast-check";

/** The same cases on every machine; FC_SEED=<number> explores others. A failure prints its seed and path. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20211217) });
