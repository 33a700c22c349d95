import { checkOf, isOwedCheck } from '../../../functions/verification/check/check-store.ts'
import { owedVerificationOf } from '../../../functions/verification/owed/owed-store.ts'
import type { OwedVerification } from '../../../functions/verification/owed/owed-verification.ts'
import type { Item } from '../../../shared/table/write.ts'

const OPEN = ['queued', 'checking']

export const accountIn = ({ pk }: Item): string => pk.slice('ACCOUNT#'.length)

export const owedIn = (items: readonly Item[]): OwedVerification[] =>
  items.filter(({ sk }) => sk.startsWith('OWED#')).map(owedVerificationOf)

export const isOpen = ({ status }: OwedVerification): boolean => OPEN.includes(status)

/** A verification stands as its check does. */
export const checkFaults = (items: readonly Item[], of: OwedVerification): string[] => {
  const item = items.find(({ pk, sk }) => pk === `ACCOUNT#${of.accountId}` && sk === `CHECK#${of.id}`)
  const check = item && checkOf(item)
  if (!check || !isOwedCheck(check)) return ['a verification that the platform pays for has no check']
  const isOver = check.status === 'done' || check.status === 'unknown'
  return isOver === isOpen(of) ? [`a check is ${check.status}, and its verification ${of.status}`] : []
}

/** One of an account is open at most, and is known to be; neither the number of a card nor which pictures belong to it is kept for any other. */
export const openFaults = (items: readonly Item[], owed: readonly OwedVerification[]): string[] => {
  const open = owed.filter(isOpen).map(({ accountId, id }) => `${accountId} ${id}`)
  const known = items.filter(({ sk }) => sk.startsWith('OWEDOPEN#')).map((one) => `${accountIn(one)} ${one.id}`)
  const kept = owed.filter((one) => (one.sealedCard ?? one.pictures) !== undefined && !isOpen(one))
  return [
    ...(open.toSorted().join() === known.toSorted().join() ? [] : [`open are ${open}, and known to be ${known}`]),
    ...(kept.length === 0 ? [] : ['what was to be checked is kept after its result']),
  ]
}

const proofsIn = ({ proofs }: Item): string[] =>
  Array.isArray(proofs) ? proofs.map((one) => String(Object(one).kind)) : []

/** Who an account is goes on being so, with all that was proven of it, until it is cleared. */
export const lostFaults = (before: readonly Item[], after: readonly Item[]): string[] =>
  before
    .filter(({ sk }) => sk === 'IDENTITY')
    .flatMap((was) => {
      const is = after.find(({ pk, sk }) => pk === was.pk && sk === was.sk)
      if (!is) return []
      const lost = proofsIn(was).filter((kind) => !proofsIn(is).includes(kind))
      return [
        ...(lost.length === 0 ? [] : [`${lost} is proven no more`]),
        ...(is.verifiedAt === was.verifiedAt && is.personIndex === was.personIndex
          ? []
          : ['an account is somebody else']),
      ]
    })
