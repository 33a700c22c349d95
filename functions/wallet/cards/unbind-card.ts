import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { isBecause, type Table } from '../../../shared/table/table.ts'
import type { Told } from '../../../shared/table/told.ts'
import type { Write } from '../../../shared/table/write.ts'
import { endEvent, type LevelTelling, toldOtherwise } from '../../evidence/announced-store.ts'
import type { Evidence } from '../../evidence/evidence.ts'
import { evidenceOf, evidenceStands } from '../../evidence/evidence-store.ts'
import { evidenceKeys } from '../../evidence/keys.ts'
import { evidenceHeld, type HeldIdentity, heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { letterOnEnd } from '../../verification/ageing/letter.ts'
import { type Card, isBoundTo } from './card.ts'
import { cardStands, cardUnbound } from './card-store.ts'
import { readCards } from './read-cards.ts'

export type UnbindDeps = {
  table: Pick<Table, 'query' | 'getMany' | 'commit'>
  clock: Clock
  /** Where people reach the pages. */
  publicUrl: string
  told: Told
}

/** What the bank proved of the account, while it counts, and whose identity it is. */
type Proven = { held: HeldIdentity; evidence: Evidence }

const readProven = async ({ table }: UnbindDeps, accountId: string): Promise<Proven | undefined> => {
  const [identity, item] = await table.getMany([gateKeys.identity(accountId), evidenceKeys.evidence(accountId, 'bank')])
  const held = heldIdentity(identity)
  const evidence = item && evidenceOf(item)
  return held && evidence && evidence.ended === undefined ? { held, evidence } : undefined
}

/**
 * X3 what was proven by a card that is taken off is proven no more; another card that is bound proves the same since it was, and takes its
 * place.
 */
const followed = (
  deps: UnbindDeps,
  { held, evidence }: Proven,
  { card, others }: { card: Card; others: readonly Card[] },
): Write[] => {
  // Another card proves it, and goes on to.
  if (evidence.check !== card.verificationId) return [evidenceStands(evidence)]
  const now = deps.clock.now()
  const next = others.find((one) => isBoundTo(one, held.verifiedAt))
  if (next)
    return [
      ...evidenceHeld(
        held,
        { ...evidence, at: next.boundAt ?? now, check: next.verificationId },
        { now, letter: toldOtherwise },
      ),
      cardStands(next),
    ]
  const ended = { ...evidence, validUntil: now, ended: 'card_unbound' } as const
  const letter: LevelTelling['letter'] = (change) => [
    deps.told(card.accountId, letterOnEnd(ended, change, deps.publicUrl), now),
  ]
  return evidenceHeld(held, ended, { now, events: [endEvent(ended)], letter })
}

/**
 * X2 takes a card off: it stays known as one that was bound, by its keyed index and last four, and what it proved ends with it where no other
 * card proves it; whoever it is of is told. One that was never bound is off the list. The same again answers the same. Refuses with
 * `not_found`, `card_check_open` and `contended`. Three table calls.
 */
export const unbindCard = async (
  deps: UnbindDeps,
  { accountId, id }: { accountId: string; id: string },
  isAgain = false,
): Promise<Outcome<Card>> => {
  const cards = await readCards(deps, accountId)
  const card = cards.find((one) => one.id === id)
  if (!card) return refused('not_found')
  if (card.status === 'unbound') return ok(card)
  if (card.status === 'checking') return refused('card_check_open', { extra: { cardId: id } })
  const now = deps.clock.now()
  const proven = card.status === 'bound' ? await readProven(deps, accountId) : undefined
  const others = cards.filter((one) => one !== card)
  const done = await deps.table.commit([
    ...cardUnbound(card, now),
    ...(proven ? followed(deps, proven, { card, others }) : []),
  ])
  if (done.kind === 'committed')
    return ok({ ...card, status: 'unbound', ...(card.status === 'bound' && { unboundAt: now }) })
  const isMoved = isBecause(done.conflicts, 'card_moved') || isBecause(done.conflicts, 'evidence_moved')
  if (!isMoved) throw new Error('a card does not fit the state of what it proved')
  return isAgain ? refused('contended') : unbindCard(deps, { accountId, id }, true)
}
