/** What the authority files know, asked while the text is being taken apart. */
export interface Knowledge {
  isPlace(words: string): boolean;
  isOutlet(words: string): boolean;
}
