import type { Millis } from '../../../shared/kernel/time.ts'
import { numberedKinds } from '../../person/document.ts'
import { classifyIdNumber, type IdDocument } from '../../person/id-number.ts'
import type { Row } from './text-lines.ts'

/** What a reader takes digits for, and only where digits stand. */
const lookalikes: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  D: '0',
  I: '1',
  l: '1',
  '|': '1',
  Z: '2',
  S: '5',
  B: '8',
  x: 'X',
}

const DIGITS = /[\dXxOoDIl|ZSB]{6,}/gu
const LENGTH = 18

/** Whoever is asked whether a number can be one: of any time and kind. Whether it is taken is decided elsewhere. */
const anybody = { birthYearFrom: 1800, birthYearTo: 2200, minimumAge: 0, kinds: numberedKinds }

const asDigits = (text: string): string => [...text].map((one) => lookalikes[one] ?? one).join('')

/** A number that checks itself, something that is nearly one, or nothing of the kind. */
export type FoundNumber = { kind: 'right'; idNumber: string; says: IdDocument } | { kind: 'wrong' | 'none' }

/** Fewer digits are a house, a day or a year. */
const LEAST = 12

/** The number in one of these texts, wherever it stands: it says by itself whether it is one. */
export const numberIn = (texts: readonly string[], now: Millis): FoundNumber => {
  const runs = texts.flatMap((text) => text.replace(/\s/gu, '').match(DIGITS) ?? []).map(asDigits)
  for (const run of runs)
    for (let from = 0; from + LENGTH <= run.length; from += 1) {
      const idNumber = run.slice(from, from + LENGTH)
      const judged = classifyIdNumber(idNumber, anybody, now)
      if (judged.ok) return { kind: 'right', idNumber, says: judged.value }
    }
  return { kind: runs.some((run) => run.length >= LEAST) ? 'wrong' : 'none' }
}

/** The number among what was read, in a row or in a piece of one. */
export const numberAmong = (rows: readonly Row[], now: Millis): FoundNumber =>
  numberIn(
    rows.flatMap((row) => [row.map(({ text }) => text).join(''), ...row.map(({ text }) => text)]),
    now,
  )
