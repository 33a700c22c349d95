import type { Alarm } from '../../../shared/kernel/alarm.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Told } from '../../../shared/table/told.ts'
import { blindIndex } from '../../../shared/vault/blind-index.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { type HeldIdentity, heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { faceKeys } from '../keys.ts'
import type { FaceSettings } from '../settings.ts'
import type { FaceVendor, Look } from '../vendors/vendor.ts'
import { type AfterLook, afterLook, type FaceCheck, isOpened, type OpenedCheck } from './face-check.ts'
import { faceCheckOf } from './face-check-store.ts'
import { lookWrites, neverBegun } from './look-store.ts'

export type FollowDeps = {
  table: Table
  vault: Pick<Vault, 'macs'>
  clock: Clock
  settings: Pick<FaceSettings, 'face'>
  /** What asks a vendor, by its name. */
  faceVendor: (vendor: string) => Promise<FaceVendor>
  /** Rings the alarm of the function. */
  alarm: Alarm
  /** How an account is told something by a message of ours, and where the pages are. */
  told: Told
  publicUrl: string
}

/** The confirmation as it is after that, and in a word what happened; undefined where there is none. */
export type Followed = { check: FaceCheck; word: string } | undefined

/** The confirmation, and whom its account is verified as. */
type Read = { check: FaceCheck; held: HeldIdentity | undefined }

const read = async ({ table }: FollowDeps, accountId: string, id: string): Promise<Read | undefined> => {
  const [check, identity] = await table.getMany([faceKeys.check(accountId, id), gateKeys.identity(accountId)])
  return check && { check: faceCheckOf(check), held: heldIdentity(identity) }
}

type Asking = { check: OpenedCheck; held: HeldIdentity | undefined }

/** Whether the account is verified as the person whom the confirmation was begun for. */
const isHeldStill = (check: FaceCheck, held: HeldIdentity | undefined): held is HeldIdentity =>
  held?.verificationId === check.verificationId

/**
 * Whether what a vendor confirms is this challenge and this person, as far as it says so: a token was begun for one person, and an answer
 * that names another is believed by nobody. One KMS call for each live version of the key where it names the person.
 */
const isOfThis = async ({ vault }: FollowDeps, { check, held }: Asking, look: Look): Promise<boolean> => {
  if (look.kind !== 'confirmed') return true
  if (look.challenge !== undefined && look.challenge !== check.id) return false
  if (look.idNumber === undefined) return true
  // Known by another index since, where the key is being replaced.
  const known = [check.personIndex, ...(isHeldStill(check, held) ? [held.personIndex] : [])]
  return (await vault.macs(look.idNumber())).some((mac) => known.includes(blindIndex(mac, 'person')))
}

type Answer = { look: Look; after: AfterLook; isTheirs: boolean }

const ringAbout = ({ alarm }: FollowDeps, { vendor }: FaceCheck, { look, after, isTheirs }: Answer): void => {
  const { vendorCode: code } = look
  if (look.kind === 'unknown' && look.needsRepair) alarm('face_vendor_needs_repair', { vendor, code })
  if (!isTheirs) alarm('face_vendor_confirmed_another', { vendor })
  if (look.kind === 'unknown' && after.on === 'unanswered') alarm('face_check_never_answered', { vendor, code })
}

/** Ends one that nobody is opening any more: whoever asked a vendor died, and nobody has the address of a token. */
const abandon = async (deps: FollowDeps, check: FaceCheck): Promise<string> => {
  if ((check.leaseUntil ?? 0) > deps.clock.now()) return 'being_opened'
  const ended = await deps.table.commit(neverBegun(check, deps.clock.now()))
  return ended.kind === 'committed' ? 'undetermined' : 'moved_by_another'
}

/** What follows of an answer for whom the account is verified as; somebody else by now is not whom it was begun for. */
const judged = ({ check, held }: Asking, after: AfterLook): AfterLook =>
  after.on === 'confirmed' && !isHeldStill(check, held) ? { on: 'unanswered', reason: 'identity_changed' } : after

/** Somebody else proves something of the account at the same time: read again, and no more often than that can happen. */
const TRIES = 5

const recordAnswer = async (
  deps: FollowDeps,
  { check, held }: Asking,
  answer: { look: Look; after: AfterLook },
  tries = TRIES,
): Promise<string> => {
  const after = judged({ check, held }, answer.after)
  const { look } = answer
  const committed = await deps.table.commit(lookWrites(check, { look, after, held }, deps, deps.clock.now()))
  if (committed.kind === 'committed') return after.on
  const isMoved = committed.conflicts.every(({ because }) => because === 'evidence_moved')
  if (!isMoved || tries <= 1) return 'moved_by_another'
  const again = await read(deps, check.accountId, check.id)
  return recordAnswer(deps, { check, held: again?.held }, answer, tries - 1)
}

const askVendor = async (deps: FollowDeps, asking: Asking): Promise<string> => {
  const { check } = asking
  const vendor = await deps.faceVendor(check.vendor)
  const look = await vendor.look(check.token)
  const isTheirs = await isOfThis(deps, asking, look)
  const after = afterLook(check, look, isTheirs, deps.clock.now())
  ringAbout(deps, check, { look, after, isTheirs })
  return recordAnswer(deps, asking, { look, after })
}

/**
 * Asks the vendor what became of a confirmation, whoever wants to know: the sweep for every token until it is over, a page when its
 * browser came back. What the vendor answers to us decides, and nothing that a browser brings. Whoever asks at the same time finds the
 * same; one of them writes it. Three table calls, one vendor call.
 */
export const followCheck = async (deps: FollowDeps, accountId: string, id: string): Promise<Followed> => {
  const found = await read(deps, accountId, id)
  if (!found) return undefined
  const { check, held } = found
  if (check.status !== 'opening' && !isOpened(check)) return { check, word: 'nothing_owed' }
  const word = isOpened(check) ? await askVendor(deps, { check, held }) : await abandon(deps, check)
  return { check: (await read(deps, accountId, id))?.check ?? check, word }
}
