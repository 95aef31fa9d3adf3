import type { SourceLayout } from "./layout.ts";

/** Saudi Press Agency: «الرياض 26 شوال 1436 هـ الموافق 11 اغسطس 2015 م واس» on a line by itself. */
export const spa: SourceLayout = {
  id: "spa",
  holds: /الموافق/,
  dateline:
    /^(?<place>\p{L}[\p{L}\p{M} ]{1,40}?)\s+\d{1,2}\s+\p{L}[\p{L}\p{M} ]{2,20}?\s+\d{4}\s*هـ?\s+الموافق\s+(?<date>\d{1,2}\s+\p{L}[\p{L}\p{M} ]{2,20}?\s+\d{4})\s*م?\s+(?<agency>واس)(?=\s|$)/du,
  signs: "agency",
  ownLine: true,
};
