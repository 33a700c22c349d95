import { consentKeys } from '../../../functions/consent/keys.ts'
import type { CheckResult } from '../../../functions/verification/check/checker.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { Change } from '../world/record.ts'
import { count, itemAt, type World } from '../world/world.ts'

/** What a check that is paid for hands on. */
const ITEMS = ['name', 'id_number', 'phone']
/** And a look of the platform. */
const LOOKED_AT = ['phone']

/** How the call of each claim ended, as far as the vendor knows. */
const calls = new WeakMap<World, Map<string, CheckResult['kind']>>()

const callsOf = (world: World): Map<string, CheckResult['kind']> => {
  const found = calls.get(world) ?? new Map()
  calls.set(world, found)
  return found
}

const isWhole = (record: Item | undefined, check: Item, recipient: string): boolean =>
  record !== undefined &&
  record.recipient === recipient &&
  record.check === check.verificationId &&
  record.consentId === check.verificationId &&
  Array.isArray(record.items) &&
  record.items.join() === (check.look === undefined ? ITEMS : LOOKED_AT).join()

const recordOf = (world: World, { accountId, claim }: Item): Item | undefined =>
  itemAt(world, consentKeys.disclosure(String(accountId), String(claim)))

/**
 * A call to a vendor happens: by now a record says that exactly this vendor gets exactly these data for this check, under a consent that is
 * on record too.
 */
export const callRecordFaults = (world: World, orderId: string, recipient: string, result: CheckResult): string[] => {
  const check = [...world.items.values()].find(
    (item) => item.sk.startsWith('CHECK#') && (item.look ?? item.orderId) === orderId,
  )
  if (check?.claim === undefined) return ['a vendor is called for a check that nobody claimed']
  callsOf(world).set(String(check.claim), result.kind)
  const record = recordOf(world, check)
  const consent = itemAt(world, consentKeys.consent(String(check.accountId), String(record?.consentId)))
  return [
    ...(isWhole(record, check, recipient) ? [] : ['a vendor is called, and no record says what it gets']),
    ...(record?.outcome === 'possibly_sent' ? [] : ['a vendor is called after its record was closed']),
    ...(consent?.purpose === 'identity_check' ? [] : ['a vendor is called without a consent on record']),
  ]
}

/** Nobody is told that a vendor did not get, or did not use, what it may have; nor that it answered where it did not. */
const outcomeFaults = (world: World, { key, after }: Change): string[] => {
  const kind = callsOf(world).get(key.sk.slice('DISCLOSURE#'.length))
  const said = after?.outcome
  const isTrue =
    said === 'possibly_sent' ||
    (said === 'answered' && (kind === 'verdict' || kind === 'refused')) ||
    (said === 'not_used' && (kind === 'not_executed' || kind === 'refused')) ||
    (said === 'not_sent' && (kind === undefined || kind === 'not_executed'))
  return isTrue ? [] : [`a record says ${said} of a call that ended ${kind}`]
}

/** A claim comes with its record, and what gives it back or answers it closes that, in the same commit. */
const checkFaults = (world: World, { before, after }: Change, changes: readonly Change[]): string[] => {
  if (!after || before?.status === after.status) return []
  const told = (claim: unknown) => changes.find(({ key }) => key.sk === `DISCLOSURE#${claim}`)
  if (after.status === 'calling') {
    const record = told(after.claim)
    return record && !record.before && isWhole(record.after, after, String(after.vendor))
      ? []
      : ['a check is claimed, and nothing says what it hands on']
  }
  if (before?.status !== 'calling' || after.status === 'unknown') return []
  const outcome = String(told(before.claim)?.after?.outcome)
  count(world, `handed on: ${outcome}`)
  const isClosed = after.status === 'done' ? ['answered', 'not_used', 'not_sent'] : ['not_used', 'not_sent']
  return isClosed.includes(outcome) ? [] : [`a check that ends ${after.status} leaves its record ${outcome}`]
}

/** An order for a check comes with the consent it was submitted under. */
const openingFaults = ({ before, after }: Change, changes: readonly Change[]): string[] => {
  if (before || !after) return []
  const key = consentKeys.consent(String(after.accountId), String(after.id))
  return changes.some((one) => one.kind === 'CONSENT' && one.key.pk === key.pk && one.key.sk === key.sk && !one.before)
    ? []
    : ['a verification opens, and what was agreed to is not on record']
}

/** What must hold of consents and of what is handed on, at every commit. */
export const disclosureFaults = (world: World, changes: readonly Change[]): string[] =>
  changes.flatMap((change) => {
    if (change.kind === 'DISCLOSURE') return outcomeFaults(world, change)
    if (change.kind === 'CHECK') return checkFaults(world, change, changes)
    return change.kind === 'VERIFICATION' ? openingFaults(change, changes) : []
  })

/** In the end there are as many records of what was or may have been handed on as there were calls, or more where a worker died. */
export const finalDisclosureFaults = (world: World): string[] =>
  [...callsOf(world)].flatMap(([claim, kind]) => {
    const record = [...world.items.values()].find(({ sk }) => sk === `DISCLOSURE#${claim}`)
    const isHidden = record === undefined || (record.outcome === 'not_sent' && kind !== 'not_executed')
    return isHidden ? ['a vendor was called, and its record says otherwise'] : []
  })
