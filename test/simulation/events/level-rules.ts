import type { EvidenceKind } from '../../../functions/evidence/evidence.ts'
import type { Item } from '../../../shared/table/write.ts'
import { type Knowns, ladderSays, sourceFor } from '../../evidence/ladder.ts'
import type { Change } from '../world/record.ts'

type Proof = { kind: EvidenceKind; possession: boolean; validUntil?: number }

/** The level that what is proven in an item comes to, as the ladder of the tests has it. */
const levelIn = (item: Item | undefined, now: number): number => {
  const of: Knowns = { carrier: 'no', bank: 'no', police: 'no', document: 'no', review: 'no' }
  for (const { kind, possession, validUntil } of (item?.proofs ?? []) as unknown as Proof[])
    if (validUntil === undefined || now < validUntil) of[sourceFor[kind]] = possession ? 'shown' : 'unshown'
  return ladderSays(of)
}

/** Whether a change of an identity is one of what is proven. */
const isOfProofs = ({ kind, before, after }: Change): boolean =>
  kind === 'IDENTITY' && (before?.changes !== after?.changes || !before || !after)

/** How the level that is told last differs from what is proven once an identity is changed; nothing where it does not. */
export const levelOwed = (change: Change, now: number): { from: number; to: number } | undefined => {
  if (!isOfProofs(change)) return undefined
  const [from, to] = [Number(change.before?.toldLevel ?? 0), levelIn(change.after, now)]
  return from === to ? undefined : { from, to }
}

type Told = { type: string; data: { from?: number; to?: number; because?: string } }

/** Why it may have changed, by what the commit does to what is known. */
const causesOf = ({ after }: Change, { from, to }: { from: number; to: number }): string[] => {
  if (!after) return ['cleared']
  return to > from ? ['proven'] : ['expired', 'number_recycled', 'card_unbound']
}

/**
 * X3 at every commit the level that was told last is the level that evidence comes to: what changes what is proven tells the change in
 * that very commit, to the platform as it is, and to its user by a letter; and an end of evidence is never told without a look at the level.
 */
export const levelFaults = (changes: readonly Change[], told: ReadonlyMap<string, readonly Told[]>, now: number) => {
  const faults: string[] = []
  for (const change of changes.filter(isOfProofs)) {
    const { pk } = change.key
    const owed = levelOwed(change, now)
    const account = pk.slice('ACCOUNT#'.length)
    const said = (told.get(`account:${account}`) ?? []).filter(({ type }) => type === 'level.changed')
    const isSaid = said.every(
      ({ data: { from, to, because = '' } }) =>
        owed && from === owed.from && to === owed.to && causesOf(change, owed).includes(because),
    )
    if (!isSaid) faults.push(`the level is told as ${JSON.stringify(said)}, and it went ${JSON.stringify(owed)}`)
    if (change.after && Number(change.after.toldLevel) !== levelIn(change.after, now))
      faults.push('the level that is kept as told is not the one that is proven')
    const isLettered = changes.some((one) => one.kind === 'MESSAGE' && !one.before && one.key.pk === pk)
    if (owed && !isLettered) faults.push('a level changed, and its user gets no letter')
  }
  const isOver = ({ kind, before, after }: Change): boolean =>
    kind === 'EVIDENCE' && before?.dueAt !== undefined && after !== undefined && after.dueAt === undefined
  for (const { key, after } of changes.filter(isOver))
    if (Number(after?.validUntil ?? Number.MAX_VALUE) <= now)
      if (!changes.some((one) => one.key.pk === key.pk && isOfProofs(one)))
        faults.push('evidence ends without a look at the level')
  return faults
}
