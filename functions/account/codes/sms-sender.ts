import type { Millis } from '../../../shared/kernel/time.ts'

/**
 * Why a vendor certainly did not take a text. `bad_number`: no text goes to this number, whoever is asked. `number_limited`: it got too
 * many of late. `blocked`: this vendor sends it none, as its holder or the carrier does not want them or the text is not liked there.
 * `needs_repair`: it sends to nobody before a person mends something on our side. `turned_away`: it takes nothing at this moment.
 * `not_sent`: it was not reached.
 */
export const notTakenBecause = [
  'bad_number',
  'number_limited',
  'blocked',
  'needs_repair',
  'turned_away',
  'not_sent',
] as const
export type NotTakenBecause = (typeof notTakenBecause)[number]

/** What a vendor made of a text. `sent`: it took it. `in_doubt`: it may have taken it, and nobody knows yet. */
export type SmsResult =
  | { kind: 'sent' }
  | { kind: 'not_taken'; because: NotTakenBecause; code: string }
  | { kind: 'in_doubt'; code: string }

/** What a vendor made of a text that it did not certainly take. */
export const notSent = ['not_taken', 'in_doubt'] as const

/**
 * Why a text that a vendor took did not arrive. `unreachable`: the phone is off, out of reach or out of service, or nobody has the
 * number. `blocked`: its holder or the carrier does not want such texts. `too_many`: it got too many of late. `handset`: the phone could
 * not store it. `refused_text`: the text or its sign name is not let through. `carrier`: the carrier says no more than that.
 */
export const undeliveredBecause = ['unreachable', 'blocked', 'too_many', 'handset', 'refused_text', 'carrier'] as const
export type UndeliveredBecause = (typeof undeliveredBecause)[number]

/**
 * What became of a text, as its vendor knows. `waiting`: there is no receipt of the carrier. `unavailable`: the vendor could not be
 * asked. `needsRepair`: a person must mend something on our side.
 */
export type SmsReport =
  | { kind: 'delivered'; at: Millis }
  | { kind: 'undelivered'; because: UndeliveredBecause; code: string; needsRepair?: true }
  | { kind: 'waiting' }
  | { kind: 'unavailable'; code: string; needsRepair?: true }

/** What a carrier said of a text. */
export const carrierReports = ['delivered', 'undelivered'] as const

/**
 * A text with a code. `phone`: 11 digits. `code`: 6 digits. `minutes`: how long the code is good for, where the vendor's template says it.
 * `ref`: our own number of this text at this vendor, by which its receipt is found, also if the answer got lost.
 */
export type CodeText = { phone: string; code: string; minutes: number; ref: string }

/**
 * A text that tells of a result. `template`: the vendor's number of it; it takes one variable, `news`, of at most twelve characters. `phone` and `ref` as of a code.
 */
export type NewsText = Pick<CodeText, 'phone' | 'ref'> & { template: string; news: string }

/** A text that was handed to a vendor: to which number, under which number of ours, and when. */
export type HandedText = Pick<CodeText, 'phone' | 'ref'> & { at: Millis }

/**
 * Sends verification codes, and results, by text message. Never throws for what the vendor or network does; throws, and sends nothing, without a
 * permit for this vendor and a number. `P`: what a permit is.
 */
export type SmsSender<P> = {
  readonly vendor: string
  sendCode(text: CodeText, permit: P): Promise<SmsResult>
  sendNews(text: NewsText, permit: P): Promise<SmsResult>
  /** Asks what became of a text of the last hours; hands its number to the vendor once more. */
  reportOn(text: HandedText, permit: P): Promise<SmsReport>
}

/** What certainly became of a number at a vendor that did not take the text: it never left us, or was not used. */
export const keptOutcomes = ['not_sent', 'not_used'] as const
export type PhoneKept = (typeof keptOutcomes)[number]

/** A number goes to a vendor of texts, because its owner asked for one. `id`: the text's `ref`, and the disclosure's. */
export type PhoneHandedOn = { id: string; vendor: string; at: Millis; outcome?: PhoneKept }
