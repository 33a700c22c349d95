import * as z from 'zod/mini'
import { about } from '../../shared/kernel/about.ts'
import { MINUTE, SECOND } from '../../shared/kernel/time.ts'

const whole = (byDefault: number) => z._default(z.int().check(z.nonnegative()), byDefault)

const schema = z.strictObject({
  /** How late the stand-in answers about a person of outcome `timeout_after_sending`; longer than our own vendor time-out. */
  slowAnswerMs: whole(12 * SECOND),
  /** How long a refund is PROCESSING. */
  refundSettlesMs: whole(SECOND),
  /** WeChat Pay wants a minute between two refunds of one order. */
  refundSpacingMs: whole(MINUTE),
  /** Alipay wants three seconds. */
  alipayRefundSpacingMs: whole(3 * SECOND),
  /** How long an Alipay refund of fault `pending` takes. */
  alipayRefundPendsMs: whole(10 * MINUTE),
})

/** How the stand-ins behave, in milliseconds; nothing here is about money. */
export type SandboxSettings = z.infer<typeof schema>

/** The defaults with the overrides of a JSON object. Throws an `About` on an unknown name or a wrong type. */
export const sandboxSettings = (json: string | undefined): SandboxSettings =>
  about({ setting: 'SANDBOX_SETTINGS' }, () => z.parse(schema, JSON.parse(json ?? '{}')))
