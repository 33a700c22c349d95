import type { Problem } from '../../shared/kernel/problems.ts'
import { nextStep, stepsAfter } from './next-steps.ts'

/** Why a verification cannot begin now, or not be given up. */
export const verificationProblems = {
  identity_unavailable: {
    status: 409,
    next: stepsAfter.identity_unavailable.map(nextStep),
    zh: '该身份信息暂不能在本账号使用，请联系客服。',
    en: 'This identity cannot be used on this account; contact support.',
  },
  resubmitted_too_soon: {
    status: 409,
    waits: true,
    zh: '相同信息刚核验过，请稍后再试；可先向运营商确认该号码登记在谁名下。',
    en: 'The same data was checked just now; wait, and ask the carrier in whose name the number is.',
  },
  phone_segment_unsupported: {
    status: 422,
    waits: true,
    zh: '该手机号段暂不支持核验，请换用其他号段的手机号；未产生费用。',
    en: 'Numbers of this kind cannot be checked; use a mobile number of another segment. Nothing was charged.',
  },
  verification_paused: {
    status: 503,
    waits: true,
    zh: '实名核验服务暂停，请稍后再试；未产生费用。',
    en: 'Verification is paused; try again later. Nothing was charged.',
  },
  consent_required: {
    status: 400,
    zh: '请先阅读并同意个人信息处理告知书（consent.notice 为其版本，consent.agreed 为 true）。',
    en: 'Consent to the named use of the data first: `consent` holds the version of the `notice` that was read, and `agreed`: true.',
  },
  consent_outdated: {
    status: 409,
    members: { notice: { type: 'string', always: true, is: 'The version of the notice that is to be agreed to now.' } },
    zh: '告知书已更新，请重新阅读并同意，版本见 notice。',
    en: 'The notice has changed; read and agree again. Its version is in `notice`.',
  },
  already_verified: {
    status: 409,
    zh: '账号已完成实名认证。',
    en: 'This account is already verified.',
  },
  verified_as_another: {
    status: 409,
    next: stepsAfter.verified_as_another.map(nextStep),
    zh: '账号已以另一身份实名，请使用原来的姓名和证件号码；如需更换，请先清除实名或联系客服。',
    en: 'This account is verified as somebody else; use the name and ID number it is verified with, or contact support to have that cleared.',
  },
  verification_open: {
    status: 409,
    waits: true,
    members: {
      verificationId: { type: 'string', always: true, is: 'The verification that is open.' },
      orderId: { type: 'string', is: 'Its order.' },
      verificationStatus: { type: 'string', is: 'The state it is in.' },
    },
    zh: '已有一个进行中的认证，请先支付、取消或等待结果。',
    en: 'A verification is already open; pay for it, cancel it or wait for its result.',
  },
  too_many_checks_today: {
    status: 429,
    waits: true,
    zh: '今天的认证次数已用完，请明天再试。',
    en: 'No more checks today; try again tomorrow.',
  },
  too_many_checks: {
    status: 409,
    zh: '认证次数已达上限，可以上传证件照片由人工核验。',
    en: 'The limit of checks is reached; a person can look at pictures of your papers.',
  },
  too_many_refusals: {
    status: 429,
    waits: true,
    zh: '今天提交次数过多，请明天再试。',
    en: 'Too many submissions today; try again tomorrow.',
  },
  papers_not_needed: {
    status: 409,
    zh: '这份证件可以自动核验，请先用姓名、证件号码和本人手机号核验。',
    en: 'Machines can check this document: verify with name, ID number and your mobile number first.',
  },
  papers_need_identity: {
    status: 409,
    zh: '这份材料只为已实名的账号提升等级，而该账号的实名在审核期间被清除了，不能通过。请拒绝；申请人可以重新实名后再提交。',
    en: 'These papers only raise the level of who is verified, and the account was cleared during the review, so they cannot be approved. Refuse them; the applicant can verify anew and hand in again.',
  },
  papers_open: {
    status: 409,
    members: { papersId: { type: 'string', always: true, is: 'The papers that a person is to look at already.' } },
    zh: '已有一份材料在人工核验，请等待结果，或先撤回。',
    en: 'Papers of yours are before a person already; wait for the result, or take them back.',
  },
  too_many_papers: {
    status: 429,
    waits: true,
    zh: '近期提交人工核验的次数过多，请稍后再试；如有疑问，可以请人工帮助。',
    en: 'Papers were handed in too often; try again later, or ask a person for help.',
  },
  document_number_differs: {
    status: 400,
    zh: '号码与所选的证件种类不符，请核对证件种类和号码。',
    en: 'This is no number of the chosen document; check both.',
  },
  invalid_document_number: {
    status: 400,
    zh: '请按证件上印的填写号码。',
    en: 'Type the number as it is printed on the document.',
  },
  invalid_nationality: {
    status: 400,
    zh: '请填写签发国家的三位字母代码（如 USA），护照资料页上有。',
    en: 'Give the three letters of the country (such as USA), as the passport has them.',
  },
  invalid_birth_date: {
    status: 400,
    zh: '请按证件填写出生日期（年-月-日）。',
    en: 'Give the date of birth as the document has it (year-month-day).',
  },
  invalid_document_end: {
    status: 400,
    zh: '请按证件填写有效期的最后一天（年-月-日）；长期有效的留空。',
    en: 'Give the last day of validity (year-month-day); none for a document without an end.',
  },
  document_expired: {
    status: 400,
    zh: '证件已过有效期，请使用有效的证件。',
    en: 'This document has expired; use a valid one.',
  },
  guardian_needed: {
    status: 400,
    zh: '未满 14 周岁须由监护人代办，请填写监护人信息。',
    en: 'For a child under 14 a guardian applies; say who that is.',
  },
  invalid_guardian: {
    status: 400,
    zh: '监护人的姓名或身份证号不正确，监护人应已满 18 周岁。',
    en: 'Name or ID number of the guardian is wrong; a guardian is 18 or older.',
  },
  not_cancellable: {
    status: 409,
    zh: '已付款或已结束，不能取消；结果与退款会自动处理。',
    en: 'Already paid or over, so it cannot be cancelled; result and refund follow by themselves.',
  },
} as const satisfies Record<string, Problem>
