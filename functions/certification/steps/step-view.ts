import * as z from 'zod/mini'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { caseIdOf } from '../../review/case/case-id.ts'
import { type Step, stepKinds } from './step.ts'

/** A change of an app that waits for a person, as whoever asked for it sees it. */
export const stepShown = z.strictObject({
  change: z.enum(stepKinds),
  app: z.string(),
  /** What the app shall be called; null where it keeps its name. */
  name: z.nullable(z.string()),
  /** The case that people decide, at /v1/reviews. */
  review: z.string(),
  until: z.iso.datetime(),
})

export const showStep = (of: Step): z.infer<typeof stepShown> => ({
  change: of.kind,
  app: of.appId,
  name: of.to ?? null,
  review: caseIdOf(of),
  until: rfc3339(of.until),
})
