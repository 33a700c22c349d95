import * as z from 'zod/mini'
import { pageShown } from '../../../shared/http/paging.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { deedActions, doerKinds } from '../../audit/deed.ts'
import { readPurposes } from '../../audit/reading.ts'
import type { DeedsPage } from './read-deeds.ts'

/** What operators and the platform did, and why. */
export const deedsShown = pageShown({
  deeds: z.array(
    z.strictObject({
      id: z.string(),
      subject: z.string(),
      /** Its place among those of the subject, from 1. */
      n: z.int(),
      at: z.iso.datetime(),
      /** A person, whose key was shown, or which function it was. */
      by: z.strictObject({ kind: z.enum(doerKinds), id: z.string() }),
      action: z.enum(deedActions),
      /** Of a refund its number at the channel. */
      detail: z.nullable(z.string()),
      /** Of an identity that was opened: what for, and which fields. */
      purpose: z.nullable(z.enum(readPurposes)),
      fields: z.nullable(z.array(z.string())),
      reason: z.string(),
    }),
  ),
  unreadable: z.array(z.string()),
})

export const showDeeds = ({ deeds, ...page }: DeedsPage): z.infer<typeof deedsShown> => ({
  deeds: deeds.map(({ id, subject, n, at, by, action, detail = null, purpose = null, fields, reason }) => ({
    ...{ id, subject, n, at: rfc3339(at), by, action, detail, purpose, reason },
    fields: fields?.split(' ') ?? null,
  })),
  ...page,
})
