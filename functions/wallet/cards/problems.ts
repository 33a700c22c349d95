import type { Problem } from '../../../shared/kernel/problems.ts'

/** Why a bank card is not taken, or cannot be taken off. Nothing of them costs anything. */
export const cardProblems = {
  cards_not_offered: {
    status: 409,
    zh: '本平台没有开通银行卡核验；您的实名和其他功能不受影响。',
    en: 'This platform does not check bank cards. Your verification and everything else stay as they are.',
  },
  invalid_card_number: {
    status: 400,
    zh: '银行卡号应为 13 至 19 位数字，请对照卡面重新输入。',
    en: 'A card number has 13 to 19 digits; type it as it is on the card.',
  },
  card_needs_resident_id: {
    status: 409,
    zh: '银行卡核验只支持居民身份证；请改用其他方式，或申请人工审核。',
    en: 'Banks compare resident ID cards alone; use another way, or ask for a review by a person.',
  },
  card_bound: {
    status: 409,
    members: { cardId: { type: 'string', always: true, is: 'The card that is bound.' } },
    zh: '这张银行卡已经绑定在本账号。',
    en: 'This card is bound to this account already.',
  },
  card_check_open: {
    status: 409,
    members: { cardId: { type: 'string', is: 'The card that is being checked.' } },
    zh: '有一张银行卡正在核验，请等它有结果。',
    en: 'A card is being checked; wait for its result.',
  },
  too_many_cards: {
    status: 409,
    zh: '绑定的银行卡已达上限，请先解绑一张。',
    en: 'No more cards can be bound; take one off first.',
  },
  too_many_card_checks: {
    status: 429,
    waits: true,
    zh: '今天银行卡核验的次数已用完，请明天再试。',
    en: 'No more checks of cards today; try again tomorrow.',
  },
} as const satisfies Record<string, Problem>
