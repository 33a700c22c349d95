import type { Millis } from '../../../shared/kernel/time.ts'

/**
 * A code sent by text message or e-mail, as kept: MAC over salt, number or address and code, and over salt and that alone, good until
 * `codeUntil`; tries are counted, and how often it was asked what became of the text.
 */
export type Challenge = {
  codeHash: string
  codePhone: string
  codeSalt: string
  codeUntil: Millis
  codeTries: number
  codeReports: number
}

/** The text of a code: six digits, leading zeros kept. `below` gives a uniform whole number below its argument. */
export const newCode = (below: (limit: number) => number): string => String(below(1_000_000)).padStart(6, '0')
