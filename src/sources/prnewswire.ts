import type { SourceLayout } from "./layout.ts";

/** «دبي، 4 آذار (مارس) 2019 /PRNewswire/ -- » */
export const prnewswire: SourceLayout = {
  id: "prnewswire",
  holds: /\//,
  dateline:
    /^(?<place>\p{L}[^\d/\n]{1,50}?)\s*[,،]\s*(?<date>\d{1,2}[^/\n]{3,40}?\d{4})\s*\/(?<agency>PR\s?Newswire)(?:-\p{L}+)?\/\s*(?:[—–]|-{1,2})/du,
  signs: "agency",
};
