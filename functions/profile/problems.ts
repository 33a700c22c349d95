import type { Problem } from '../../shared/kernel/problems.ts'
import { verifyFirst } from '../verification/next-steps.ts'

/** What is answered to whoever tells more of themselves than they have to. */
export const profileProblems = {
  address_open: {
    status: 409,
    members: { review: { type: 'string', is: 'The case by which a person looks at it.' } },
    zh: '您的地址证明已经在人工核对中，请等待结果。',
    en: 'A person is looking at proof of your address already; wait for the result.',
  },
  too_many_addresses: {
    status: 429,
    waits: true,
    zh: '近 30 天提交地址证明的次数已用完，请到提示的时间后再提交。',
    en: 'You have handed in proof of your address as often as you may in thirty days; come again at the time given.',
  },
  mail_not_offered: {
    status: 409,
    zh: '本平台没有开通邮箱验证；您的实名和其他功能不受影响。',
    en: 'This platform sends no e-mail, so that no address can be proven. Your verification and everything else stay as they are.',
  },
  email_proven: {
    status: 409,
    zh: '这个邮箱已经通过验证并计入信任分；要换邮箱，请填写新的地址。',
    en: 'This address is proven already and counts in your trust score; to use another, type that one.',
  },
  email_too_often: {
    status: 429,
    waits: true,
    zh: '获取邮箱验证码过于频繁，请到提示的时间后再试。',
    en: 'Too many codes were asked for by e-mail; come again at the time given.',
  },
  email_rejected: {
    status: 422,
    zh: '这个邮箱收不到验证码（可能不存在、已退订或收到过多），请核对地址或换一个邮箱。',
    en: 'No code can be sent to this address (it may not exist, want no e-mail or have got too many); check it, or use another.',
  },
  email_unavailable: {
    status: 503,
    waits: true,
    zh: '邮件服务暂时不可用，请稍后再试。',
    en: 'E-mail cannot be sent at the moment; try again later.',
  },
  invalid_email_code: {
    status: 400,
    zh: '请填写邮件中的 6 位数字验证码。',
    en: 'A code has the six digits of the e-mail.',
  },
  email_code_wrong: {
    status: 400,
    zh: '验证码不正确或已过期，请核对最新一封邮件中的验证码；过期的请重新获取。',
    en: 'The code is wrong or over: compare it with the newest e-mail, or ask for another.',
  },
  email_code_spent: {
    status: 400,
    zh: '验证码输错次数过多，已失效，请重新获取。',
    en: 'This code was typed wrong too often and is spent; ask for another.',
  },
  level_too_low: {
    status: 403,
    zh: '地址要与实名的人核对，请先完成实名认证。',
    en: 'An address is compared with whom you are verified as; complete verification first.',
    next: [verifyFirst],
  },
} as const satisfies Record<string, Problem>
