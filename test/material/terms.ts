import type { PictureTerms } from '../../functions/material/picture/picture.ts'

/** What a picture must be, in tests. */
export const TERMS: PictureTerms = {
  mostBytes: 10_000_000,
  mostPixels: 25_000_000,
  leastSide: 500,
  keptBytes: 200_000,
  keptSide: 1600,
  sharpness: 6,
  dark: 60,
  bright: 235,
}
