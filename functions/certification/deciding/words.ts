import type { ReasonEnds } from '../../review/case/case.ts'
import type { Bilingual, ReviewWords } from '../../review/words.ts'
import { correctable } from './correctable.ts'

/** Why an applicant is not qualified, as they read it. */
export const qualificationReasons = {
  subject_differs: {
    ends: 'correct',
    zh: '申请主体的资料与登记不一致，多次补正后仍不一致。',
    en: 'What was given of the applicant is not what is registered, also after it was returned to be corrected.',
  },
  not_operating: {
    ends: 'final',
    zh: '该主体已注销、吊销或停业，不能认证；可以移交应用，或由承接业务的单位或个人另行申请。',
    en: 'The applicant is struck off, revoked or closed, and cannot be certified: hand the app over, or have whoever carries it on apply.',
  },
  not_authorised: {
    ends: 'correct',
    zh: '没有看到有效的授权，不能确认管理员代表该主体。',
    en: 'Nothing valid shows that the administrator may act for the applicant.',
  },
  forged: {
    ends: 'final',
    zh: '材料经过修改或不是真实的，不能认证。',
    en: 'Papers were changed or are not genuine, so that nothing can be certified.',
  },
  purpose_forbidden: {
    ends: 'final',
    zh: '应用的用途不符合法律或平台规则，不能认证。',
    en: 'What the app is for is not allowed by law or by the rules of the platform.',
  },
  licence_missing: {
    ends: 'correct',
    zh: '该类应用需要相应的许可证，材料中没有。',
    en: 'Apps of this kind need a licence that is not among the papers.',
  },
} as const satisfies Record<string, Bilingual & { ends: ReasonEnds }>

/** Why a name is refused where the applicant is qualified: the app keeps the one it has. */
export const namingReasons = {
  name_misleading: {
    zh: '认证名称会让人误认为是其他单位或服务，没有采用；应用保留原名称，不另收费。',
    en: 'The certified name would be taken for somebody else’s, and was not taken: the app keeps its name, and nothing more is to be paid.',
  },
  name_right_unproven: {
    zh: '没有看到您有权使用该名称的证明，认证名称没有采用；应用保留原名称，不另收费。',
    en: 'Nothing shows a right to the certified name, so it was not taken: the app keeps its name, and nothing more is to be paid.',
  },
  name_unfit: {
    zh: '认证名称不符合命名规范，没有采用；应用保留原名称，不另收费。',
    en: 'The certified name is not as names have to be, and was not taken: the app keeps its name, and nothing more is to be paid.',
  },
} as const satisfies Record<string, Bilingual>
export type NamingReason = keyof typeof namingReasons

/** What a reviewer confirms of every certification; the last of it only where the name is not refused. */
const checklist = {
  subject_same: {
    zh: '主体资料与登记信息、材料一致，主体在正常经营或存续',
    en: 'What is said of the applicant is what the register and the papers say, and it exists',
  },
  papers_genuine: {
    zh: '材料清楚完整，是原件或加盖公章的复印件，没有修改，在有效期内',
    en: 'The papers are clear and whole, originals or stamped copies, unchanged and valid',
  },
  authorised: {
    zh: '管理员就是本人、法定代表人，或有 90 天内的有效授权书',
    en: 'The administrator is the person or its representative, or holds a valid letter of the last 90 days',
  },
  administrator_present: {
    zh: '管理员已人脸确认，或手持证件照片与其实名信息是同一人',
    en: 'The administrator has confirmed by face, or is who holds the document on the picture',
  },
  purpose_allowed: {
    zh: '应用简介与类别没有违法违规内容，需要的许可已提供',
    en: 'What the app is for is allowed, and what licences it needs are there',
  },
  name_fits: {
    zh: '认证名称规范，不会误导，涉及他人权利的有证明',
    en: 'The certified name is as names have to be, misleads nobody, and rights of others in it are proven',
  },
} as const satisfies Record<string, Bilingual>

/** What of the checklist is about the name alone. */
export const ABOUT_NAME = 'name_fits'

/** How the certification of an app is spoken of, to operators and to its administrator. */
export const certificationWords = {
  name: { zh: '应用认证', en: 'Certification of an app' },
  checklist,
  reasons: { ...qualificationReasons, ...namingReasons },
  asks: correctable,
  verdicts: {
    approved: { zh: '资质审核通过，应用已完成认证。', en: 'The applicant is qualified: the app is certified.' },
    refused: {
      zh: '资质审核没有通过，应用没有认证，名称不变。审核服务费按次收取，不因结果退还。',
      en: 'The applicant is not qualified: the app is not certified, and keeps its name. The fee is for looking at it, whatever comes of it.',
    },
    no_answer: {
      zh: '没有在期限内重新提交，认证申请已结束；可以重新申请。',
      en: 'It was not sent again in time, and is over; you can apply anew.',
    },
  },
} as const satisfies ReviewWords
