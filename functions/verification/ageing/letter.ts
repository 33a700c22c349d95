import { inBoth, type Letter } from '../../../shared/kernel/letter.ts'
import type { Evidence, EvidenceEnd, EvidenceKind } from '../../evidence/evidence.ts'
import type { LevelChange } from '../../evidence/level-change.ts'
import { levelSentence } from '../../evidence/level-letters.ts'

/** What has ended, what proves it anew, and on which page. */
type Told = {
  zh: string
  en: string
  anewZh: string
  anewEn: string
  at: '/verify' | '/face' | '/cards' | '/document' | '/papers?proof=bank' | '/level'
}

const byNumber = {
  anewZh: '请用您现在的手机号重新核验',
  anewEn: 'verify once more, with the number you have now',
  at: '/verify',
} as const
const onLevel = {
  anewZh: '实名等级页会说明如何重新证明',
  anewEn: 'the page of your level says how to prove it anew',
  at: '/level',
} as const

const toldOf: Record<EvidenceKind, Told> = {
  carrier_three_element: { zh: '运营商三要素核验', en: 'the check by the carrier', ...byNumber },
  bank_card_four_element: {
    zh: '银行卡四要素核验',
    en: 'the check by the bank',
    anewZh: '可以重新绑定一张银行卡',
    anewEn: 'bind a bank card once more',
    at: '/cards',
  },
  face: {
    zh: '人脸核验',
    en: 'the live face',
    anewZh: '可以重新进行人脸核验',
    anewEn: 'confirm your face once more',
    at: '/face',
  },
  net_id: { zh: '国家网络身份认证', en: 'the national network identity', ...onLevel },
  id_document: {
    zh: '证件照片核验',
    en: 'the pictures of the ID card',
    anewZh: '可以用现在有效的身份证重新核验',
    anewEn: 'photograph the card that is valid now',
    at: '/document',
  },
  attended_review: { zh: '人工核验', en: 'the review by a person', ...onLevel },
  bank_proof_review: {
    zh: '银行证明人工核验',
    en: "the bank's proof that a person looked at",
    anewZh: '可以重新提交银行证明，或绑定一张银行卡',
    anewEn: "hand in a bank's proof once more, or bind a bank card",
    at: '/papers?proof=bank',
  },
}

const whyOf: Record<EvidenceEnd | 'expired', { zh: string; en: string }> = {
  number_recycled: {
    zh: '运营商表示，您实名时使用的手机号已分配给他人。',
    en: 'The carrier says that the number you were verified with was given to somebody else.',
  },
  card_unbound: { zh: '您解绑了用来核验的银行卡。', en: 'You took off the card that it was proven by.' },
  expired: { zh: '它的有效期已过。', en: 'Its time is over.' },
}

/** Why evidence ended, what that makes of the level, and what to do: told to whoever it is of. `publicUrl`: where the pages are. */
export const letterOnEnd = (
  { kind, ended }: Pick<Evidence, 'kind' | 'ended'>,
  change: LevelChange | undefined,
  publicUrl: string,
): Letter => {
  const { zh, en, anewZh, anewEn, at } = toldOf[kind]
  const page = `${publicUrl}${at}`
  const why = whyOf[ended ?? 'expired']
  const level = levelSentence(change)
  return inBoth(
    {
      title: '实名信息已失效',
      content: `您账号的“${zh}”已失效，不再计入实名等级。${why.zh}${level.zh}如有功能因此不能使用，${anewZh}：${page}`,
    },
    {
      title: 'A proof of your identity ended',
      content: `For your account ${en} counts no more. ${why.en}${level.en} If something is closed to you for that, ${anewEn}: ${page}`,
    },
  )
}
