/** Tags of the model, as the corpus has them: B- begins a name, I- continues it. MISC is learnt and not told. */
export const LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC"] as const;

export const LABEL_COUNT = LABELS.length;

/** Whether tag `to` may follow tag `from`: a name is continued only by its own class. */
export function mayFollow(from: number, to: number): boolean {
  return to % 2 === 1 || to === 0 || from === to || from === to - 1;
}
