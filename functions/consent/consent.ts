import { createHash } from 'node:crypto'
import type { Language } from '../../shared/kernel/language.ts'
import type { Millis } from '../../shared/kernel/time.ts'

/** A notice in one language. */
export type NoticeText = { title: string; text: string }

/**
 * A notice that users agree to: a version has one text in each language for good. `recheckers`: the vendors it names that may be asked later
 * whether the number was given to somebody else.
 */
export type Notice = { version: string; texts: Record<Language, NoticeText>; recheckers?: readonly string[] }

/** What somebody agreed to. The hash is of the very text, in that language. Those of before have neither. */
export type Consent = { notice: string; language?: Language; sha256?: string; agreedAt: Millis }

/**
 * A consent kept with what was submitted under it. `recipients`: the vendors its notice named; `recheckers`: those it named for later
 * looks at the number. `onRecord`: it has a record of its own too.
 * Those of before have neither.
 */
export type KeptConsent = Consent & { recipients?: string[]; recheckers?: string[]; onRecord?: true }

/** SHA-256 of a text as it is shown, title and text with a line feed between them, in lower-case hex. */
export const textHash = ({ title, text }: NoticeText): string =>
  createHash('sha256').update(`${title}\n${text}`).digest('hex')

/** What somebody agrees to who is shown a notice in that language. */
export const consentTo = ({ version, texts }: Notice, language: Language, agreedAt: Millis): Consent => ({
  notice: version,
  language,
  sha256: textHash(texts[language]),
  agreedAt,
})
