import * as z from 'zod/mini'
import type { AnnouncementOf, EventRow } from '../../shared/outbox/event-row.ts'
import { type MethodName, methods } from './methods.ts'
import { aboutKinds } from './owed/platform-methods.ts'
import { owedRefusals } from './owed/refusal.ts'
import { reasons } from './verification.ts'

const [first, ...others] = Object.keys(methods) as MethodName[]

/** What of the account was checked, under the id by which the API has it: of ways that the platform pays for. */
const about = z.strictObject({ kind: z.enum(aboutKinds), id: z.string() })

const proven = z.strictObject({
  verificationId: z.string(),
  method: z.enum([first as MethodName, ...others]),
  orderId: z.optional(z.string()),
  about: z.optional(about),
})

const whys = [...reasons, ...owedRefusals.filter((one) => !reasons.some((reason) => reason === one))]

const missed = z.extend(proven, { reason: z.optional(z.enum(whys)), retryAt: z.optional(z.string()) })

/** What the platform is told of verifications. */
export const verificationEvents = {
  'verification.verified': {
    subject: 'account',
    data: proven,
    means: {
      zh: '用户已实名：核验一致，或人工审核通过。',
      en: 'The user is verified: the data matched, or a person has approved their papers.',
    },
  },
  'verification.mismatch': {
    subject: 'account',
    data: missed,
    means: {
      zh: '提交的信息不一致；method 说明核验的是什么。已实名的账号仍然已实名。',
      en: 'What was given does not belong together; `method` says what was compared. Who is verified stays so.',
    },
  },
  'verification.no_record': {
    subject: 'account',
    data: missed,
    means: { zh: '核验机构没有该用户的记录。', en: 'Whoever checks has no record of such data.' },
  },
  'verification.undetermined': {
    subject: 'account',
    data: missed,
    means: {
      zh: '未能得出结果；付了的费用全额退回，retryAt 之后可以再次提交。reason 与用户在 about 所指的银行卡或证件上看到的一致。',
      en: 'No result could be had; whatever was paid goes back, and after `retryAt` the data is taken again. `reason` is what the user sees of the card or document that it is `about`.',
    },
  },
  'verification.identity_in_use': {
    subject: 'account',
    data: missed,
    means: {
      zh: '核验一致，但该身份已用于足够多的账号；付了的费用全额退回。',
      en: 'It matched, but the identity is held by as many accounts as may; whatever was paid goes back.',
    },
  },
  'verification.cleared': {
    subject: 'account',
    data: z.strictObject({ verificationId: z.string(), because: z.enum(['not_me']) }),
    means: {
      zh: '账号的实名已被清除：本人否认该次核验，经审核属实。',
      en: 'The account is nobody any more: the person said that the verification was not them, and was right.',
    },
  },
} as const satisfies Readonly<Record<string, EventRow>>

export type VerificationAnnouncement = AnnouncementOf<typeof verificationEvents>
