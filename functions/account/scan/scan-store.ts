import { createHmac } from 'node:crypto'
import * as z from 'zod/mini'
import type { Ids } from '../../../shared/kernel/ids.ts'
import { target } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { ttlAt } from '../../../shared/table/keys.ts'
import { stateAllows } from '../../../shared/table/state-condition.ts'
import {
  all,
  equals,
  type Item,
  isNew,
  type Key,
  type Put,
  put,
  type Update,
  update,
  type Value,
} from '../../../shared/table/write.ts'
import { devices, openers } from '../sessions/session.ts'
import { hashOf, liveAt, type SignedIn } from '../sessions/session-store.ts'
import { browserNames } from './browser.ts'
import { scanKeys } from './keys.ts'
import { REDEEM, type Scan, type ScanPurpose, scanPurposes, scanStatuses, scanTransitions } from './scan.ts'

const SECRET_BYTES = 32

/** The form of what a QR code of ours says. */
export const SCAN_CODE = /^[\w-]{43}$/

const DESK_TOKEN = /^([\w-]{43})\.([\w-]{43})$/

/** A fresh code; only its hash is kept. */
export const newScanCode = (ids: Ids): string => ids.secret(SECRET_BYTES)

/** How a scan is named to the desktop that shows it: by the hash of its code, from which the code cannot be found. */
export const scanIdOf = (code: string): string => hashOf(code)

/** The scan that a code names. Whether there is one is for the table to say. */
export const scanKey = (code: string): Key => scanKeys.scan(scanIdOf(code))

/** The desktop that shows a code: which scan it says it is of, and by which secret. Not proven yet. */
export type DeskClaim = { id: string; scan: Key; secret: string }

/** What only the desktop gets, to fetch its session by; opaque to it. */
export const newDeskToken = (code: string, ids: Ids): string => `${scanIdOf(code)}.${ids.secret(SECRET_BYTES)}`

/** The desktop that a token names; undefined when the text cannot be a token of ours. */
export const deskOf = (token: string | undefined): DeskClaim | undefined => {
  const [, id, secret] = DESK_TOKEN.exec(token ?? '') ?? []
  return id !== undefined && secret !== undefined ? { id, scan: scanKeys.scan(id), secret } : undefined
}

/** How its secret is kept. */
export const deskHashOf = ({ secret }: Pick<DeskClaim, 'secret'>): string => hashOf(secret)

/**
 * The secret of the session that the desktop gets: always the same one, which nobody can make who has not the desktop's secret. So the same
 * session can be told again where the answer was lost, and is kept nowhere.
 */
export const sessionSecretOf = ({ id, secret }: DeskClaim): string =>
  createHmac('sha256', secret).update(`session ${id}`).digest('base64url')

const stored = z.object({
  purpose: z.enum(scanPurposes),
  status: z.enum(scanStatuses),
  desk: z.string(),
  browser: z.object({ name: z.optional(z.enum(browserNames)), system: z.optional(z.enum(devices)) }),
  place: z.optional(z.string()),
  askedAt: z.number(),
  expiresAt: z.number(),
  account: z.optional(z.string()),
  session: z.optional(z.string()),
  root: z.optional(z.enum(openers)),
  returnPath: z.optional(z.string()),
  taken: z.optional(z.object({ device: z.optional(z.enum(devices)), session: z.optional(z.string()) })),
})

/** The scan in its item. */
export const scanOf = (item: Item): Scan => z.parse(stored, item)

/** Kept a little longer than anybody may use it. */
const until = (expiresAt: Millis) => ({ expiresAt, ttl: ttlAt(expiresAt) })

/** A desktop shows the code from now on. */
export const scanOpened = (key: Key, { expiresAt, ...scan }: Scan): Put =>
  put(key, { ...scan, ...until(expiresAt) }, isNew, 'scan_exists')

/** Why a step could not be taken: another was, or its time is over. */
export const SCAN_OVER = 'scan_over'

type Event = (typeof scanTransitions)[number]['on']

/** For what a code must be, for that step to be taken. */
const purposeOf: Partial<Record<Event, ScanPurpose>> = { confirmed: 'sign_in', refused: 'sign_in', taken: 'continue' }

const step = (key: Key, on: Event, now: Millis, set: Record<string, Value> = {}): Update => {
  const purpose = purposeOf[on]
  return update(
    key,
    { set: { status: target(scanTransitions, on), ...set } },
    all(stateAllows(scanTransitions, on), liveAt(now), ...(purpose ? [equals('purpose', purpose)] : [])),
    SCAN_OVER,
  )
}

/** A phone has read the code. */
export const scanLooked = (key: Key, now: Millis): Update => step(key, 'looked', now)

/** Whoever is signed in on the phone lets the desktop in, which has a minute from now to come. */
export const scanConfirmed = (key: Key, { accountId, session, root }: SignedIn, now: Millis): Update =>
  step(key, 'confirmed', now, { account: accountId, session: session.sk, root, ...until(now + REDEEM) })

/** Whoever is signed in on the phone does not. The desktop is told until the code would have ended. */
export const scanRefused = (key: Key, { accountId }: SignedIn, now: Millis): Update =>
  step(key, 'refused', now, { account: accountId })

/** The desktop gets its session; for a minute it is told the same one again. */
export const scanRedeemed = (key: Key, now: Millis): Update => step(key, 'redeemed', now, until(now + REDEEM))

/** A phone goes on in the account of the desktop, which is told for a minute what did. */
export const scanTaken = (key: Key, taken: NonNullable<Scan['taken']>, now: Millis): Update =>
  step(key, 'taken', now, { taken, ...until(now + REDEEM) })
