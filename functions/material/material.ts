import type { StateTable } from '../../shared/kernel/states.ts'
import { MINUTE, type Millis } from '../../shared/kernel/time.ts'
import { type Measured, type PictureType, pictureRefusals } from './picture/picture.ts'

/** What pictures show. Whoever asks for one says which. */
export const materialKinds = [
  'document_page',
  'document_back',
  'holder',
  'guardian_document',
  'guardian_letter',
  'household_register',
  'address_proof',
  'bank_proof',
  'business_licence',
  'organisation_certificate',
  'authorisation_letter',
  'name_proof',
  'other_proof',
  'app_icon',
] as const
export type MaterialKind = (typeof materialKinds)[number]

export const materialStatuses = ['awaiting', 'taking', 'stored', 'refused', 'expired', 'forgotten'] as const
export type MaterialStatus = (typeof materialStatuses)[number]

export const materialTransitions = [
  { from: ['awaiting'], to: 'taking', on: 'claimed', when: 'the file is there, and a worker looks at it' },
  { from: ['taking'], to: 'taking', on: 'claimed_anew', when: 'the worker before is gone: its lease ran out' },
  { from: ['taking'], to: 'stored', on: 'taken', when: 'it is a picture that can be used, and was sealed' },
  {
    from: ['awaiting', 'taking'],
    to: 'refused',
    on: 'refused',
    when: 'it cannot be used, or came late, or was overwritten; nothing of it is kept',
  },
  { from: ['awaiting'], to: 'expired', on: 'expired', when: 'nothing was uploaded in time' },
  { from: ['stored'], on: 'used', when: 'it becomes part of a case' },
  {
    from: ['stored'],
    to: 'forgotten',
    on: 'forgotten',
    when: 'nobody used it in time, or its time is over: key and file are deleted',
  },
] as const satisfies StateTable<MaterialStatus, string>
export type MaterialEvent = (typeof materialTransitions)[number]['on']

/** Why an upload is not kept: what was wrong with the picture; or it was not there any more as it was first seen, or came too late. */
export const materialRefusals = [...pictureRefusals, 'overwritten', 'late'] as const
export type MaterialRefusal = (typeof materialRefusals)[number]

/**
 * A picture that an account uploads. `until`: when nothing more may be uploaded. `etag`: of the file that was first seen; no other is
 * taken. `file`: under which name it is sealed, `wrappedKey`: with which data key. `keptUntil`: when it is forgotten. `usedBy`: what it is
 * part of. `leftover`: the raw file may still be there. Times in epoch ms.
 */
export type Material = {
  id: string
  accountId: string
  kind: MaterialKind
  type: PictureType
  status: MaterialStatus
  createdAt: Millis
  until: Millis
  etag?: string | undefined
  file?: string | undefined
  wrappedKey?: string | undefined
  leaseUntil?: Millis | undefined
  /** How many workers have looked at it. */
  claims?: number | undefined
  because?: MaterialRefusal | undefined
  measured?: Measured | undefined
  storedAt?: Millis | undefined
  keptUntil?: Millis | undefined
  usedBy?: string | undefined
  leftover?: boolean | undefined
}

/** After the last moment for an upload this much may pass until its file is there. */
export const GRACE: Millis = MINUTE

/** Longer than any worker lives: whoever claimed a file has given up by then. */
export const LEASE: Millis = 2 * MINUTE

/** Whatever so many workers died of is no picture. */
export const MOST_CLAIMS = 3

/** From when on nothing that is uploaded can be taken any more (epoch ms). */
export const closedAt = ({ until }: Pick<Material, 'until'>): Millis => until + GRACE

/** How it stands at a moment: what nobody uploaded in time is over, and what is kept no longer is gone, whoever has looked since. */
export const statusAt = (
  { status, until, keptUntil = Number.POSITIVE_INFINITY }: Pick<Material, 'status' | 'until' | 'keptUntil'>,
  now: Millis,
): MaterialStatus => {
  if (status === 'awaiting' && now >= until + GRACE) return 'expired'
  return status === 'stored' && now >= keptUntil ? 'forgotten' : status
}

/** Whether it can become part of something of the account: it was taken, is still there, and part of nothing. */
export const isFree = (of: Material, accountId: string, now: Millis): boolean =>
  of.accountId === accountId && statusAt(of, now) === 'stored' && of.usedBy === undefined
