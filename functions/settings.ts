import * as z from 'zod/mini'
import { DAY, HOUR, MINUTE, SECOND } from '../shared/kernel/time.ts'
import { paymentChannels } from './payment/paying/provider.ts'

/** One for all of them: every schema that is made costs every cold start. */
const natural = z.int().check(z.nonnegative())

const whole = (byDefault: number) => z._default(natural, byDefault)

const isRfc3339 = (text: string): boolean => !Number.isNaN(Date.parse(text))

const schema = z.strictObject({
  /** P1: from this moment on an unverified account may neither send nor recharge. */
  enforceFrom: z._default(z.string().check(z.refine(isRfc3339)), '2024-08-01T00:00:00+08:00'),
  prices: z.prefault(z.strictObject({ feeFen: whole(100), membershipFen: whole(1000) }), {}),
  orders: z.prefault(
    z.strictObject({ lifeMs: whole(30 * MINUTE), minPoints: whole(100), maxPoints: whole(100_000) }),
    {},
  ),
  /** P8, P9. Birth years are those accepted; test people live before 1900, real people after. */
  checks: z.prefault(
    z.strictObject({
      perDay: whole(3),
      ever: whole(10),
      refusalsPerDay: whole(5),
      mismatchCoolDownMs: whole(24 * HOUR),
      noRecordCoolDownMs: whole(72 * HOUR),
      accountsPerPerson: whole(1),
      minimumAge: whole(14),
      birthYearFrom: whole(1900),
      birthYearTo: whole(9999),
    }),
    {},
  ),
  /** The version of the notice a user agrees to; raising it makes older pages ask again. */
  consentNotice: z._default(z.string(), '2026-11'),
  vendor: z.prefault(z.strictObject({ connectMs: whole(3 * SECOND), totalMs: whole(10 * SECOND) }), {}),
  sessions: z.prefault(z.strictObject({ lifeMs: whole(30 * DAY) }), {}),
  sms: z.prefault(
    z.strictObject({
      codeLifeMs: whole(5 * MINUTE),
      tries: whole(5),
      spacingMs: whole(MINUTE),
      perHour: whole(5),
      perDay: whole(10),
      perAddressHour: whole(30),
      /** Ceiling for the whole deployment: what text messages may cost in a day. */
      codesPerDay: whole(5000),
    }),
    {},
  ),
  tokens: z.prefault(z.strictObject({ perAccount: whole(20) }), {}),
  /** P13, P15: limits of an account, and of one with a running membership. */
  sending: z.prefault(
    z.strictObject({
      perDay: whole(200),
      perDayMember: whole(2000),
      perMinute: whole(5),
      perMinuteMember: whole(30),
      sameContentPerHour: whole(3),
      titleLength: whole(100),
      titleLengthMember: whole(200),
      contentLength: whole(20_000),
      contentLengthMember: whole(100_000),
    }),
    {},
  ),
  /** P12: how soon a complaint must be answered and ended at the channel, and how many malicious ones ban an account. */
  complaints: z.prefault(
    z.strictObject({ replyMs: whole(24 * HOUR), completeMs: whole(72 * HOUR), banAt: whole(2) }),
    {},
  ),
  /** Whose bills are held against the ledger every day. */
  reconciliation: z.prefault(
    z.strictObject({ channels: z._default(z.array(z.enum(paymentChannels)), [...paymentChannels]) }),
    {},
  ),
  /** A refund the channel has not taken by then rings an alarm; 24 hours are promised. */
  refunds: z.prefault(z.strictObject({ warnMs: whole(12 * HOUR), alarmMs: whole(20 * HOUR) }), {}),
  /** What a billed call to an identity vendor costs, in 1/10,000 yuan: finer than fen, because list prices are. */
  vendorCost: z._default(z.record(z.string(), z.int().check(z.nonnegative())), { tencent_cloud: 3000 }),
  deliveries: z.prefault(
    z.strictObject({
      connectMs: whole(5 * SECOND),
      totalMs: whole(10 * SECOND),
      attempts: whole(10),
      /** Exact host:port pairs that may be plain http and private; only the local engine sets any. */
      localTargets: z._default(z.array(z.string()), []),
    }),
    {},
  ),
})

/** Prices in fen, limits in pieces, durations in milliseconds: everything an operator may set, with its default. */
export type Settings = z.infer<typeof schema>

/** Where the sandbox differs: test people were born before 1900, and one address stands for many users. */
const sandbox = { checks: { birthYearFrom: 1880, birthYearTo: 1899 }, sms: { perAddressHour: 10_000 } }

/**
 * The settings of a stage with an operator's overrides (`json`: the SETTINGS variable). Throws on an unknown name or a
 * wrong type, so that a mistyped limit stops the deployment and not a user.
 */
export const settingsOf = (stage: string, json: string | undefined): Settings => {
  const overrides: Record<string, unknown> = JSON.parse(json ?? '{}')
  const base: Record<string, unknown> = stage === 'sandbox' ? sandbox : {}
  const merged = { ...base, ...overrides }
  for (const name of Object.keys(base)) merged[name] = { ...Object(base[name]), ...Object(overrides[name]) }
  return z.parse(schema, merged)
}
