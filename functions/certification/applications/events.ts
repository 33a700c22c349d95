import * as z from 'zod/mini'
import type { AnnouncementOf, EventRow } from '../../../shared/outbox/event-row.ts'
import { applicantKinds } from '../applicants/applicant-kinds.ts'
import { namingReasons, qualificationReasons } from '../deciding/words.ts'
import { paperKinds } from '../papers/paper.ts'

const about = z.strictObject({ application: z.string(), app: z.string(), kind: z.enum(applicantKinds) })
const namingWords = Object.keys(namingReasons) as [string, ...string[]]
const qualificationWords = Object.keys(qualificationReasons) as [string, ...string[]]

/** What the platform is told of applications for certification: of each app in order. Names and papers are read from the service. */
export const applicationEvents = {
  'certification.submitted': {
    subject: 'app',
    data: about,
    means: {
      zh: '用户提交了应用的认证申请，等待管理员确认。',
      en: 'Somebody has sent in an application for the certification of an app, which its administrator has to confirm.',
    },
  },
  'certification.in_review': {
    subject: 'app',
    data: about,
    means: { zh: '认证申请已进入人工审核。', en: 'People look at the application now.' },
  },
  'certification.returned': {
    subject: 'app',
    data: z.extend(about, { fields: z.array(z.string()), until: z.iso.datetime() }),
    means: {
      zh: '认证申请被退回补正，fields 为需要补正的项目，until 之前可以重新提交。',
      en: 'The application was returned to be corrected: in which `fields`, and until when.',
    },
  },
  'certification.certified': {
    subject: 'app',
    data: z.extend(about, {
      certificate: z.string(),
      renamed: z.boolean(),
      namingReason: z.optional(z.enum(namingWords)),
    }),
    means: {
      zh: '应用已完成认证，certificate 为证书编号。renamed 表示名称随认证变更；namingReason 表示名称未获通过、保留原名称。',
      en: 'The app is certified, by that `certificate`. `renamed`: its name changed with it. `namingReason`: the name was refused, so that it keeps the one it had.',
    },
  },
  'certification.refused': {
    subject: 'app',
    data: z.extend(about, { reason: z.enum(qualificationWords) }),
    means: { zh: '资质审核未通过，应用没有认证。', en: 'The applicant is not qualified, and the app not certified.' },
  },
  'certification.ended': {
    subject: 'app',
    data: z.extend(about, {
      because: z.enum([
        'withdrawn',
        'confirmation_expired',
        'payment_expired',
        'correction_expired',
        'payment_reversed',
      ]),
    }),
    means: {
      zh: '认证申请没有结果就结束了：撤回，超过确认、缴费、补正期限，或支付渠道自行退回了审核服务费。',
      en: 'The application ended without a decision: taken back, not confirmed, paid or corrected in time, or its fee was given back by the channel itself.',
    },
  },
  'certification.fee_returned': {
    subject: 'app',
    data: z.extend(about, { because: z.enum(['certification_late', 'certification_withdrawn', 'certification_over']) }),
    means: {
      zh: '审核服务费全额退回：未在承诺时间内完成审核、审核开始前撤回，或付款时已无需付款。',
      en: 'The fee goes back whole: it was not decided in the time promised, was taken back before anybody looked, or there was nothing to pay any more.',
    },
  },
  'certification.paper_ends': {
    subject: 'app',
    data: z.extend(about, { paper: z.enum(paperKinds), until: z.iso.datetime(), over: z.boolean() }),
    means: {
      zh: '已认证应用的材料快要到期（到期前 30 天、7 天）或已经到期（over 为 true）：paper 为哪一种，until 为到期时间。',
      en: 'A paper of a certified app runs out in 30 or 7 days, or has (`over`): which `paper`, and `until` when it counts.',
    },
  },
} as const satisfies Readonly<Record<string, EventRow>>

export type ApplicationAnnouncement = AnnouncementOf<typeof applicationEvents>
