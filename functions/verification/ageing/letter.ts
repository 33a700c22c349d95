import type { Millis } from '../../../shared/kernel/time.ts'
import type { Evidence } from '../../evidence/evidence.ts'

/** A message of ours to an account, in both languages, as nobody knows which its owner reads. */
export type Letter = { title: string; content: string }

const names: Record<Evidence['kind'], { zh: string; en: string }> = {
  carrier_three_element: { zh: '运营商三要素核验', en: 'the check by the carrier' },
  bank_card_four_element: { zh: '银行卡四要素核验', en: 'the check by the bank' },
  face: { zh: '人脸核验', en: 'the live face' },
  net_id: { zh: '国家网络身份认证', en: 'the national network identity' },
  id_document: { zh: '证件照片核验', en: 'the pictures of the ID card' },
  attended_review: { zh: '人工核验', en: 'the review by a person' },
}

/** Why evidence ended, and what to do: told to whoever it is of. `page`: where they prove it anew. */
export const letterOnEnd = (
  { kind, ended }: Pick<Evidence, 'kind' | 'ended'> & { validUntil?: Millis },
  page: string,
): Letter => {
  const { zh, en } = names[kind]
  const why =
    ended === 'number_recycled'
      ? {
          zh: '运营商表示，您实名时使用的手机号已分配给他人。',
          en: 'The carrier says that the number you were verified with was given to somebody else.',
        }
      : { zh: '它的有效期已过。', en: 'Its time is over.' }
  return {
    title: '实名信息已失效 / A proof of your identity ended',
    content: [
      `您账号的“${zh}”已失效，不再计入实名等级。${why.zh}如有功能因此不能使用，请用您现在的手机号重新核验：${page}`,
      `For your account ${en} counts no more. ${why.en} If something is closed to you for that, verify once more, with the number you have now: ${page}`,
    ].join('\n\n'),
  }
}
