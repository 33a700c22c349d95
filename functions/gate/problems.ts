import type { Problem } from '../../shared/kernel/problems.ts'
import { NOT_VERIFIED_LEGACY_CODE } from './gate.ts'

/** What the gate answers. `legacyCode` 905 is what scripts written for pushplus know. */
export const gateProblems = {
  not_verified: {
    status: 403,
    legacyCode: NOT_VERIFIED_LEGACY_CODE,
    members: {
      verifyUrl: {
        type: 'string',
        always: true,
        is: 'The page on which the person verifies or, verified already but not as far as this needs, sees what leads there; send them there.',
      },
      neededLevel: { type: 'integer', always: true, is: 'The level that this needs: 1 basic to 4 full.' },
      heldLevel: { type: 'integer', always: true, is: 'The level of the account now: 0 none to 4 full.' },
      shortfall: {
        type: 'string',
        always: true,
        is: 'Why it is too low: `never_verified`; `evidence_ended`, what proved it counts no more; `evidence_too_old`, it counts, but not for this; `level_too_low`.',
      },
      missing: {
        type: 'string',
        always: true,
        is: 'What would be enough: ways separated by a space, each the sources to prove (anew), joined by `+`: `carrier`, `bank`, `police` (a live face), `document`, `review`.',
      },
    },
    zh: '账户未进行实名认证，或认证已失效、等级不足，请先完成实名认证。',
    en: 'This account is not verified, what verified it no longer does, or it needs a higher level; complete verification first.',
  },
  sending_paused: {
    status: 403,
    waits: true,
    zh: '有人证明了本账号的实名信息并表示实名认证不是其本人操作，查清之前发送消息已暂停，最长 24 小时。',
    en: 'Somebody proved the identity of this account and says that its verification was not them; sending is paused until that is looked into, for a day at most.',
  },
  unknown_feature: {
    status: 404,
    zh: '没有这个功能，请核对功能名称。',
    en: 'There is no such feature; check its name.',
  },
} as const satisfies Record<string, Problem>
