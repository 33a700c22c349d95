import * as z from 'zod/mini'
import { outgoing } from '../../../shared/http/outgoing.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { IdentityChecker } from '../../verification/check/checker.ts'
import { tencentCloud } from './face-id.ts'

const account = z.object({ secretId: z.string(), secretKey: z.string(), region: z.string() })

const MAX_ANSWER = 64 * 1024

/** Makes the checker from the vendor's secret; throws when the secret has another form. */
export const tencentCloudFrom =
  (of: { url: string; limits: { connectMs: Millis; totalMs: Millis }; clock: Clock }) =>
  (secret: unknown): IdentityChecker =>
    tencentCloud(
      { ...z.parse(account, secret), url: of.url },
      { outgoing: outgoing({ ...of.limits, maxBytes: MAX_ANSWER }), clock: of.clock },
    )
