import { sessionOf } from '../../functions/account/sessions/session-store.ts'
import { faceNoticeInForce } from '../../functions/consent/face-notice.ts'
import type { FaceCheck } from '../../functions/face/check/face-check.ts'
import { faceCheckOf } from '../../functions/face/check/face-check-store.ts'
import { followCheck } from '../../functions/face/check/follow-check.ts'
import { faceKeys } from '../../functions/face/keys.ts'
import { openCheck } from '../../functions/face/opening/open-check.ts'
import { evidenceHeld, heldIdentity } from '../../functions/gate/identity-store.ts'
import { gateKeys } from '../../functions/gate/keys.ts'
import type { Person } from '../../functions/sandbox/people.ts'
import { update } from '../../shared/table/write.ts'
import { valueIn } from '../kit.ts'
import { quietly } from '../samples.ts'
import { type Bought, decided, itemAt, person, type World, world } from '../world.ts'
import { scriptedFaces } from './scripted-faces.ts'

/** What an attempt costs at either, and what those of a day may come to: five. */
const COSTS = { cost: { first: 10_000, second: 10_000 }, dailySpend: { first: 50_000, second: 50_000 } }

/** A world in which faces are confirmed, by vendors that say what they are told to. */
export const faceWorld = (face: Record<string, unknown> = {}) => {
  const at = world({ face: { ...COSTS, ...face } })
  const faces = scriptedFaces(at.clock)
  const { desks, faceVendor } = faces
  const deps = { ...at, desks, faceVendor, notice: async () => faceNoticeInForce(at.settings) }
  const follow = (accountId: string, id: string) => followCheck(deps, accountId, id)
  return { ...deps, follow, faces, at }
}

export type FaceWorld = ReturnType<typeof faceWorld>

/** Somebody who is verified. */
export const verified = (here: FaceWorld, who: Person = person('match')): Promise<Bought> =>
  decided(here.at as World, { who })

/** A click on "begin". */
export const clicked = async (here: FaceWorld, { user }: Pick<Bought, 'user'>, action?: string) => {
  const caller = sessionOf(user.token)
  if (!caller) throw new Error('no session')
  const consent = { notice: (await here.notice()).version }
  const body = { ...(action !== undefined && { action }), consent }
  return openCheck(here, { caller, language: 'zh', userAgent: 'test', body })
}

/** A confirmation that is open, with its token. */
export const opened = async (here: FaceWorld, of: Pick<Bought, 'user'>, action?: string): Promise<FaceCheck> =>
  valueIn(await clicked(here, of, action))

/** The confirmation as it is stored. */
export const storedCheck = (here: FaceWorld, { accountId, id }: Pick<FaceCheck, 'accountId' | 'id'>): FaceCheck => {
  const item = itemAt(here.at as World, faceKeys.check(accountId, id))
  if (!item) throw new Error('there is no such check')
  return faceCheckOf(item)
}

/** Everything of an account's that begins so, as stored. */
export const itemsOf = (here: FaceWorld, prefix: string) => here.table.items().filter(({ sk }) => sk.startsWith(prefix))

/** What is booked of the day for a desk. */
export const spentAt = (here: FaceWorld, vendor: string): number =>
  here.table
    .items()
    .filter(({ pk, sk }) => pk.startsWith(`VENDOR#face_${vendor}#`) && sk.startsWith('SPEND#'))
    .reduce((sum, { spent }) => sum + Number(spent ?? 0), 0)

/** The account is verified as somebody else. */
export const verifiedAsAnother = (here: FaceWorld, accountId: string) =>
  here.table.commit([
    update(gateKeys.identity(accountId), { set: { verificationId: 'f'.repeat(32), personIndex: 'v1.another' } }),
  ])

/** Something else is proven of the account: a bank says who it is. */
export const provenMeanwhile = async (here: FaceWorld, accountId: string): Promise<void> => {
  const held = heldIdentity(itemAt(here.at as World, gateKeys.identity(accountId)))
  if (!held) throw new Error('nobody is verified here')
  const evidence = {
    accountId,
    kind: 'bank_card_four_element',
    at: here.time.now,
    possession: true,
    check: 'c',
  } as const
  await here.table.commit(evidenceHeld(held, evidence, quietly(here.time.now)))
}
