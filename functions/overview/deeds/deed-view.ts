import * as z from 'zod/mini'
import { pageShown } from '../../../shared/http/paging.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import type { ChainedRecord } from '../../audit/chain.ts'
import { deedActions } from '../../audit/deed.ts'
import { doerShown } from '../../audit/doer-view.ts'
import { readPurposes } from '../../audit/reading.ts'
import { maskNumbers } from '../../person/numbers-in-text.ts'
import type { WholeDeed } from './read-deed.ts'
import type { DeedsPage } from './read-deeds.ts'
import { rootShown, showRoot } from './seal-view.ts'

/** What somebody did, and why. */
const deedShown = z.strictObject({
  id: z.string(),
  subject: z.string(),
  /** Its place among those of the subject, from 1. */
  n: z.int(),
  at: z.iso.datetime(),
  /** A person, whose key was shown, or which function it was. */
  by: doerShown,
  action: z.enum(deedActions),
  /** Of a refund its number at the channel. */
  detail: z.nullable(z.string()),
  /** Of an identity that was opened: what for, and which fields. */
  purpose: z.nullable(z.enum(readPurposes)),
  fields: z.nullable(z.array(z.string())),
  /** Empty where an identity was opened and whoever asks may not see people. */
  reason: z.string(),
  /** Whether its day has a signed root. */
  sealed: z.boolean(),
})

/** What operators and the platform did. */
export const deedsShown = pageShown({ deeds: z.array(deedShown), unreadable: z.array(z.string()) })

/** One of it, with its link in the chain and the root that covers it. */
export const wholeDeedShown = z.strictObject({
  ...deedShown.shape,
  previous: z.string(),
  hash: z.string(),
  root: z.nullable(rootShown),
})

/** What was said of a person when their identity was looked at is for who may see people; numbers are masked for everybody. */
const reasonFor = ({ action, reason }: ChainedRecord, seesPeople: boolean): string =>
  action === 'identity_read' && !seesPeople ? '' : maskNumbers(reason)

const showDeed = (record: ChainedRecord, sealed: boolean, seesPeople: boolean): z.infer<typeof deedShown> => {
  const { id, subject, n, at, by, action, detail = null, purpose = null, fields } = record
  return {
    ...{ id, subject, n, at: rfc3339(at), by, action, detail, purpose, sealed },
    reason: reasonFor(record, seesPeople),
    fields: fields?.split(' ') ?? null,
  }
}

export const showDeeds = ({ deeds, ...page }: DeedsPage, seesPeople: boolean): z.infer<typeof deedsShown> => ({
  deeds: deeds.map(({ isSealed, ...record }) => showDeed(record, isSealed, seesPeople)),
  ...page,
})

export const showWholeDeed = ({ record, root }: WholeDeed, seesPeople: boolean): z.infer<typeof wholeDeedShown> => ({
  ...showDeed(record, root !== undefined, seesPeople),
  previous: record.previous,
  hash: record.hash,
  root: root ? showRoot(root) : null,
})
