import type { NotTakenBecause, PhoneKept, SmsResult } from './sms-sender.ts'

/**
 * Which vendors a text is given to, first to last, each only if all before it certainly did not take it. As the deployment prefers them,
 * but for two things: whom this number had its last text from comes after the others, as whoever asks again so soon got nothing; and
 * whoever gave trouble a while ago comes last. Nobody is left out, so that one vendor alone is always asked.
 */
export const smsOrder = (
  vendors: readonly string[],
  { troubled, last }: { troubled: readonly string[]; last: string | undefined },
): string[] => {
  const rank = (vendor: string): number => (troubled.includes(vendor) ? 2 : 0) + (vendor === last ? 1 : 0)
  return [...vendors].toSorted((one, other) => rank(one) - rank(other))
}

/** About the number itself: another vendor would say the same, or the number has had enough. */
const ofNumber: readonly NotTakenBecause[] = ['bad_number', 'number_limited']

/** Whether another vendor may be given the same text at once: this one certainly did not take it, and not because of the number. */
export const mayAskAnother = (result: SmsResult): boolean =>
  result.kind === 'not_taken' && !ofNumber.includes(result.because)

const quiet: readonly NotTakenBecause[] = [...ofNumber, 'blocked']

/** Whether a vendor gives trouble to everybody, so that others are better asked first for a while. */
export const isTrouble = (result: SmsResult): boolean =>
  result.kind === 'in_doubt' || (result.kind === 'not_taken' && !quiet.includes(result.because))

/** What certainly became of a number that a vendor was given; undefined where the text may have been sent. */
export const phoneKept = (result: SmsResult): PhoneKept | undefined => {
  if (result.kind !== 'not_taken') return undefined
  return result.because === 'not_sent' ? 'not_sent' : 'not_used'
}
