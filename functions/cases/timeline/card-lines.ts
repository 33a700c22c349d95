import { methods } from '../../verification/methods.ts'
import type { OwedVerification } from '../../verification/owed/owed-verification.ts'
import type { Card } from '../../wallet/cards/card.ts'
import type { Line, LineEvent } from './line.ts'

/** Of a card its last four digits, which are all that is known of its number. */
const ofCard = ({ id, lastFour }: Pick<Card, 'id' | 'lastFour'>) =>
  ({ kind: 'card', subject: id, number: lastFour }) as const

const ended = ({ status, reason, refusal }: OwedVerification): { event: LineEvent; reason?: string } =>
  status === 'verified' ? { event: 'bound' } : { event: 'refused', reason: refusal ?? reason }

/** A card was typed, and its check ended; every time anew. `checks`: verifications that the platform paid for, of whatever the account has. */
export const cardLines = (card: Card, checks: readonly OwedVerification[]): Line[] => {
  const of = ofCard(card)
  const own = checks.filter(({ method, subject }) => methods[method].about === of.kind && subject === card.index)
  return [
    ...own.flatMap((check): Line[] => [
      { ...of, at: check.createdAt, id: `${check.id}.0`, event: 'submitted' },
      ...(check.decidedAt === undefined ? [] : [{ ...of, at: check.decidedAt, id: `${check.id}.1`, ...ended(check) }]),
    ]),
    // When it was taken off is kept of the last time.
    ...(card.unboundAt === undefined
      ? []
      : [{ ...of, at: card.unboundAt, id: `${card.id}.off`, event: 'unbound' } as const]),
  ]
}
