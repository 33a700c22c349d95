import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import { isSameText } from '../../account/api-keys/same-text.ts'
import { hashOf } from '../../account/sessions/session-store.ts'
import type { Head } from '../../audit/head.ts'
import { nameInToken } from '../access/session-store.ts'
import { readPersonAndHead } from '../access/take-try.ts'
import { base32, TOTP_SECRET_BYTES } from '../access/totp.ts'
import type { KeptPerson } from '../operator-store.ts'

export type EnrolmentDeps = { table: Table; clock: Clock; keyRing: () => Promise<KeyRing> }

/**
 * The secrets that a look at a link may have shown, under each version of the ring, the present one first. They are made of the token
 * and of a nonce of that look, so that none is kept before somebody enrols, nobody makes one without the key ring, and whoever
 * looked at another time has another.
 */
export const secretsOf = (ring: KeyRing, token: string, nonce: string): readonly [string, ...string[]] => {
  const [first = '', ...older] = ring.macs('operator_enrolment', token, nonce).map((mac) => {
    const bytes = Buffer.from(mac.slice(mac.indexOf('.') + 1), 'base64url')
    return base32(bytes.subarray(0, TOTP_SECRET_BYTES))
  })
  return [first, ...older]
}

/** Whom a link is for that is good now, and where the records about them have come to; undefined for any other. One read. */
export const findEnrolment = async (
  deps: Omit<EnrolmentDeps, 'keyRing'>,
  token: string,
): Promise<{ kept: KeptPerson & { linkUntil: number }; head: Head } | undefined> => {
  const name = nameInToken(token)
  if (name === undefined) return undefined
  const { kept, head } = await readPersonAndHead(deps, name)
  const { linkHash, linkUntil } = kept ?? {}
  if (!kept || linkHash === undefined || linkUntil === undefined || kept.status !== 'invited') return undefined
  if (!isSameText(linkHash, hashOf(token)) || linkUntil <= deps.clock.now()) return undefined
  return { kept: { ...kept, linkUntil }, head }
}
