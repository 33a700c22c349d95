import { type Scan, type ScanStatus, scanTransitions } from '../../../functions/account/scan/scan.ts'
import { scanOf } from '../../../functions/account/scan/scan-store.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { ScanWorld } from '../../account/scan/fixture.ts'
import type { Rules } from '../two/meet.ts'

const scanIn = (items: readonly Item[]): Scan | undefined => {
  const found = items.find(({ sk }) => sk === 'SCAN')
  return found && scanOf(found)
}

/** Sessions that a code has opened, by the account in which they are. */
const openedIn = (items: readonly Item[]): readonly Item[] =>
  items.filter(({ sk, by }) => sk.startsWith('SESSION#') && by === 'scan')

const accountOf = ({ pk }: Item): string => pk.slice(pk.indexOf('#') + 1)

const mayMove = (from: ScanStatus, to: ScanStatus): boolean =>
  scanTransitions.some((row) => row.to === to && row.from.some((one) => one === from))

/** What is wrong with one commit. A world has one code. */
const committed = (before: readonly Item[], after: readonly Item[]): readonly string[] => {
  const [was, is] = [scanIn(before), scanIn(after)]
  if (!was || !is) return []
  const violations: string[] = []
  if (was.status !== is.status && !mayMove(was.status, is.status))
    violations.push(`a code went from ${was.status} to ${is.status}`)
  const known = new Set(openedIn(before).map(({ sk }) => sk))
  for (const session of openedIn(after).filter(({ sk }) => !known.has(sk))) {
    if (is.status !== 'used' || was.status === 'used') violations.push('a session was opened without using the code')
    if (accountOf(session) !== was.account) violations.push('a session was opened of another account than was named')
    const stands = after.some(({ pk, sk }) => pk === session.pk && sk === was.session)
    if (!stands) violations.push('a session was opened for somebody who has signed out')
  }
  if (was.account !== undefined && is.account !== was.account) violations.push('a code changed hands')
  return violations
}

/** What is wrong with what is left: a code opens one session at most, and none where it was refused. */
const final = ({ table }: ScanWorld): readonly string[] => {
  const [scan, opened] = [scanIn(table.items()), openedIn(table.items())]
  return [
    ...(opened.length > 1 ? ['a code opened two sessions'] : []),
    ...(scan?.status === 'refused' && opened.length > 0 ? ['a session was opened that was refused'] : []),
  ]
}

export const scanRules: Rules<ScanWorld> = { committed, final }
