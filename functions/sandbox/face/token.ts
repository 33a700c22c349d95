import * as z from 'zod/mini'
import { HOUR, MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { changed, created, readDocument, untilCommitted } from '../documents.ts'
import { keys } from '../keys.ts'
import { personWith } from '../people.ts'
import { lookUp } from '../register/look-up.ts'
import type { Sandbox } from '../sandbox.ts'
import { recordCall } from '../vendor-calls.ts'

/** Vendors that have a page on which a face is taken. */
export const faceHouses = ['tencent', 'alibaba'] as const
export type FaceHouse = (typeof faceHouses)[number]

/** What somebody does on that page. */
export const faceDeeds = ['pass', 'other_face', 'not_live'] as const
export type FaceDeed = (typeof faceDeeds)[number]

const attempt = z.object({ code: z.string(), charged: z.boolean() })

const token = z.object({
  name: z.string(),
  idNumber: z.string(),
  /** What was said with it, to be found again by whoever asked. */
  challenge: z.string(),
  returnUrl: z.string(),
  madeAt: z.number(),
  attempts: z.array(attempt),
})

export type FaceToken = z.infer<typeof token>
export type FaceAttempt = z.infer<typeof attempt>

const DAYS_KEPT = 4

/** What each house makes of what somebody does: its code, and whether it charges for it. */
type Rules = {
  life: Millis
  /** Attempts on one token; the last that passes is the last in any case. */
  most: number
  codes: Readonly<Record<FaceDeed | 'identity_differs' | 'no_record', FaceAttempt>>
  vendor: 'tencent_face' | 'alibaba_face'
}

const rules: Readonly<Record<FaceHouse, Rules>> = {
  tencent: {
    life: 2 * HOUR,
    most: 10,
    vendor: 'tencent_face',
    codes: {
      pass: { code: '0', charged: true },
      other_face: { code: '2016', charged: true },
      not_live: { code: '1004', charged: false },
      identity_differs: { code: '2006', charged: true },
      no_record: { code: '2005', charged: false },
    },
  },
  alibaba: {
    life: 30 * MINUTE,
    most: 1,
    vendor: 'alibaba_face',
    codes: {
      pass: { code: '200', charged: true },
      other_face: { code: '204', charged: true },
      not_live: { code: '205', charged: true },
      identity_differs: { code: '201', charged: true },
      no_record: { code: '202', charged: true },
    },
  },
}

/** Whose phone a person of the catalogue has; nobody's for nobody. */
export const phoneOf = (idNumber: string): string | undefined => personWith(idNumber)?.phone

/** A token for somebody, under a number of its own. */
export const newToken = async (
  sandbox: Sandbox,
  house: FaceHouse,
  number: string,
  of: Omit<FaceToken, 'madeAt' | 'attempts'>,
): Promise<void> => {
  const madeAt = sandbox.clock.now()
  const life = { now: madeAt, days: DAYS_KEPT }
  await sandbox.table.commit([created(keys.faceToken(house, number), { ...of, madeAt, attempts: [] }, life)])
}

/** The token of that number; undefined for none. */
export const tokenOf = async (sandbox: Sandbox, house: FaceHouse, number: string): Promise<FaceToken | undefined> =>
  (await readDocument(sandbox.table, keys.faceToken(house, number), token))?.value

/** The last attempt that was made on it. */
export const lastOf = ({ attempts }: FaceToken): FaceAttempt | undefined => attempts.at(-1)

/** Whether there can be no attempt any more: its time is over, it passed, or it was tried often enough. */
export const isSpent = (house: FaceHouse, of: FaceToken, now: Millis): boolean => {
  const { life, most, codes } = rules[house]
  return now >= of.madeAt + life || of.attempts.length >= most || lastOf(of)?.code === codes.pass.code
}

/** Whether its time is over. */
export const isExpired = (house: FaceHouse, { madeAt }: FaceToken, now: Millis): boolean =>
  now >= madeAt + rules[house].life

const attemptAt = (house: FaceHouse, { name, idNumber }: FaceToken, deed: FaceDeed): FaceAttempt => {
  const { codes } = rules[house]
  const { outcome } = lookUp({ name, idNumber })
  if (outcome === 'no_record') return codes.no_record
  return outcome === 'mismatch' ? codes.identity_differs : codes[deed]
}

/** Somebody holds their face, or another, before the camera. Counted, and charged as the house would. Undefined where nothing can be done. */
export const doFace = (
  sandbox: Sandbox,
  house: FaceHouse,
  number: string,
  deed: FaceDeed,
): Promise<FaceToken | undefined> =>
  untilCommitted(async () => {
    const now = sandbox.clock.now()
    const before = await readDocument(sandbox.table, keys.faceToken(house, number), token)
    if (!before || isSpent(house, before.value, now)) return undefined
    const made = attemptAt(house, before.value, deed)
    const after = { ...before.value, attempts: [...before.value.attempts, made] }
    const done = await sandbox.table.commit([changed(before, after, { now, days: DAYS_KEPT })])
    if (done.kind === 'conflict') return 'overtaken'
    const phone = phoneOf(after.idNumber) ?? ''
    await recordCall(sandbox, { vendor: rules[house].vendor, phone, result: made.code, billed: made.charged ? 1 : 0 })
    return after
  })
