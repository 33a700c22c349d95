import * as z from 'zod/mini'
import { type Millis, rfc3339, rfc3339If } from '../../shared/kernel/time.ts'
import { type Material, materialKinds, materialRefusals, materialStatuses, statusAt } from './material.ts'

const time = z.iso.datetime()

/** A picture as its account sees it: how far it is, and never the picture. */
export const materialShown = z.strictObject({
  id: z.string(),
  kind: z.enum(materialKinds),
  status: z.enum(materialStatuses),
  /** Why it was refused. */
  reason: z.nullable(z.enum(materialRefusals)),
  createdAt: time,
  /** Until when it may be uploaded. */
  uploadUntil: time,
  /** Pixels of what is kept. */
  width: z.nullable(z.int()),
  height: z.nullable(z.int()),
  /** When it is deleted, unless it becomes part of something. */
  keptUntil: z.nullable(time),
})

/** As it stands at a moment. */
export const showMaterial = (of: Material, now: Millis): z.infer<typeof materialShown> => ({
  id: of.id,
  kind: of.kind,
  status: statusAt(of, now),
  reason: of.because ?? null,
  createdAt: rfc3339(of.createdAt),
  uploadUntil: rfc3339(of.until),
  width: of.measured?.width ?? null,
  height: of.measured?.height ?? null,
  keptUntil: rfc3339If(of.keptUntil),
})

/** Where a file goes to: a form of these fields, and behind them the file, as the field `file`. */
export const uploadShown = z.strictObject({
  url: z.string(),
  fields: z.record(z.string(), z.string()),
  mostBytes: z.int(),
})
